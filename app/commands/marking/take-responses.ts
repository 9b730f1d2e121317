import { z } from "zod";
import { type ResponseToMark, responseToMark } from "../../exam/marking/response-to-mark.ts";
import { sameAnswerKey, sameAnswers } from "../../exam/marking/same-answer.ts";
import { holdLength, queues } from "../../exam/marking/task.ts";
import { refused } from "../../exam/people/refusals.ts";
import { after } from "../../exam/time/time.ts";
import { command } from "../door.ts";
import { examinerOf } from "./examiner-of.ts";

const input = z.object({
  item: z.uuid(),
  queue: z.enum(queues).default("examiner"),
  count: z.number().int().min(1).max(5).default(5),
});

/**
 * Holds responses for a quarter of an hour, those held already first, and hands them out without a word about whose they
 * are. Also says how many wait and how many this examiner has marked today.
 */
export const takeResponses = command({
  name: "take responses",
  who: ["examiner", "senior-examiner"],
  input,
  async run({ tx, now, actor }, { item, queue, count }) {
    const staff = examinerOf(actor);
    if (staff === null || (queue === "senior" && !staff.isSenior)) return refused("not-allowed");
    const content = await tx.marking.item(item);
    if (content === null) return refused("not-found");

    const until = after(now, holdLength);
    const taken = await tx.marking.take({ item, queue, staffId: staff.id, count, now, until });
    const isShort = taken.some(({ value }) => sameAnswerKey(content, value) !== null);
    const judged = isShort ? await tx.marking.judged(item) : [];
    const responses: readonly ResponseToMark[] = taken.map((one) =>
      responseToMark(content, { ...one, same: sameAnswers(content, one.value, judged) }),
    );
    const counts = await tx.marking.counts({ item, queue, staffId: staff.id, now });
    const audit = taken.length === 0 ? [] : [{ detail: { item, queue, tasks: taken.map(({ task }) => task) } }];
    return { ok: true, value: { responses, ...counts }, audit };
  },
});
