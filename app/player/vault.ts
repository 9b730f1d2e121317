import { type IDBPDatabase, openDB } from "idb";
import type { Entry } from "../exam/attempt/entry.ts";
import type { Kept } from "./outbox.ts";

/** What this computer keeps of one attempt, so that a reload or a crash loses nothing. */
export type Remembered = Kept & {
  readonly machine: string;
  readonly lease: string | null;
  /** What other leases of this computer still held when they ended: sent as it is, to be kept and not counted. */
  readonly behind: readonly Behind[];
  /** Announcements put away. */
  readonly seen: readonly string[];
};

export type Behind = { readonly lease: string; readonly waiting: readonly Entry[] };

export type Vault = {
  /** memory: this browser keeps nothing, so what the server does not have is lost with the page. */
  readonly keeps: "on-computer" | "in-memory";
  read(): Promise<Remembered | null>;
  /** Always fulfilled: when keeping fails the vault turns to memory and says so. */
  write(remembered: Remembered): Promise<void>;
  /** The encrypted form; it came encrypted from the server and is kept as it came. */
  readForm(id: string): Promise<Uint8Array | null>;
  writeForm(id: string, sealed: Uint8Array): Promise<void>;
  /** Forgets answers and form: everything is where it belongs. */
  wipe(): Promise<void>;
  close(): void;
};

/** A kept record: nonce and ciphertext. */
type Sealed = { readonly nonce: Uint8Array<ArrayBuffer>; readonly text: ArrayBuffer };

/** Keeping that takes longer has failed: the answers must get on their way to the server. */
const patience = 2_000;

/**
 * Opens the vault of an attempt. Records are encrypted with a key that the browser holds and never gives out, so that the
 * next person at this computer finds nothing to read.
 *
 * @param onMemory called once when this browser cannot keep anything, at once or later.
 */
export async function openVault(attempt: string, onMemory: () => void): Promise<Vault> {
  try {
    const store = await withPatience(openStore());
    return keepingIn(store, attempt, onMemory);
  } catch {
    onMemory();
    return inMemory();
  }
}

type Store = { readonly database: IDBPDatabase; readonly key: CryptoKey };

async function openStore(): Promise<Store> {
  const database = await openDB("examhall", 1, {
    upgrade(fresh) {
      fresh.createObjectStore("keys");
      fresh.createObjectStore("attempts");
      fresh.createObjectStore("forms");
    },
  });
  const made = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  // Two tabs may come here at once: the first key stays.
  const transaction = database.transaction("keys", "readwrite");
  const held: CryptoKey | undefined = await transaction.store.get("vault");
  if (held === undefined) await transaction.store.put(made, "vault");
  await transaction.done;
  return { database, key: held ?? made };
}

function keepingIn({ database, key }: Store, attempt: string, onMemory: () => void): Vault {
  let keeps: Vault["keeps"] = "on-computer";
  let writing = Promise.resolve();

  const giveUp = () => {
    if (keeps === "in-memory") return;
    keeps = "in-memory";
    onMemory();
  };
  const attemptToWrite = async (work: () => Promise<unknown>) => {
    if (keeps === "in-memory") return;
    try {
      await withPatience(work());
    } catch {
      giveUp();
    }
  };

  return {
    get keeps() {
      return keeps;
    },
    async read() {
      const sealed: Sealed | undefined = await database.get("attempts", attempt).catch(() => undefined);
      return sealed === undefined ? null : unseal(key, sealed);
    },
    write(remembered) {
      // One after the other, so that an older state never lands on a newer one.
      writing = writing.then(() =>
        attemptToWrite(async () => database.put("attempts", await seal(key, remembered), attempt)),
      );
      return writing;
    },
    readForm: async (id) => (await database.get("forms", id).catch(() => undefined)) ?? null,
    writeForm: (id, sealed) => attemptToWrite(() => database.put("forms", sealed, id)),
    async wipe() {
      await writing;
      await attemptToWrite(async () => {
        await database.delete("attempts", attempt);
        await database.clear("forms");
      });
    },
    close: () => database.close(),
  };
}

const tabKey = "examhall-machine";

/** Without a place to keep things, the tab's own storage at least remembers which seat is whose after a reload. */
function inMemory(): Vault {
  const forms = new Map<string, Uint8Array>();
  const stored = () => {
    try {
      return sessionStorage.getItem(tabKey);
    } catch {
      return null;
    }
  };
  return {
    keeps: "in-memory",
    async read() {
      const seat = stored();
      return seat === null ? null : (JSON.parse(seat) as Remembered);
    },
    async write({ machine, lease, seen }) {
      try {
        sessionStorage.setItem(tabKey, JSON.stringify({ machine, lease, seen, seq: 0, waiting: [], behind: [] }));
      } catch {
        // Then a reload asks the invigilator to seat the learner again.
      }
    },
    readForm: async (id) => forms.get(id) ?? null,
    writeForm: async (id, sealed) => void forms.set(id, sealed),
    async wipe() {
      forms.clear();
      try {
        sessionStorage.removeItem(tabKey);
      } catch {
        // As above.
      }
    },
    close() {},
  };
}

async function seal(key: CryptoKey, remembered: Remembered): Promise<Sealed> {
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const text = new TextEncoder().encode(JSON.stringify(remembered));
  return { nonce, text: await crypto.subtle.encrypt({ name: "AES-GCM", iv: nonce }, key, text) };
}

async function unseal(key: CryptoKey, { nonce, text }: Sealed): Promise<Remembered | null> {
  try {
    const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv: nonce }, key, text);
    return JSON.parse(new TextDecoder().decode(plain)) as Remembered;
  } catch {
    // Damaged, or from another key: then the server's copy is what there is.
    return null;
  }
}

const withPatience = <Value>(work: Promise<Value>): Promise<Value> =>
  new Promise((keep, fail) => {
    const timer = setTimeout(() => fail(new Error("The browser's storage does not answer.")), patience);
    work.then(keep, fail).finally(() => clearTimeout(timer));
  });
