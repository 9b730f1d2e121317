import type { AsideChoice } from "../../exam/proof/decide-aside.ts";

/** What the form sends for an answer: its place in the journal, or this for what stood at the end. */
const stood = "stood";

export const choiceValue = (position: number | null) => (position === null ? stood : String(position));

/** The name of a question's field: `question-7`. */
export const choiceField = (number: number) => `question-${number}`;

/** Every field of the form that names a question, as a choice; what is no number is left for the command to refuse. */
export const choicesIn = (fields: Readonly<Record<string, unknown>>): readonly AsideChoice[] =>
  Object.entries(fields).flatMap(([name, value]) => {
    const [, number] = /^question-(\d+)$/.exec(name) ?? [];
    return number === undefined ? [] : [{ number: Number(number), position: value === stood ? null : Number(value) }];
  });
