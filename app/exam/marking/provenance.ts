import type { Instant } from "../time/time.ts";

/** What every mark carries so that its place among the others is known; a mark is never changed, only superseded. */
export type MarkOrigin = { readonly id: string; readonly at: Instant; readonly supersedes: string | null };

/** The mark that counts: the latest one that no other supersedes. Null when none was given. */
export const currentMark = <M extends MarkOrigin>(marks: readonly M[]): M | null => {
  const superseded = new Set(marks.map(({ supersedes }) => supersedes));
  return inOrder(marks).findLast(({ id }) => !superseded.has(id)) ?? null;
};

/** Every mark ever given, oldest first, with whether it counts. */
export const markHistory = <M extends MarkOrigin>(
  marks: readonly M[],
): readonly { readonly mark: M; readonly counts: boolean }[] => {
  const current = currentMark(marks);
  return inOrder(marks).map((mark) => ({ mark, counts: mark === current }));
};

const inOrder = <M extends MarkOrigin>(marks: readonly M[]) =>
  marks.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
