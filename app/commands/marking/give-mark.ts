import { z } from "zod";
import { checkMark, isSameMark } from "../../exam/marking/examiner-mark.ts";
import { currentMark } from "../../exam/marking/provenance.ts";
import { mayDecide } from "../../exam/marking/task.ts";
import { refused } from "../../exam/people/refusals.ts";
import { command } from "../door.ts";
import { examinerOf } from "./examiner-of.ts";

const input = z.object({
  task: z.uuid(),
  marks: z.number().int().min(0).max(100),
  points: z.array(z.string().max(64)).max(40).optional(),
  level: z.number().int().min(0).max(20).optional(),
  comment: z.string().max(2_000).optional(),
});

/**
 * Writes a new mark, which supersedes any earlier one, and closes the task. Sending the same mark twice changes nothing.
 * The audit line names no centre, so that nobody there learns who marked their learners.
 */
export const giveMark = command({
  name: "give mark",
  who: ["examiner", "senior-examiner"],
  input,
  async run({ tx, now, actor, ids }, { task: taskId, ...given }) {
    const staff = examinerOf(actor);
    const task = await tx.marking.lockTask(taskId);
    if (staff === null || task === null) return refused("not-found");
    if (task.queue === "senior" && !staff.isSenior) return refused("not-allowed");
    const item = await tx.marking.item(task.item);
    if (item === null) throw new Error(`Task ${task.id} belongs to no item version`);

    const check = checkMark(given, item);
    if (!check.ok) return refused(check.refusal, check.why);
    const marks = await tx.marking.marksOf(task.response);
    const current = currentMark(marks);
    const value = { task: task.id, marks: given.marks };
    const isSentAgain = task.isDone && current?.staff === staff.id && isSameMark(current, { ...given, ...check });
    if (isSentAgain) return { ok: true, value, audit: [] };

    const may = mayDecide(await tx.marking.examiner(staff.id), task);
    if (!may.ok) return refused(may.refusal);
    const mark = {
      id: ids.next(),
      responseId: task.response,
      marks: given.marks,
      max: item.maxMark,
      givenBy: task.queue,
      staffId: staff.id,
      detail: check.detail,
      at: now,
      supersedesId: current?.id ?? null,
    };
    await tx.marking.addMark(mark);
    await tx.marking.finish(task.id, now);
    const detail = { task: task.id, response: task.response, item: item.id, marks: given.marks, max: item.maxMark };
    return { ok: true, value, audit: [{ detail: { ...detail, mark: mark.id, supersedes: mark.supersedesId } }] };
  },
});
