import { type IDBPDatabase, openDB } from "idb";
import type { CopyLabel } from "../../exam/attempt/copy.ts";

/** A copy as a board holds it: nothing in it can be read here. `wall`: the computer's own clock when it came. */
export type KeptCopy = {
  readonly sitting: string;
  readonly label: CopyLabel;
  readonly salt: string;
  readonly sealed: Uint8Array<ArrayBuffer>;
  readonly wall: number;
};

/** A form as its learner's computer got it: locked. */
export type KeptForm = { readonly attempt: string; readonly sealed: Uint8Array<ArrayBuffer> };

export type CopyStore = {
  /** Of this sitting; those of others are forgotten. */
  read(sitting: string): Promise<{ readonly copies: readonly KeptCopy[]; readonly forms: readonly KeptForm[] }>;
  write(copy: KeptCopy): Promise<void>;
  writeForm(form: KeptForm): Promise<void>;
  forget(attempt: string): Promise<void>;
  close(): void;
};

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
        for (const { label } of all.filter((copy) => copy.sitting !== sitting)) await forget(label.attempt);
        const copies = all.filter((copy) => copy.sitting === sitting);
        const forms: readonly KeptForm[] = await database.getAll("forms");
        // A form without a copy is of no use here, and its own page brings it again.
        const isOfUse = ({ attempt }: KeptForm) => copies.some(({ label }) => label.attempt === attempt);
        for (const form of forms) if (!isOfUse(form)) await forget(form.attempt);
        return { copies, forms: forms.filter(isOfUse) };
      }),
    write: (copy) => within(undefined, async (database) => void (await database.put("copies", copy))),
    writeForm: (form) => within(undefined, async (database) => void (await database.put("forms", form))),
    close: () => void opening?.then((database) => database.close()).catch(() => {}),
  };
}
