import type { Item } from "../item/item.ts";
import type { ItemResponse } from "../item/response.ts";
import { markItem } from "./auto-mark.ts";
import { type PersonReason, personReasonInWords } from "./mark.ts";
import { type PartSeen, partsSeen } from "./parts.ts";
import type { SameAnswer } from "./same-answer.ts";
import type { Queue } from "./task.ts";

/**
 * All that an examiner's browser gets of a response, by naming what goes in: nothing here says whose it is, where it was
 * written or when. `task` is random.
 */
export type ResponseToMark = {
  readonly task: string;
  readonly queue: Queue;
  readonly value: ItemResponse;
  /** In words: why rules did not mark it, or what the examiner who passed it on was not sure about. */
  readonly why: string | null;
  /** What the parts that rules know come to. */
  readonly suggested: number | null;
  readonly parts: readonly PartSeen[];
  readonly same: readonly SameAnswer[];
};

type Taken = {
  readonly task: string;
  readonly queue: Queue;
  readonly value: ItemResponse;
  /** The doubt, for a senior. */
  readonly doubt: string | null;
  readonly same: readonly SameAnswer[];
};

export function responseToMark(item: Item, { task, queue, value, doubt, same }: Taken): ResponseToMark {
  const marking = markItem(item, value);
  const reason = marking.kind === "to-person" ? marking.why : null;
  return {
    task,
    queue,
    value,
    why: queue === "senior" && doubt !== null ? doubt : sayWhy(reason),
    suggested: marking.kind === "to-person" ? marking.suggested : null,
    parts: partsSeen(item, value),
    same,
  };
}

/** That people mark an open question needs no saying. */
const sayWhy = (reason: PersonReason | null) =>
  reason === null || reason === "marked-by-a-person" ? null : personReasonInWords[reason];
