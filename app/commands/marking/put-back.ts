import { z } from "zod";
import { refused } from "../../exam/people/refusals.ts";
import { command } from "../door.ts";
import { examinerOf } from "./examiner-of.ts";

/** Lets go of a response, so that somebody else can mark it. What the examiner does not hold is left alone. */
export const putBack = command({
  name: "put back response",
  who: ["examiner", "senior-examiner"],
  input: z.object({ task: z.uuid() }),
  async run({ tx, actor }, { task: taskId }) {
    const staff = examinerOf(actor);
    const task = await tx.marking.lockTask(taskId);
    if (staff === null || task === null) return refused("not-found");
    const isTheirs = !task.isDone && task.lock?.examiner === staff.id;
    if (isTheirs) await tx.marking.letGo(task.id);
    return { ok: true, value: { task: task.id }, audit: isTheirs ? [{ detail: { task: task.id } }] : [] };
  },
});
