import type { Body } from "./body.ts";
import type { Item, ObjectiveMarks, Stimulus } from "./item.ts";
import type { MarkScheme } from "./scheme.ts";

/** What an examiner has before them beside a response. The prompt still holds its interactions, to be shown as read-only. */
export type ExaminerItem = {
  readonly id: string;
  readonly title: string;
  readonly prompt: Body;
  readonly stimulus: { readonly title: string; readonly body: Body } | null;
  readonly scheme: MarkScheme | null;
  readonly maxMark: number;
  readonly objectives: ObjectiveMarks;
};

export const forExaminer = (item: Item, stimulus: Stimulus | null): ExaminerItem => ({
  id: item.id,
  title: item.title,
  prompt: item.body,
  stimulus: stimulus === null ? null : { title: stimulus.title, body: stimulus.body },
  scheme: item.scheme,
  maxMark: item.maxMark,
  objectives: item.objectives,
});
