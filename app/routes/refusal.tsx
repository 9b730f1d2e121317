import { FormErrors } from "../components/form-errors.tsx";
import type { Said } from "./answer.ts";

type Props = {
  /** What did not happen. Left out when there was no answer, for then nobody knows. */
  readonly title: string;
  readonly said: Said;
};

/** What was said to a form that was not taken: each wrong field with its words, or the one sentence when no field is to blame. */
export function Refusal({ title, said: { words, fields, unanswered } }: Props) {
  const named = Object.entries(fields).map(([field, message]) => ({ field, message }));
  return (
    <FormErrors title={unanswered ? noAnswerYet : title} errors={named.length > 0 ? named : [{ message: words }]} />
  );
}

export const noAnswerYet = "No answer yet";
