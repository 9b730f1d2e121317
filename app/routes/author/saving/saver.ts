import type { Instant } from "../../../exam/time/time.ts";

/** How what was written stands; the page shows it all the time. */
export type Saving =
  /** `at` is null until something was saved on this page. */
  | { readonly kind: "saved"; readonly at: Instant | null }
  | { readonly kind: "waiting" | "sending" }
  /** Not heard by the server; it is sent again by itself. */
  | { readonly kind: "unheard"; readonly words: string }
  /** Refused, such as when the draft has been closed; the next change is tried again. */
  | { readonly kind: "refused"; readonly words: string }
  /** Somebody else saved in between; a writer decides what becomes of it. */
  | { readonly kind: "overtaken"; readonly words: string };

export type Sent =
  | { readonly kind: "agreed"; readonly revision: number; readonly at: Instant }
  | { readonly kind: "refused"; readonly refusal: string; readonly words: string }
  | { readonly kind: "unheard"; readonly words: string };

type Ports<Content> = {
  /** Never rejects. */
  readonly post: (save: { readonly revision: number; readonly content: Content }) => Promise<Sent>;
  /** Runs something after so many milliseconds, unless what it gives back is called first. */
  readonly later: (run: () => void, after: number) => () => void;
  /** Waits before another try; a longer while each time. */
  readonly pause: (tries: number) => Promise<void>;
  readonly told: (saving: Saving) => void;
};

/** After the last change. */
const quiet = 1_000;
/** After the first of many changes without a pause. */
const longest = 4_000;

export type Saver<Content> = ReturnType<typeof makeSaver<Content>>;

/**
 * Saves a draft by itself: one save at a time, always the newest content, again and again until the server has heard it.
 * Nothing is let go of before it is saved or a writer says so.
 */
export function makeSaver<Content>({ post, later, pause, told }: Ports<Content>, start: { readonly revision: number }) {
  let { revision } = start;
  let unsaved: { readonly content: Content } | null = null;
  let running: Promise<boolean> | null = null;
  let stopped = false;
  let timers: readonly (() => void)[] = [];

  const stopTimers = () => {
    for (const stop of timers) stop();
    timers = [];
  };
  async function send(): Promise<boolean> {
    for (let tries = 1; unsaved !== null; ) {
      const sent: { readonly content: Content } = unsaved;
      told({ kind: "sending" });
      const answer = await post({ revision, content: sent.content });
      if (answer.kind === "agreed") {
        revision = answer.revision;
        tries = 1;
        if (unsaved === sent) unsaved = null;
        if (unsaved === null) told({ kind: "saved", at: answer.at });
      } else if (answer.kind === "unheard") {
        told(answer);
        await pause(tries);
        tries += 1;
      } else {
        stopped = answer.refusal === "changed-since";
        told({ kind: stopped ? "overtaken" : "refused", words: answer.words });
        return false;
      }
    }
    return true;
  }

  /** Saves now; true when all is saved, false when somebody has to decide first. */
  function flush(): Promise<boolean> {
    stopTimers();
    if (stopped) return Promise.resolve(unsaved === null);
    running ??= send().finally(() => {
      running = null;
    });
    return running;
  }

  return {
    flush,
    changed(content: Content) {
      unsaved = { content };
      if (stopped || running !== null) return;
      const [, ...cap] = timers;
      timers[0]?.();
      if (cap.length === 0) told({ kind: "waiting" });
      timers = [later(flush, quiet), ...(cap.length === 0 ? [later(flush, longest)] : cap)];
    },
    /** Nothing is waiting to be saved. */
    isSafe: () => unsaved === null,
    revision: () => revision,
    /** Saves what is here on top of what somebody else saved. */
    keepMine(onTopOf: number) {
      revision = onTopOf;
      stopped = false;
      return flush();
    },
    /** Lets go of what is here, because a writer chose the other text. */
    takeTheirs(theirs: number) {
      revision = theirs;
      unsaved = null;
      stopped = false;
      told({ kind: "saved", at: null });
    },
    close: stopTimers,
  };
}
