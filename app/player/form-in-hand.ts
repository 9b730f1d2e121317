import type { LearnerForm } from "../exam/item/learner-item.ts";
import { about, type Timers } from "./timers.ts";
import type { Vault } from "./vault.ts";

export type FormInHand = ReturnType<typeof formInHand>;

type Ways = {
  readonly id: string;
  readonly vault: Pick<Vault, "readForm" | "writeForm">;
  readonly timers: Timers;
  /** Gets the encrypted form from the server. */
  fetchForm(): Promise<Uint8Array>;
  openForm(sealed: Uint8Array, key: string): Promise<LearnerForm>;
  /** The whole form is on this computer, still locked. */
  here(): void;
  opened(form: LearnerForm): void;
  /** A form that came twice and opens neither time needs a person. */
  broken(): void;
};

/** Milliseconds between tries to get the form. */
const again = 2_000;

/** Brings the locked form to this computer and opens it when the key is given. */
export function formInHand({ id, vault, timers, fetchForm, openForm, here, opened, broken }: Ways) {
  let sealed: Uint8Array | null = null;
  let key: string | null = null;
  let fetching = false;
  let done = false;
  let failures = 0;

  const hold = (arrived: Uint8Array) => {
    sealed = arrived;
    here();
    void open();
  };
  const bring = async (fromVault: boolean) => {
    if (fetching || sealed !== null) return;
    fetching = true;
    try {
      const kept = fromVault ? await vault.readForm(id) : null;
      const arrived = kept ?? (await fetchForm());
      fetching = false;
      if (kept === null) void vault.writeForm(id, arrived);
      hold(arrived);
    } catch {
      fetching = false;
      timers.after(about(again, timers), () => void bring(fromVault));
    }
  };
  const open = async () => {
    if (done || sealed === null || key === null) return;
    try {
      const form = await openForm(sealed, key);
      if (!done) opened(form);
      done = true;
    } catch {
      // What was kept may be an older version, or damaged: the server's own copy decides.
      sealed = null;
      failures += 1;
      if (failures > 1) broken();
      else void bring(false);
    }
  };

  return {
    bring: () => void bring(true),
    /** As it came, locked; null while it is not here. */
    sealed: () => sealed,
    /** The computer has forgotten it, or could not keep it before. */
    keepAgain() {
      if (sealed !== null) void vault.writeForm(id, sealed);
    },
    unlock(given: string) {
      key = given;
      void bring(true);
      void open();
    },
  };
}
