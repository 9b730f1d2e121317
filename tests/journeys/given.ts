import type { WorkedKind, WorkedResponse } from "../../app/exam/item/item.ts";
import { type Question, worked } from "./paper.ts";

/** What a learner gives to each question, by its number. */
export type Given = ReadonlyMap<number, WorkedResponse>;

/** Some right, some partly, some with the usual mistake; one short text that no rule recognises. */
export function planOf(questions: readonly Question[]): Given {
  const kinds: readonly WorkedKind[] = ["full", "partial", "typical-mistake", "full"];
  const isShortText = ({ interactions }: Question) => interactions.some(({ type }) => type === "text-entry");
  const [, unknown] = questions.filter(isShortText);
  return new Map(
    questions.map((question, index) => {
      if (question === unknown) {
        const toPerson = question.item.worked.find((one) => one.toPerson);
        if (toPerson === undefined) throw new Error(`${question.item.id} has no response for a person.`);
        return [question.number, toPerson];
      }
      const kind = kinds[index % kinds.length] ?? "full";
      const has = question.item.worked.some((one) => one.kind === kind && !one.toPerson);
      return [question.number, worked(question, has && !isShortText(question) ? kind : "full")];
    }),
  );
}

/** For the questions that a person marks: what the other learner did not write, so that two responses are told apart. */
export const otherThan = (given: Given, questions: readonly Question[]): Given =>
  new Map(
    questions
      .filter(({ item }) => item.marking === "person")
      .map((question) => {
        const full = worked(question, "full");
        return [question.number, given.get(question.number) === full ? worked(question, "typical-mistake") : full];
      }),
  );

export function wanted(given: Given, { number }: Question) {
  const found = given.get(number);
  if (found === undefined) throw new Error(`Nothing is planned for question ${number}.`);
  return found.response;
}

export const totalOf = (responses: Iterable<WorkedResponse>) =>
  [...responses].reduce((total, { marks }) => total + marks, 0);

export function lastOf(questions: readonly Question[]): Question {
  const last = questions.at(-1);
  if (last === undefined) throw new Error("The paper has no questions.");
  return last;
}
