import type { Item, WorkedKind, WorkedResponse } from "../item.ts";
import { type ItemResponse, isAnswered } from "../response.ts";
import { levelOf, marksForPoints } from "../scheme.ts";
import { moved } from "./lists.ts";

/** What these marks make of a response, unless somebody says that it is a typical mistake. */
const kindFor = (marks: number, { maxMark }: Item): WorkedKind =>
  marks === 0 ? "none" : marks >= maxMark ? "full" : "partial";

/** The response that the key names. */
export const keyedResponse = (item: Item): ItemResponse =>
  Object.fromEntries(
    item.responses.flatMap(({ id, correct }) => (correct === null || correct.length === 0 ? [] : [[id, correct]])),
  );

type Made = { readonly response: ItemResponse; readonly marks: number; readonly why?: string };

export const addWorked = (item: Item, { response, marks, why = "" }: Made): Item => {
  const given = Object.fromEntries(Object.entries(response).filter(([, value]) => isAnswered({ value })));
  const worked: WorkedResponse = {
    kind: kindFor(marks, item),
    response: given,
    marks,
    points: [],
    level: levelFor(item, marks),
    toPerson: false,
    why,
  };
  return { ...item, worked: [...item.worked, worked] };
};

const levelFor = ({ scheme }: Item, marks: number) =>
  scheme?.kind === "levels" ? (levelOf(scheme.levels, marks)?.level ?? null) : null;

export const removeWorked = (item: Item, at: number): Item => ({ ...item, worked: item.worked.toSpliced(at, 1) });

export const moveWorked = (item: Item, { from, to }: { readonly from: number; readonly to: number }): Item => ({
  ...item,
  worked: moved(item.worked, from, to),
});

export const changeWorked = (item: Item, at: number, change: Partial<WorkedResponse>): Item => ({
  ...item,
  worked: item.worked.map((worked, index) => (index === at ? { ...worked, ...change } : worked)),
});

/** Other marks make it another kind of response; a typical mistake may have any. */
export const withExpected = (item: Item, at: number, marks: number): Item => {
  const before = item.worked[at];
  if (before === undefined) return item;
  const kind = before.kind === "typical-mistake" ? before.kind : kindFor(marks, item);
  return changeWorked(item, at, { marks, kind, level: levelFor(item, marks) });
};

/** Which points of the scheme it earns; its marks are what they come to. */
export const withPoints = (item: Item, at: number, points: readonly string[]): Item => {
  const { scheme } = item;
  if (scheme?.kind !== "points") return item;
  const inOrder = scheme.points.map(({ id }) => id).filter((id) => points.includes(id));
  const marks = marksForPoints(scheme.points, inOrder, item.maxMark);
  return withExpected(changeWorked(item, at, { points: inOrder }), at, marks);
};
