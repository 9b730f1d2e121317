import type { Item } from "../item/item.ts";
import type { ItemResponse } from "../item/response.ts";
import { normalise } from "./normalise.ts";

/** Longer texts are never the same by chance, and comparing them would help nobody. */
export const longestShortAnswer = 100;

/** The same for two responses that differ only in ways the marking rules forgive; null for one that is not short. */
export function sameAnswerKey(item: Pick<Item, "responses">, response: ItemResponse): string | null {
  const parts = item.responses.map(({ id, baseType, cardinality }) => {
    const given = Object.hasOwn(response, id) ? (response[id] ?? []) : [];
    const plain = baseType === "string" ? given.map((text) => normalise(text).text) : given;
    return cardinality === "ordered" ? plain : plain.toSorted();
  });
  const length = parts.flat().reduce((total, text) => total + text.length, 0);
  return length === 0 || length > longestShortAnswer ? null : JSON.stringify(parts);
}

/** How often people gave these marks to the same answer; a help to the examiner, never a mark by itself. */
export type SameAnswer = { readonly marks: number; readonly times: number };

type Judged = { readonly value: ItemResponse; readonly marks: number };

/** What people gave to the same answer before, the most frequent first. */
export function sameAnswers(
  item: Pick<Item, "responses">,
  response: ItemResponse,
  judged: readonly Judged[],
): readonly SameAnswer[] {
  const key = sameAnswerKey(item, response);
  if (key === null) return [];
  const times = new Map<number, number>();
  for (const { value, marks } of judged) {
    if (sameAnswerKey(item, value) === key) times.set(marks, (times.get(marks) ?? 0) + 1);
  }
  return [...times]
    .map(([marks, n]) => ({ marks, times: n }))
    .toSorted((a, b) => b.times - a.times || a.marks - b.marks);
}
