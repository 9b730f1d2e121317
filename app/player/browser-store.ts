import { type IDBPDatabase, openDB } from "idb";

/** This browser's database and the key it is sealed with, which the browser holds and never gives out. */
export type BrowserStore = { readonly database: IDBPDatabase; readonly key: CryptoKey };

/** A kept record: nonce and ciphertext. */
type Sealed = { readonly nonce: Uint8Array<ArrayBuffer>; readonly text: ArrayBuffer };

/** Keeping that takes longer has failed, in milliseconds: the answers must get on their way to the server. */
const patience = 2_000;

/** @param lost called when the database goes while it is open, as when somebody empties the browser's storage. */
export async function openBrowserStore(lost: () => void = () => {}): Promise<BrowserStore> {
  const database = await withPatience(
    openDB("examhall", 1, {
      upgrade(fresh) {
        fresh.createObjectStore("keys");
        fresh.createObjectStore("attempts");
        fresh.createObjectStore("forms");
      },
      terminated: lost,
    }),
  );
  const made = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  // Two tabs may come here at once: the first key stays.
  const transaction = database.transaction("keys", "readwrite");
  const held: CryptoKey | undefined = await transaction.store.get("vault");
  if (held === undefined) await transaction.store.put(made, "vault");
  await withPatience(transaction.done);
  return { database, key: held ?? made };
}

/** Writes a value that only this browser can read again. */
export async function putSealed({ database, key }: BrowserStore, name: string, value: unknown): Promise<void> {
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const text = await crypto.subtle.encrypt(
    { name: "AES-GCM", iv: nonce },
    key,
    new TextEncoder().encode(JSON.stringify(value)),
  );
  await database.put("attempts", { nonce, text } satisfies Sealed, name);
}

/** Null when there is nothing, or what is there is damaged or sealed with another key. */
export async function getSealed<Value>({ database, key }: BrowserStore, name: string): Promise<Value | null> {
  try {
    const sealed: Sealed | undefined = await database.get("attempts", name);
    if (sealed === undefined) return null;
    const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv: sealed.nonce }, key, sealed.text);
    return JSON.parse(new TextDecoder().decode(plain)) as Value;
  } catch {
    return null;
  }
}

export const withPatience = <Value>(work: Promise<Value>): Promise<Value> =>
  new Promise((keep, fail) => {
    const timer = setTimeout(() => fail(new Error("The browser's storage does not answer.")), patience);
    work.then(keep, fail).finally(() => clearTimeout(timer));
  });
