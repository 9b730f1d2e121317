import type { Keeping } from "../exam/attempt/keeping.ts";
import type { LearnerForm } from "../exam/item/learner-item.ts";
import type { CopyParts } from "./room-copy.ts";
import type { Timers } from "./timers.ts";
import type { Heard, Transport } from "./transport.ts";
import type { Remembered, Vault } from "./vault.ts";

/** What a browser, or a test, brings to a learner's end of an attempt. */
export type PlayerParts = {
  readonly attempt: string;
  readonly timers: Timers;
  connect(heard: Heard): Transport;
  openVault(ways: { changed(keeping: Keeping): void; found(before: Remembered): void }): Vault;
  fetchForm(): Promise<Uint8Array>;
  /** Fails when the key does not fit or the form is damaged. */
  openForm(sealed: Uint8Array, key: string): Promise<LearnerForm>;
  /** A random name for this browser, should it have none yet. */
  newMachine(): string;
  /** The page is out of sight. */
  isHidden(): boolean;
  readonly copies?: CopyParts;
};
