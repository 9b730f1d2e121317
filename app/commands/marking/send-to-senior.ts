import { z } from "zod";
import { mayDecide } from "../../exam/marking/task.ts";
import { refused } from "../../exam/people/refusals.ts";
import { command } from "../door.ts";
import { examinerOf } from "./examiner-of.ts";

const input = z.object({ task: z.uuid(), why: z.string().trim().min(1, "Say what you are not sure about").max(1_000) });

/** Passes a response on to a senior examiner, with the doubt in words. Sending it twice changes nothing. */
export const sendToSenior = command({
  name: "send to senior",
  who: ["examiner", "senior-examiner"],
  input,
  async run({ tx, actor }, { task: taskId, why }) {
    const staff = examinerOf(actor);
    const task = await tx.marking.lockTask(taskId);
    if (staff === null || task === null) return refused("not-found");
    const value = { task: task.id };
    const isSentAgain = task.queue === "senior" && task.raisedBy === staff.id;
    if (isSentAgain) return { ok: true, value, audit: [] };

    if (task.queue === "senior") return refused("not-your-task", "It already waits for a senior examiner.");

    const may = mayDecide(await tx.marking.examiner(staff.id), task);
    if (!may.ok) return refused(may.refusal);
    await tx.marking.passToSenior(task.id, { why, raisedById: staff.id });
    return { ok: true, value, audit: [{ why, detail: { task: task.id, response: task.response } }] };
  },
});
