import type { Instant } from "../time/time.ts";

/** `centres`: where the examiner works, teaches or has worked lately. `relatives`: learners they are related to. */
export type Examiner = {
  readonly id: string;
  readonly centres: readonly string[];
  readonly relatives: readonly string[];
};

/** `first` marking may be revised by whoever gave it; every other look must be somebody else's. */
export type MarkingPurpose = "first" | "second" | "adjudication" | "review";

/** What the rule needs to know of a response; the examiner sees neither centre nor learner. */
export type ResponseToMark = {
  readonly centre: string;
  readonly learner: string;
  readonly purpose: MarkingPurpose;
  /** Everybody who has ever given it a mark, whether that mark still counts or not. */
  readonly markedBy: readonly string[];
};

export type MayMark =
  | { readonly ok: true }
  | { readonly ok: false; readonly refusal: "own-centre" | "relative" | "own-marking"; readonly why: string };

/** Nobody marks for their own centre or family, and nobody looks again at their own marking. No setting switches this off. */
export function mayMark(examiner: Examiner, response: ResponseToMark): MayMark {
  if (examiner.centres.includes(response.centre))
    return { ok: false, refusal: "own-centre", why: "This response comes from a centre you are connected with." };
  if (examiner.relatives.includes(response.learner))
    return { ok: false, refusal: "relative", why: "This response comes from somebody you are related to." };
  if (response.purpose !== "first" && response.markedBy.includes(examiner.id))
    return {
      ok: false,
      refusal: "own-marking",
      why: "You have marked this response; somebody else must look at it now.",
    };
  return { ok: true };
}

export type MarkingTask = ResponseToMark & {
  readonly id: string;
  readonly item: string;
  readonly waitingSince: Instant;
  /** Somebody is at work on it until then, unless they let go sooner. */
  readonly lock: { readonly examiner: string; readonly until: Instant } | null;
};

/**
 * What the examiner should mark next: what they already hold, then the item they are at, then the item whose oldest
 * response has waited longest; within an item the oldest first. Null when nothing is left for them.
 */
export function nextTask<T extends MarkingTask>(
  tasks: readonly T[],
  { examiner, item, now }: { readonly examiner: Examiner; readonly item: string | null; readonly now: Instant },
): T | null {
  const open = tasks
    .filter((task) => !isLockedFor(task, examiner.id, now) && mayMark(examiner, task).ok)
    .toSorted((a, b) => a.waitingSince - b.waitingSince || (a.id < b.id ? -1 : 1));
  const holding = (task: T) => task.lock?.examiner === examiner.id && now < task.lock.until;
  return open.find(holding) ?? open.find((task) => task.item === item) ?? open[0] ?? null;
}

/** A lock keeps others out until it ends; its holder is never kept out. */
export const isLockedFor = ({ lock }: Pick<MarkingTask, "lock">, examiner: string, now: Instant): boolean =>
  lock !== null && lock.examiner !== examiner && now < lock.until;
