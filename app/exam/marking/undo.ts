import type { MarkOrigin } from "./provenance.ts";
import { currentMark } from "./provenance.ts";
import type { Task } from "./task.ts";

/** How many marks back an examiner may go. */
export const undoReach = 10;

export type PersonMark = MarkOrigin & { readonly staff: string | null };

type Undoing = {
  readonly task: Task;
  readonly marks: readonly PersonMark[];
  readonly by: string;
  /** The examiner's latest marks, of whatever item, newest first; at least `undoReach` of them. */
  readonly recent: readonly string[];
  readonly isReleased: boolean;
};

/**
 * What taking back a decision would do: `reopen` a mark, `withdraw` a doubt that no senior has looked at yet, `nothing`
 * when the response is already back with this examiner. Null when it is too late.
 */
export function undoing({ task, marks, by, recent, isReleased }: Undoing): "reopen" | "withdraw" | "nothing" | null {
  if (isReleased) return null;
  if (!task.isDone) {
    if (task.lock?.examiner === by) return "nothing";
    return task.queue === "senior" && task.raisedBy === by && task.lock === null ? "withdraw" : null;
  }
  const current = currentMark(marks);
  const isMine = current !== null && current.staff === by && recent.slice(0, undoReach).includes(current.id);
  return isMine ? "reopen" : null;
}

/**
 * The mark a response has now. While its task is open it has none: a mark that was taken back stays on record, and the
 * next mark supersedes it.
 */
export const countingMark = <M extends MarkOrigin>(response: {
  readonly marks: readonly M[];
  readonly hasOpenTask: boolean;
}): M | null => (response.hasOpenTask ? null : currentMark(response.marks));
