import { allowance, type Line, movesTheClock, type StopCause, timeLeft } from "../attempt/ledger.ts";
import { isAnswered } from "../item/response.ts";
import { between, type Duration, type Instant, less, none } from "../time/time.ts";
import { type Done, type Film, film, type Happening, type Held, nothingYet, type Recorded, type Told } from "./film.ts";
import { stretchesOf } from "./made-at.ts";

/** What the learner had before them. */
export type Showing = "waiting" | "question" | "review" | "stopped" | "handing-in" | "ended" | "void";

/** One moment of an attempt. */
export type Scene = Held & {
  readonly at: Instant;
  /** Of the last thing that had happened; -1 before anything had. */
  readonly index: number;
  readonly showing: Showing;
  readonly stopped: StopCause | null;
  readonly left: Duration;
  readonly allowance: Duration;
  /** The item on the screen; null where the learner had not looked at one yet. */
  readonly item: string | null;
  /** Answers on the screen that were stored by then, of those there were. */
  readonly safe: { readonly safe: number; readonly of: number };
  /** At whichever computer. */
  readonly made: number;
  /** Of those, what had reached the server. */
  readonly stored: number;
  /** Made at the computer on the screen, and not yet stored. */
  readonly waiting: readonly Done[];
  /** When something of this computer was last stored. */
  readonly savedAt: Instant | null;
  /** By then announced, the newest last. */
  readonly told: readonly Told[];
  /** Made by then, kept, and never counted. */
  readonly uncounted: readonly Done[];
};

/** An attempt as it was at a moment: a pure function of what is stored. */
export const replay = (record: Recorded, at: Instant): Scene => sceneAt(film(record), at);

/** Something unsaved for longer than this is seen as a lost connection, in milliseconds; older journals say no more. */
const tooLong = 10_000;

export function sceneAt(reel: Film, at: Instant): Scene {
  const index = lastBy(reel.happenings, at);
  const held = reel.held[index] ?? nothingYet;
  const { ledger, phase, announcements } = reel.record;
  const lines = ledger.filter((line) => line.at <= at);
  const made = reel.done.filter(({ madeAt }) => madeAt <= at);
  // What another computer still holds says nothing of what this screen showed as safe.
  const here = made.filter(({ lease }) => held.desk === null || lease === held.desk.id);
  const waiting = here.filter(({ receivedAt }) => receivedAt > at);
  const stored = here.filter(({ receivedAt }) => receivedAt <= at);
  const unsafe = new Set(waiting.flatMap(({ entry }) => (entry.kind === "answer" ? [entry.item] : [])));
  const answered = Object.keys(held.seen.answers).filter((item) => isAnswered(held.seen.answers[item]));
  const of = new Set([...answered, ...unsafe]).size;
  const last = lines.findLast(movesTheClock);
  // A screen that no message reached went on after the stop, and so did the clock on it.
  const unreached = last?.kind === "stopped" && stretchesOf(ledger).some(({ from, to }) => from <= at && at < to);
  const left = less(timeLeft(lines, at), unreached ? between(last.at, at) : none);
  const all = lines.length === ledger.length;
  return {
    ...held,
    at,
    index,
    connected: held.connected && !unreached && !waiting.some((one) => at - one.madeAt > tooLong),
    showing: showingAfter({ last: unreached ? "resumed" : last?.kind, left, held, isVoid: all && phase === "voided" }),
    stopped: last?.kind === "stopped" && !unreached ? last.cause : null,
    left,
    allowance: allowance(lines),
    item: held.seen.at,
    safe: { safe: of - unsafe.size, of },
    made: made.length,
    stored: made.filter(({ receivedAt }) => receivedAt <= at).length,
    waiting,
    savedAt: stored.at(-1)?.receivedAt ?? null,
    told: announcements.filter((one) => one.at <= at),
    uncounted: made.filter(({ standing }) => standing !== "counted"),
  };
}

type Seen = {
  /** What the clock did last. */
  readonly last: Extract<Line, { kind: "started" | "stopped" | "resumed" | "ended" }>["kind"] | undefined;
  readonly left: Duration;
  readonly held: Held;
  readonly isVoid: boolean;
};

function showingAfter({ last, left, held, isVoid }: Seen): Showing {
  if (isVoid) return "void";
  switch (last) {
    case undefined:
      return "waiting";
    case "stopped":
      return "stopped";
    case "ended":
      return "ended";
    case "started":
    case "resumed":
      return left === 0 ? "handing-in" : held.panel === "review" ? "review" : "question";
  }
}

/** The last happening by then: halving a list in order. */
function lastBy(happenings: readonly Happening[], at: Instant): number {
  let [low, high] = [0, happenings.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((happenings[middle]?.at ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
