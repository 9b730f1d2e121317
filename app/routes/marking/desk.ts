import { marksForPoints, type Point } from "../../exam/item/scheme.ts";
import type { ResponseToMark } from "../../exam/marking/response-to-mark.ts";

/** What the examiner has chosen so far; `marks` null is nothing yet, which is not the same as none. */
export type Choice = { readonly marks: number | null; readonly points: readonly string[]; readonly comment: string };

export const noChoice: Choice = { marks: null, points: [], comment: "" };

/** A response on the desk; `words` say why it came back. */
export type OnDesk = { readonly response: ResponseToMark; readonly choice: Choice; readonly words: string | null };

/** Something that was not kept and cannot be marked again here. */
export type Lost = { readonly task: string; readonly words: string };

/** An examiner's desk: the first of `pile` is in sight, the rest is already in memory. */
export type Desk = {
  readonly pile: readonly OnDesk[];
  /** Newest first. A decision from before this page was opened has no copy here. */
  readonly decided: readonly { readonly task: string; readonly kept: OnDesk | null; readonly isMark: boolean }[];
  /** Tasks whose decision the server has not acknowledged. */
  readonly unsent: readonly string[];
  readonly lost: readonly Lost[];
  readonly marked: number;
  readonly left: number;
  readonly isFetching: boolean;
  /** The last fetch brought nothing new; asking again makes no sense until something has been decided. */
  readonly isDry: boolean;
};

export type Counts = { readonly waiting: number; readonly markedToday: number };
export type Arrived = Counts & { readonly responses: readonly ResponseToMark[] };

/** The longest way back; the server allows as many. */
const reach = 10;

export const emptyDesk = ({ waiting, markedToday }: Counts, decided: readonly string[]): Desk => ({
  pile: [],
  decided: decided.map((task) => ({ task, kept: null, isMark: true })),
  unsent: [],
  lost: [],
  marked: markedToday,
  left: waiting,
  isFetching: true,
  isDry: false,
});

export const fetching = (desk: Desk): Desk => ({ ...desk, isFetching: true, isDry: false });

/** What was decided while the responses were on their way must not land on the desk again. */
export function arrive(desk: Desk, { responses, waiting, markedToday }: Arrived): Desk {
  const known = new Set([...desk.pile.map(taskOf), ...desk.decided.map(({ task }) => task), ...desk.unsent]);
  const fresh = responses.filter(({ task }) => !known.has(task));
  const pile = [...desk.pile, ...fresh.map((response) => ({ response, choice: noChoice, words: null }))];
  // While marks are on their way the server's figures may or may not hold them, so our own count goes on.
  const counts = desk.unsent.length > 0 ? {} : { left: waiting, marked: markedToday };
  return { ...desk, ...counts, pile, isFetching: false, isDry: fresh.length === 0 };
}

export const choose = (desk: Desk, choice: Partial<Choice>): Desk =>
  changeFirst(desk, (first) => ({ ...first, choice: { ...first.choice, ...choice } }));

/** The marks follow from the points; no points at all is no decision yet. */
export function togglePoint(
  desk: Desk,
  id: string,
  { points, maxMark }: { points: readonly Point[]; maxMark: number },
) {
  return changeFirst(desk, (first) => {
    const had = first.choice.points;
    const now = had.includes(id) ? had.filter((other) => other !== id) : [...had, id];
    const marks = now.length === 0 ? null : marksForPoints(points, now, maxMark);
    return { ...first, choice: { ...first.choice, points: now, marks } };
  });
}

/** The decision leaves the desk at once; the server is told meanwhile. */
export function decide(desk: Desk, kind: "mark" | "doubt"): Desk {
  const [first, ...rest] = desk.pile;
  if (first === undefined) return desk;
  const { task } = first.response;
  const isMark = kind === "mark";
  return {
    ...desk,
    pile: rest,
    decided: [{ task, kept: { ...first, words: null }, isMark }, ...without(desk.decided, task)].slice(0, reach),
    unsent: [...desk.unsent, task],
    marked: desk.marked + (isMark ? 1 : 0),
    left: Math.max(0, desk.left - 1),
  };
}

export const acknowledge = (desk: Desk, task: string): Desk => ({
  ...desk,
  unsent: removeOne(desk.unsent, task),
  isDry: false,
});

/** A refused decision comes back as the next response, with the words, never in place of the one being read. */
export function comeBack(desk: Desk, task: string, words: string): Desk {
  const refused = desk.decided.find((one) => one.task === task);
  if (refused?.kept == null) return lose(desk, task, words);
  const [first, ...rest] = desk.pile;
  const back: OnDesk = { ...refused.kept, words };
  return {
    ...uncounted(desk, task),
    pile: first === undefined ? [back] : [first, back, ...rest],
    left: desk.left + 1,
  };
}

/** Somebody else has the response now, or it may not be marked here: all that can be done is to say so. */
export const lose = (desk: Desk, task: string, words: string): Desk => ({
  ...uncounted(desk, task),
  pile: desk.pile.filter((one) => taskOf(one) !== task),
  lost: [...desk.lost.filter((one) => one.task !== task), { task, words }],
});

export const dismissLost = (desk: Desk): Desk => ({ ...desk, lost: [] });

/** Brings the last decision back before the server has agreed; `returned` is the copy it sent when we had none. */
export function takeBack(desk: Desk, task: string, returned: ResponseToMark | null): Desk {
  const last = desk.decided.find((one) => one.task === task);
  const kept = last?.kept ?? (returned && { response: returned, choice: noChoice, words: null });
  if (last === undefined || kept === null) return desk;
  return {
    ...desk,
    pile: [kept, ...desk.pile.filter((one) => taskOf(one) !== task)],
    decided: without(desk.decided, task),
    unsent: returned === null ? [...desk.unsent, task] : desk.unsent,
    marked: Math.max(0, desk.marked - (last.isMark ? 1 : 0)),
    left: desk.left + 1,
  };
}

/** What undo would bring back. */
export const lastDecided = (desk: Desk) => desk.decided[0] ?? null;

/** So few left in memory that more should be on their way. */
export const wantsMore = (desk: Desk) =>
  !desk.isFetching && !desk.isDry && desk.pile.length < 3 && desk.left > desk.pile.length;

const taskOf = ({ response }: OnDesk) => response.task;

const without = (decided: Desk["decided"], task: string) => decided.filter((one) => one.task !== task);

/** A task may be on its way twice: a mark, and the mark that followed its undoing. */
function removeOne(unsent: readonly string[], task: string) {
  const at = unsent.indexOf(task);
  return at < 0 ? unsent : unsent.toSpliced(at, 1);
}

function uncounted(desk: Desk, task: string): Desk {
  const was = desk.decided.find((one) => one.task === task);
  return {
    ...desk,
    decided: without(desk.decided, task),
    unsent: removeOne(desk.unsent, task),
    marked: Math.max(0, desk.marked - (was?.isMark ? 1 : 0)),
  };
}

function changeFirst(desk: Desk, change: (first: OnDesk) => OnDesk): Desk {
  const [first, ...rest] = desk.pile;
  return first === undefined ? desk : { ...desk, pile: [change(first), ...rest] };
}
