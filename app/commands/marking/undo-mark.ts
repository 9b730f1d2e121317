import { z } from "zod";
import { responseToMark } from "../../exam/marking/response-to-mark.ts";
import { holdLength, mayDecide, type Task } from "../../exam/marking/task.ts";
import { undoing, undoReach } from "../../exam/marking/undo.ts";
import { refused } from "../../exam/people/refusals.ts";
import { after } from "../../exam/time/time.ts";
import { command, type Work } from "../door.ts";
import { examinerOf } from "./examiner-of.ts";

/**
 * Gives a response back to the examiner who decided on it last. The mark stays on record; it counts for nothing while the
 * task is open, and the next mark supersedes it.
 */
export const undoMark = command({
  name: "undo mark",
  who: ["examiner", "senior-examiner"],
  input: z.object({ task: z.uuid() }),
  async run(work, { task: taskId }) {
    const { tx, now, actor } = work;
    const staff = examinerOf(actor);
    const task = await tx.marking.lockTask(taskId);
    if (staff === null || task === null) return refused("not-found");

    const what = undoing({
      task,
      marks: await tx.marking.marksOf(task.response),
      by: staff.id,
      recent: await tx.marking.recentMarks(staff.id, undoReach),
      isReleased: await tx.marking.isReleased(task.attempt),
    });
    if (what === null) return refused("cannot-undo");
    const until = after(now, holdLength);
    const back = { ...task, isDone: false, lock: { examiner: staff.id, until } };
    const reopened = what === "withdraw" ? { ...back, queue: "examiner" as const, raisedBy: null } : back;
    const may = mayDecide(await tx.marking.examiner(staff.id), reopened);
    if (!may.ok) return refused(may.refusal);

    if (what === "withdraw") await tx.marking.withdrawDoubt(task.id);
    await tx.marking.hold(task.id, { staffId: staff.id, until });
    const audit = what === "nothing" ? [] : [{ detail: { task: task.id, response: task.response, undone: what } }];
    return { ok: true, value: { response: await shown(work, reopened) }, audit };
  },
});

async function shown({ tx }: Work, { id, item, response, queue, why }: Shown) {
  const content = await tx.marking.item(item);
  if (content === null) throw new Error(`Task ${id} belongs to no item version`);
  return responseToMark(content, { task: id, queue, value: await tx.marking.valueOf(response), doubt: why, same: [] });
}

type Shown = Pick<Task, "id" | "item" | "response" | "queue" | "why">;
