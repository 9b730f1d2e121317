import type { ItemResponse } from "../exam/item/response.ts";
import type { Instant } from "../exam/time/time.ts";
import { taskRows } from "./marking-tasks.ts";
import type { Client } from "./store.ts";

export type MarkingRows = ReturnType<typeof markingRows>;

export type NewResponse = {
  readonly id: string;
  readonly attemptId: string;
  readonly itemVersionId: string;
  readonly number: number;
  readonly value: ItemResponse;
  /** Place in the journal of an answer set aside; left out for what stood at the end. */
  readonly position?: number;
};
export type NewMark = {
  readonly id: string;
  readonly responseId: string;
  readonly marks: number;
  readonly max: number;
  readonly givenBy: "rule" | "examiner" | "senior";
  readonly staffId: string | null;
  readonly detail: object;
  readonly at: Instant;
  readonly supersedesId: string | null;
};
export type NewTask = {
  readonly id: string;
  readonly responseId: string;
  readonly itemVersionId: string;
  readonly centreId: string;
  readonly queue: "examiner" | "senior";
  readonly why: string | null;
  readonly createdAt: Instant;
};

export const markingRows = (client: Client) => ({
  /** What closing an attempt leaves behind: a response an item, a mark where a rule decides, a task where a person must. */
  async addResponses({
    responses,
    marks,
    tasks,
  }: {
    readonly responses: readonly NewResponse[];
    readonly marks: readonly NewMark[];
    readonly tasks: readonly NewTask[];
  }) {
    await client.response.createMany({
      data: responses.map((response) => ({ ...response, value: response.value as object })),
    });
    await client.mark.createMany({ data: marks.map((mark) => ({ ...mark, at: new Date(mark.at) })) });
    await client.markingTask.createMany({
      data: tasks.map((task) => ({ ...task, state: "waiting", createdAt: new Date(task.createdAt) })),
    });
  },

  /** Responses to one question, whether they count or not. */
  async responsesTo(
    attemptId: string,
    number: number,
  ): Promise<readonly { readonly id: string; readonly position: number | null; readonly counts: boolean }[]> {
    return client.response.findMany({
      where: { attemptId, number },
      select: { id: true, position: true, counts: true },
    });
  },

  /** Of the responses to one question this one counts from now on, or, with null, none until another is added. */
  async count(attemptId: string, number: number, responseId: string | null) {
    await client.response.updateMany({ where: { attemptId, number, counts: true }, data: { counts: false } });
    if (responseId !== null) await client.response.update({ where: { id: responseId }, data: { counts: true } });
  },

  ...taskRows(client),
});
