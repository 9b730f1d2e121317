import type { Instant } from "../../exam/time/time.ts";
import type { Intent } from "./intents.ts";

/** What became of an action, in words for the person who did it. */
export type Told =
  | {
      readonly ok: true;
      readonly intent: Intent;
      readonly words: string;
      /** The code to carry on with at another computer; it is told once. */
      readonly move?: { readonly code: string; readonly until: Instant; readonly number: number };
    }
  | {
      readonly ok: false;
      readonly words: string;
      readonly fields: Readonly<Record<string, string>>;
      /** Nobody said no: no answer came, and it may have been done. */
      readonly unanswered?: true;
      /** Something else was done under the name of this order: sent again, it is another one. */
      readonly taken?: true;
    };
