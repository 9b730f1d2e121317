import { type Instant, minutes } from "../time/time.ts";
import { type Examiner, type MarkingPurpose, type MarkingTask, mayMark } from "./allocation.ts";

/** `senior` holds what an examiner was not sure about. */
export const queues = ["examiner", "senior"] as const;
export type Queue = (typeof queues)[number];

/** Long enough for any one response of a test, short enough that a forgotten screen keeps nobody waiting. */
export const holdLength = minutes(15);

/** A response on its way to a mark by a person. Its mark counts only while the task is done. */
export type Task = MarkingTask & {
  readonly response: string;
  readonly attempt: string;
  readonly queue: Queue;
  readonly isDone: boolean;
  readonly why: string | null;
  readonly raisedBy: string | null;
};

type MayDecide =
  | { readonly ok: true }
  | { readonly ok: false; readonly refusal: "not-your-task" | "own-centre" | "own-doubt" };

/** A senior settles other people's doubts, never their own, nor a response they have marked before. */
export const purposeOf = (queue: Queue): MarkingPurpose => (queue === "senior" ? "adjudication" : "first");

/**
 * Whether this person may say now what the response gets. A hold that has lapsed still counts as long as nobody else has
 * taken the response: no marking is thrown away for being slow.
 */
export function mayDecide(examiner: Examiner, task: Task): MayDecide {
  if (task.isDone || task.lock?.examiner !== examiner.id) return { ok: false, refusal: "not-your-task" };
  const looked = task.raisedBy === null ? task.markedBy : [...task.markedBy, task.raisedBy];
  const may = mayMark(examiner, { ...task, purpose: purposeOf(task.queue), markedBy: looked });
  if (may.ok) return may;
  return { ok: false, refusal: may.refusal === "own-marking" ? "own-doubt" : "own-centre" };
}

export const isHeldBy = (task: Task, examiner: string, now: Instant): boolean =>
  !task.isDone && task.lock?.examiner === examiner && now < task.lock.until;
