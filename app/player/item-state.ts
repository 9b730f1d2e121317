import type { Work } from "../exam/attempt/answers.ts";
import type { LearnerForm } from "../exam/item/learner-item.ts";
import { isAnswered } from "../exam/item/response.ts";

export type LearnerFormItem = LearnerForm["items"][number];
export type ItemState = { readonly item: LearnerFormItem; readonly answered: boolean; readonly flagged: boolean };

/** How every question stands, in the order of the test. */
export const itemStates = (form: LearnerForm, { answers, flagged }: Work): readonly ItemState[] =>
  form.items.map((item) => ({
    item,
    answered: isAnswered(answers[item.id]),
    flagged: flagged.includes(item.id),
  }));

/** `answered, flagged for review` */
export const stateWords = ({ answered, flagged }: Omit<ItemState, "item">) =>
  `${answered ? "answered" : "not answered"}${flagged ? ", flagged for review" : ""}`;

/** `3`, `3 and 7`, `3, 7 and 12` */
export function listed(numbers: readonly number[]): string {
  const last = numbers.at(-1);
  if (numbers.length < 2) return String(last ?? "");
  return `${numbers.slice(0, -1).join(", ")} and ${last}`;
}

/** Questions that stand together, in the order of the test. */
export function sectionsOf(states: readonly ItemState[]): readonly { title: string; states: readonly ItemState[] }[] {
  const sections: { title: string; states: ItemState[] }[] = [];
  for (const state of states) {
    const last = sections.at(-1);
    if (last?.title === state.item.section) last.states.push(state);
    else sections.push({ title: state.item.section, states: [state] });
  }
  return sections;
}
