import type { ResponseId, Value } from "../item/response.ts";
import type { Normalised } from "./normalise.ts";

/** Why a response got the marks it got: shown beside the mark, kept with it. */
export type Reason =
  | { readonly rule: "nothing-given" }
  | { readonly rule: "worth"; readonly response: ResponseId; readonly given: string; readonly marks: number }
  | { readonly rule: "as-the-key" | "not-as-the-key"; readonly response: ResponseId; readonly given: Value }
  | { readonly rule: "nothing-given-here"; readonly response: ResponseId }
  | { readonly rule: "total"; readonly marks: number };

export type PersonReason =
  | "marked-by-a-person"
  | "text-not-recognised"
  | "not-a-possible-response"
  | "rules-gave-no-mark";

/**
 * What marking by rule comes to. `suggested` is what the recognised parts earn, or null when no rule applies; `normalised`
 * shows the texts as they were compared.
 */
export type Marking =
  | { readonly kind: "marked"; readonly marks: number; readonly max: number; readonly reasons: readonly Reason[] }
  | {
      readonly kind: "to-person";
      readonly suggested: number | null;
      readonly why: PersonReason;
      readonly normalised: Readonly<Record<ResponseId, Normalised>>;
    };

export const personReasonInWords: Readonly<Record<PersonReason, string>> = {
  "marked-by-a-person": "An examiner marks this item.",
  "text-not-recognised": "The text is not one of the accepted answers, so an examiner decides.",
  "not-a-possible-response":
    "The response could not have come from the controls of this item, so an examiner looks at it.",
  "rules-gave-no-mark": "The rules of this item give no mark for this response, so an examiner decides.",
};

const inMarks = (marks: number) => `${marks} ${Math.abs(marks) === 1 ? "mark" : "marks"}`;

export const reasonInWords = (reason: Reason): string => {
  switch (reason.rule) {
    case "nothing-given":
      return "Nothing was given.";
    case "nothing-given-here":
      return `Nothing was given for ${reason.response}.`;
    case "worth":
      return `“${reason.given}” is worth ${inMarks(reason.marks)}.`;
    case "as-the-key":
      return `“${reason.given.join(", ")}” is what the key says.`;
    case "not-as-the-key":
      return `“${reason.given.join(", ")}” is not what the key says.`;
    case "total":
      return `The rules of the item come to ${inMarks(reason.marks)}.`;
  }
};
