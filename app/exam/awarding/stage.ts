import type { Phase } from "../attempt/attempt.ts";

/** How far an attempt has come on the way from its last answer to its result. */
export type Stage =
  | { readonly stage: "not-ended" }
  /** A voided attempt never gives a result, whatever was marked. */
  | { readonly stage: "void" }
  | { readonly stage: "marking"; readonly marked: number; readonly of: number }
  | { readonly stage: "awaiting-award" }
  /** Marks and boundaries are there; nobody has released the result yet. */
  | { readonly stage: "graded" }
  | { readonly stage: "issued" };

/** What is known of an attempt: how many of its form's items have a mark that counts, and what there is beside. */
export type Facts = {
  readonly phase: Phase;
  readonly marked: number;
  readonly of: number;
  readonly hasBoundaries: boolean;
  readonly isIssued: boolean;
};

/** An issued result stays issued: marking that is opened again afterwards does not take it back. */
export function stageOf({ phase, marked, of, hasBoundaries, isIssued }: Facts): Stage {
  if (phase === "voided") return { stage: "void" };
  if (phase !== "closed") return { stage: "not-ended" };
  if (isIssued) return { stage: "issued" };
  if (marked < of) return { stage: "marking", marked, of };
  return { stage: hasBoundaries ? "graded" : "awaiting-award" };
}

/** For staff; what a learner reads is said by the learner's own page. */
export function stageInWords(stage: Stage): string {
  switch (stage.stage) {
    case "not-ended":
      return "Not ended";
    case "void":
      return "No result: attempt void";
    case "marking":
      return `Marking: ${stage.marked} of ${stage.of}`;
    case "awaiting-award":
      return "Awaiting award";
    case "graded":
      return "Graded, not released";
    case "issued":
      return "Released";
  }
}
