import type { Tone } from "../../components/tone.ts";
import type { Phase } from "../../exam/attempt/attempt.ts";
import { stageInWords } from "../../exam/awarding/stage.ts";
import type { RuleName } from "../../exam/rulebook/settings.ts";
import type { BookingLine } from "../../store/views/booking-lines.ts";

export const phaseWords: Readonly<Record<Phase, string>> = {
  booked: "Booked",
  admitted: "In the room",
  ready: "Ready to start",
  running: "Taking the test",
  paused: "Paused",
  closed: "Finished",
  voided: "Void",
};

type State = { readonly tone: Tone; readonly words: string };

/** How a booking stands, from the day it was made to its result. */
export function stateOf({ entry, phase, stage }: Pick<BookingLine, "entry" | "phase" | "stage">): State {
  switch (entry) {
    case "cancelled":
      return { tone: "neutral", words: "Cancelled" };
    case "absent":
      return { tone: "warn", words: "Absent" };
    case "voided":
      return { tone: "bad", words: "Void" };
    case "open":
      return { tone: "info", words: phaseWords[phase] };
    case "sat":
      return { tone: "neutral", words: stageInWords(stage) };
    case "resulted":
      return { tone: "good", words: "Result released" };
  }
}

/** The rules that can stand in the way of an entry, by the names people use. */
export const ruleWords: Readonly<Partial<Record<RuleName, string>>> = {
  attemptsAllowed: "How many attempts are allowed",
  resultBeforeResit: "A resit comes after the result",
};
