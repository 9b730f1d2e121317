import type { LostKind, Stretch } from "../../exam/invigilation/lost-time.ts";
import { lengthWords } from "../../exam/invigilation/spoken-time.ts";
import type { LostTimePolicy } from "../../exam/rulebook/settings.ts";
import type { Duration } from "../../exam/time/time.ts";
import { clockSeconds } from "./room-time.ts";

const kinds: Record<LostKind, string> = {
  reloaded: "Page opened again or computer restarted",
  frozen: "Screen did not react",
  blocked: "No question on the screen",
  asleep: "Computer slept",
  moved: "Moved to another computer",
};

const evidence: Record<LostKind, string> = {
  reloaded: "reported by the computer, from its last sign of life to the next question on its screen",
  frozen: "reported by the computer itself when it went on",
  blocked: "reported by the computer itself when it went on",
  asleep: "reported by the computer, by the server's clock",
  moved: "from the old computer's last sign of life or the move to the first thing done at the new one",
};

export const lostKindWords = (kind: LostKind) => kinds[kind];

/** `10:41:07 to 10:43:20, 2 min` */
export const stretchTimes = ({ from, to, lost }: Stretch) =>
  `${clockSeconds(from)} to ${clockSeconds(to)}, ${lengthWords(lost)}`;

export const evidenceWords = ({ kind, sure }: Pick<Stretch, "kind" | "sure">) =>
  sure ? evidence[kind] : "by the clock of the computer alone: for you to judge, not proposed";

export const minutesWords = (length: Duration) => `${Math.round(length / 60_000)} min`;

/** The rule, beside what it comes to. */
export const policyWords = ({ shortest, steps, most }: LostTimePolicy) =>
  `Stretches of ${lengthWords(shortest)} or more are added up and rounded up to ${steps === 60_000 ? "the minute" : lengthWords(steps)}, at most ${lengthWords(most)} in one test. Time in which a learner could work without a network is not lost.`;
