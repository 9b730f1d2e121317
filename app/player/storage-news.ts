import { type Keeping, keepsACopy } from "../exam/attempt/keeping.ts";
import type { AttemptState } from "../live/contract.ts";
import { about, type Timers } from "./timers.ts";

type Ways = {
  readonly timers: Timers;
  /** How the attempt stands, and so what the server knows of this computer's storage; null when nobody may be told. */
  state(): AttemptState | null;
  tell(keeping: Keeping): Promise<{ readonly ok: boolean }>;
  told(keeping: Keeping): void;
  /** Everything is to be written anew, the form included. */
  keepAll(): void;
  show(keeping: Keeping): void;
  /** @param seen it stands nowhere on the screen, so it is shown too. */
  say(words: string, seen: boolean): void;
};

const again = 2_000;

const recovered = "Your answers are kept on this computer again.";
const keepOpen = "Your answers go to the server as you work. Keep this page open and tell the invigilator.";
const trouble: Record<Exclude<Keeping, "kept">, string> = {
  cleared: "This computer's storage was emptied. Your answers have been kept on it again. Tell the invigilator.",
  refused: `This browser cannot keep a copy of your answers. ${keepOpen}`,
  full: `This computer is full and cannot keep a copy of your answers. ${keepOpen}`,
};

/** What the learner and the room are told when this computer cannot keep the work, and when it can again. */
export function storageNews({ timers, state, tell, told, keepAll, show, say }: Ways) {
  let keeping: Keeping = "kept";
  let telling = false;

  const tellServer = async () => {
    const known = state();
    if (telling || known === null || known.keeping === keeping) return;
    telling = true;
    const news = keeping;
    try {
      if ((await tell(news)).ok) told(news);
      telling = false;
      if (news !== keeping) void tellServer();
    } catch {
      telling = false;
      timers.after(about(again, timers), () => void tellServer());
    }
  };

  return {
    changed(next: Keeping) {
      const before = keeping;
      keeping = next;
      show(next);
      if (next !== "kept") say(trouble[next], false);
      else if (before !== "cleared") say(recovered, true);
      // What could not be written meanwhile, or was emptied, is written now.
      if (keepsACopy(next) && before !== "cleared") keepAll();
      void tellServer();
    },
    /** The server has spoken, or can be spoken to again. */
    tellServer: () => void tellServer(),
  };
}
