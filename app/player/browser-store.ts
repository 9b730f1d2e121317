import { type IDBPDatabase, openDB } from "idb";

/** This browser's database and the key it is sealed with, which the browser holds and never gives out. */
export type BrowserStore = { readonly database: IDBPDatabase; readonly key: CryptoKey };

/** A kept record: nonce and ciphertext. */
type Sealed = { readonly nonce: Uint8Array<ArrayBuffer>; readonly text: ArrayBuffer };

/** Keeping that takes longer has failed, in milliseconds: the answers must get on their way to the server. */
const patience = 2_000;

/** @param lost called when the database goes while it is open, as when somebody empties the browser's storage. */
export async function openBrowserStore(lost: () => void = () => {}): Promise<BrowserStore> {
  let opened: IDBPDatabase | null = null;
  const database = await withPatience(
    openDB("examhall", 1, {
      upgrade(fresh) {
        fresh.createObjectStore("keys");
        fresh.createObjectStore("attempts");
        fresh.createObjectStore("forms");
      },
      terminated: lost,
      // Somebody deletes it: who holds it open would only put that off until the page goes, and keep nothing afterwards.
      blocking() {
        opened?.close();
        lost();
      },
    }),
  );
  opened = database;
  const made = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  // Two tabs may come here at once: the first key stays.
  const transaction = database.transaction("keys", "readwrite");
  const held: CryptoKey | undefined = await transaction.store.get("vault");
  if (held === undefined) await transaction.store.put(made, "vault");
  await withPatience(transaction.done);
  return { database, key: held ?? made };
}

/**
 * Writes a value that only this browser can read again.
 *
 * @param isLate asked at the last moment: nothing is written any more when it says yes.
 */
export async function putSealed(
  { database, key }: BrowserStore,
  name: string,
  value: unknown,
  isLate: () => boolean = () => false,
): Promise<void> {
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const text = await crypto.subtle.encrypt(
    { name: "AES-GCM", iv: nonce },
    key,
    new TextEncoder().encode(JSON.stringify(value)),
  );
  if (!isLate()) await database.put("attempts", { nonce, text } satisfies Sealed, name);
}

/** Null when there is nothing, or what is there is damaged or sealed with another key. Fails when it cannot be read now. */
export async function getSealed<Value>({ database, key }: BrowserStore, name: string): Promise<Value | null> {
  const sealed: Sealed | undefined = await database.get("attempts", name);
  if (sealed === undefined) return null;
  try {
    const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv: sealed.nonce }, key, sealed.text);
    return JSON.parse(new TextDecoder().decode(plain)) as Value;
  } catch {
    return null;
  }
}

/** How long reading is tried where the storage fails at once, and where it does not answer; and how soon again. Milliseconds. */
const trying = { failing: 5_000, silent: 20_000, again: 250 };

class NoAnswer extends Error {}

/**
 * Reads until it is known what is there: after a crash a slow computer may take long to open its storage, and what could not be
 * read is not to be taken for nothing. Fails when the browser keeps nothing for this page, or for longer than is bearable.
 */
export async function untilRead<Value>(
  read: () => Promise<Value>,
  isWanted: () => boolean = () => true,
): Promise<Value> {
  const since = performance.now();
  for (;;) {
    try {
      return await withPatience(read());
    } catch (error) {
      const tried = performance.now() - since;
      const enough = error instanceof NoAnswer ? trying.silent : trying.failing;
      if (isForbidden(error) || tried >= enough || !isWanted()) throw error;
    }
    await new Promise((go) => setTimeout(go, trying.again));
  }
}

/** The browser has no storage for this page, and will not have one a moment later. */
const isForbidden = (error: unknown) => error instanceof DOMException && error.name === "SecurityError";

export const withPatience = <Value>(work: Promise<Value>): Promise<Value> =>
  new Promise((keep, fail) => {
    const timer = setTimeout(() => fail(new NoAnswer("The browser's storage does not answer.")), patience);
    work.then(keep, fail).finally(() => clearTimeout(timer));
  });
