import { noWork, type Work } from "../exam/attempt/answers.ts";
import type { Entry } from "../exam/attempt/entry.ts";
import { type Keeping, keepsACopy } from "../exam/attempt/keeping.ts";
import type { AttemptState, TakePlace } from "../live/contract.ts";
import type { Able } from "./able-to-work.ts";
import { type BrowserStore, getSealed, openBrowserStore, putSealed, untilRead, withPatience } from "./browser-store.ts";
import type { Mark } from "./countdown.ts";
import { forgetRoom } from "./kept-room.ts";
import type { Kept } from "./outbox.ts";
import { overMark } from "./over-mark.ts";
import { type TabMemory, tabMemory } from "./tab-memory.ts";

/** What this computer keeps of one attempt, so that a reload or a crash loses nothing, with or without a network. */
export type Remembered = Kept & {
  readonly machine: string;
  readonly lease: string | null;
  /** What other leases of this computer still held when they ended: sent as it is, to be kept and not counted. */
  readonly behind: readonly Behind[];
  /** Announcements put away. */
  readonly seen: readonly string[];
  /** What the server last said, with the key of the form once it was given. */
  readonly state: AttemptState | null;
  readonly work: Work;
  readonly clock: Mark | null;
  /** When this computer could last be worked on. */
  readonly able: Able | null;
  /** The learner has handed in and the server has not said so yet. */
  readonly handingIn: boolean;
  /** The learner was sent to another computer: nothing is shown here again before the server says so. */
  readonly elsewhere: boolean;
  /** The last turn given to a copy for the room. */
  readonly copies: number;
  /** The board has said that the learner goes on at another computer of the room. */
  readonly locked: boolean;
  /** This computer goes on from the room's copy, and the server does not know it yet. */
  readonly taking: TakePlace | null;
};

export type Behind = { readonly lease: string; readonly waiting: readonly Entry[] };

export type Vault = {
  readonly keeping: Keeping;
  /** Waits for a storage that is slow, or fails for a moment: seconds, if need be. */
  read(): Promise<Remembered | null>;
  /** Always fulfilled: when keeping fails the vault says so, and tries again with a later writing. */
  write(remembered: Remembered): Promise<void>;
  /** The encrypted form; it came encrypted from the server and is kept as it came. */
  readForm(id: string): Promise<Uint8Array | null>;
  writeForm(id: string, sealed: Uint8Array): Promise<void>;
  /**
   * Forgets answers and form: everything is where it belongs. False when the storage does not let go of them now, or held what
   * could not be read before: that is found first, and forgotten when this is asked again.
   */
  wipe(): Promise<boolean>;
  close(): void;
};

/** Milliseconds. */
const tryAgain = 5_000;
const watchedAfterClearing = 30_000;

/** What there is before anything was done. */
export const nothingKept: Remembered = {
  machine: "",
  lease: null,
  seq: 0,
  waiting: [],
  behind: [],
  seen: [],
  state: null,
  work: noWork,
  clock: null,
  able: null,
  handingIn: false,
  elsewhere: false,
  copies: 0,
  locked: false,
  taking: null,
};

type Ways = {
  /** The storage refuses, is full, was emptied, or is well again. After "cleared" everything must be written anew. */
  changed(keeping: Keeping): void;
  /** What could not be read when it was asked for, and is there after all. It stays until it is written over, from now on. */
  found?(before: Remembered): void;
  readonly open?: (lost: () => void) => Promise<BrowserStore>;
  readonly now?: () => number;
  readonly tab?: TabMemory;
};

/**
 * The vault of an attempt. Records are sealed with a key that the browser holds and never gives out, so that the next person
 * at this computer finds nothing to read.
 */
export function openVault(
  attempt: string,
  { changed, found = () => {}, open = openBrowserStore, now = () => performance.now(), tab = tabMemory }: Ways,
): Vault {
  let keeping: Keeping = "kept";
  let store: Promise<BrowserStore> | null = null;
  let failedAt = Number.NEGATIVE_INFINITY;
  let clearedAt = Number.NEGATIVE_INFINITY;
  let writing = Promise.resolve();
  let begun = 0;
  /** The storage would not say what it holds. Nothing is written over it before that is known. */
  let isUnread = false;
  let done = false;

  const become = (next: Keeping) => {
    if (next === keeping || done) return;
    keeping = next;
    changed(next);
  };
  const lost = () => {
    store = null;
    clearedAt = now();
    become("cleared");
  };
  const reach = () => {
    store ??= open(lost).catch((error: unknown) => {
      store = null;
      throw error;
    });
    return store;
  };
  const attemptToWrite = async (work: (store: BrowserStore) => Promise<unknown>) => {
    if (done || (!keepsACopy(keeping) && now() - failedAt < tryAgain)) return;
    try {
      await withPatience(reach().then(work));
      become(now() - clearedAt < watchedAfterClearing ? "cleared" : "kept");
    } catch (error) {
      failedAt = now();
      // Whatever ails it, the next try begins with opening it.
      if (!isFull(error)) store = null;
      become(isFull(error) ? "full" : "refused");
    }
  };
  const forgetAll = async ({ database }: BrowserStore) => {
    await database.delete("attempts", attempt);
    await database.clear("forms");
  };
  const readFrom = async <Value>(work: (store: BrowserStore) => Promise<Value>) => {
    try {
      return await reach().then(work);
    } catch (error) {
      store = null;
      throw error;
    }
  };
  // A record of an older version of the page lacks what that version did not know.
  const whole = (kept: Partial<Remembered> | null) => kept && { ...nothingKept, ...kept };
  const record = async (from: BrowserStore) => whole(await getSealed<Partial<Remembered>>(from, attempt));
  /** Where the tab remembers the seat, the storage has failed since and holds nothing newer: maybe a seat before that one. */
  const atTheSeat = (before: Remembered) => {
    const known = whole(tab.read(attempt));
    if (known === null || known.lease === null || before.lease === null) return before;
    const { lease, waiting, behind } = before;
    return lease === known.lease ? before : { ...known, behind: [...behind, { lease, waiting }] };
  };
  /** Whether something is there that nobody has read yet. */
  const cameToLight = async (from: BrowserStore) => {
    if (!isUnread) return false;
    const before = await record(from);
    // A writing and a look for it may have come upon it together.
    const isNews = isUnread && before !== null;
    isUnread = false;
    if (isNews) found(atTheSeat(before));
    return before !== null;
  };
  const lookAgain = async () => {
    if (done || !isUnread) return;
    await withPatience(readFrom(cameToLight)).catch(() => setTimeout(lookAgain, tryAgain));
  };
  const isKnownToBeEmpty = () =>
    withPatience(readFrom(cameToLight)).then(
      (isFound) => !isFound,
      () => false,
    );

  return {
    get keeping() {
      return keeping;
    },
    async read() {
      const known = whole(tab.read(attempt));
      try {
        const before = await untilRead(
          () => readFrom(record),
          () => known === null && !done,
        );
        return before === null ? known : atTheSeat(before);
      } catch {
        isUnread = true;
        setTimeout(lookAgain, tryAgain);
        return known;
      }
    },
    write(remembered) {
      // One after the other; and one that the storage kept waiting never lands on a newer one.
      writing = writing.then(async () => {
        begun += 1;
        const turn = begun;
        await attemptToWrite(async (into) => {
          if (!(await cameToLight(into))) await putSealed(into, attempt, remembered, () => turn < begun);
        });
        if (keepsACopy(keeping)) tab.forget(attempt);
        else tab.write(attempt, remembered);
      });
      return writing;
    },
    readForm: (id) =>
      withPatience(
        readFrom(async ({ database }) => ((await database.get("forms", id)) as Uint8Array | undefined) ?? null),
      ).catch(() => null),
    writeForm: (id, sealed) => attemptToWrite(({ database }) => database.put("forms", sealed, id)),
    async wipe() {
      if (done) return true;
      if (isUnread && !(await isKnownToBeEmpty())) return false;
      overMark.set(attempt);
      await writing;
      tab.forget(attempt);
      // The page is left: who opens the next one forgets the test by the mark.
      if (done) return true;
      try {
        // A storage that takes nothing in may let go all the same; whether it does is no news of what is kept.
        await withPatience(reach().then(forgetAll));
      } catch {
        store = null;
        return false;
      }
      await forgetRoom(attempt, () => open(() => {}));
      overMark.remove();
      return true;
    },
    close() {
      done = true;
      void store?.then(({ database }) => database.close()).catch(() => {});
    },
  };
}

const isFull = (error: unknown) =>
  error instanceof Error && (error.name === "QuotaExceededError" || /quota|full/i.test(error.message));
