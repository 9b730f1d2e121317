import { type IDBPDatabase, openDB } from "idb";
import type { CopyLabel } from "../../exam/attempt/copy.ts";

/** A copy as a board holds it: nothing in it can be read here. `wall`: the computer's own clock when it came. */
export type KeptCopy = {
  readonly sitting: string;
  readonly label: CopyLabel;
  /** The leases whose copies were held before: computers that the learner has left. */
  readonly former: readonly string[];
  readonly salt: string;
  readonly sealed: Uint8Array<ArrayBuffer>;
  readonly wall: number;
};

/** A form as its learner's computer got it: locked. */
export type KeptForm = { readonly attempt: string; readonly sealed: Uint8Array<ArrayBuffer> };

export type CopyStore = {
  /** Of this sitting. Those that another board of this browser left behind long ago are forgotten. */
  read(sitting: string): Promise<{ readonly copies: readonly KeptCopy[]; readonly forms: readonly KeptForm[] }>;
  write(copy: KeptCopy): Promise<void>;
  writeForm(form: KeptForm): Promise<void>;
  forget(attempt: string): Promise<void>;
  close(): void;
};

/** Milliseconds: longer than any sitting. */
const aDay = 86_400_000;

/** A board that is loaded anew still has the copies of computers that are no longer there to make them again. */
export function copyStore(): CopyStore {
  let opening: Promise<IDBPDatabase> | null = null;
  // A browser that keeps nothing still holds the copies for as long as the board is open.
  const within = async <Value>(without: Value, work: (database: IDBPDatabase) => Promise<Value>) => {
    opening ??= openDB("examhall-copies", 1, {
      upgrade(fresh) {
        fresh.createObjectStore("copies", { keyPath: "label.attempt" });
        fresh.createObjectStore("forms", { keyPath: "attempt" });
      },
    });
    return opening.then(work).catch(() => without);
  };
  const forget = (attempt: string) =>
    within(undefined, async (database) => {
      await database.delete("copies", attempt);
      await database.delete("forms", attempt);
    });
  return {
    forget,
    read: (sitting) =>
      within({ copies: [], forms: [] }, async (database) => {
        const all: readonly KeptCopy[] = await database.getAll("copies");
        const isLeftBehind = (copy: KeptCopy) => copy.sitting !== sitting && Date.now() - copy.wall > aDay;
        for (const { label } of all.filter(isLeftBehind)) await forget(label.attempt);
        const kept = all.filter((copy) => !isLeftBehind(copy));
        const forms: readonly KeptForm[] = await database.getAll("forms");
        const withForm = (copies: readonly KeptCopy[]) => (form: KeptForm) =>
          copies.some(({ label }) => label.attempt === form.attempt);
        // A form without a copy is of no use here, and its own page brings it again.
        for (const form of forms) if (!withForm(kept)(form)) await forget(form.attempt);
        const copies = kept.filter((copy) => copy.sitting === sitting);
        return { copies, forms: forms.filter(withForm(copies)) };
      }),
    write: (copy) => within(undefined, async (database) => void (await database.put("copies", copy))),
    writeForm: (form) => within(undefined, async (database) => void (await database.put("forms", form))),
    close: () => void opening?.then((database) => database.close()).catch(() => {}),
  };
}
