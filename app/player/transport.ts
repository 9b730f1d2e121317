import type { Refused } from "../exam/people/refusals.ts";
import type {
  Announced,
  AttemptState,
  Attend,
  Attended,
  KeepingNews,
  KeepingTold,
  Save,
  Saved,
  Submitted,
} from "../live/contract.ts";

export type Ready = { readonly attempt: string; readonly lease: string };
export type Readied = { readonly ok: true; readonly state: AttemptState } | Refused;

/**
 * What the player asks of the server, over whichever way is open. A promise is kept with the server's answer, a refusal
 * included; it is broken when no answer came.
 */
export type Transport = {
  attend(message: Attend): Promise<Attended>;
  ready(message: Ready): Promise<Readied>;
  save(message: Save): Promise<Saved>;
  submit(message: Save): Promise<Submitted>;
  keeping(message: KeepingNews): Promise<KeepingTold>;
  close(): void;
};

/** What the server tells without being asked. */
export type Heard = {
  attempt(state: AttemptState): void;
  announcement(announced: Announced): void;
  signedOut(): void;
  /** Asking how the attempt stands was refused: signed out, or no longer this computer's. */
  refused(refusal: Refused): void;
  /** A way to the server has opened: attend again, to hear what was missed. */
  connected(): void;
  lost(): void;
};
