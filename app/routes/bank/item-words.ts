import type { InteractionType } from "../../exam/item/body.ts";
import { isCriterion } from "../../exam/item/knowledge-specification.ts";

/** What a learner does in each kind of interaction, in two words. */
export const interactionWords: Readonly<Record<InteractionType, string>> = {
  choice: "Choose",
  "text-entry": "Short text",
  "extended-text": "Long text",
  "inline-choice": "Choose in text",
  match: "Match",
  associate: "Pair",
  order: "Order",
  "gap-match": "Fill gaps",
  hottext: "Mark in text",
  hotspot: "Point in picture",
  slider: "Slider",
  media: "Listen or watch",
  "select-point": "Set points",
  "graphic-order": "Order in picture",
  "graphic-associate": "Pair in picture",
  "graphic-gap-match": "Place on picture",
};

export const markingWords = { auto: "By rule", person: "Examiner" } as const;

/** Answers for a criterion are judged by the learner's assessor and not by an examiner. */
export const markedBy = (marking: keyof typeof markingWords, area: string) =>
  marking === "person" && isCriterion(area) ? "Assessor" : markingWords[marking];

export const inMarks = (marks: number) => (marks === 1 ? "1 mark" : `${marks} marks`);
