import { z } from "zod";
import { type LateChoice, lateChoices, lateNarrative } from "../../exam/invigilation/late-answers.ts";
import { refused } from "../../exam/people/refusals.ts";
import { command } from "../door.ts";
import { auditOf, byName, lockAsInvigilator, newsOf } from "./change-attempt.ts";
import { why } from "./invigilate.ts";

type Ruling = { readonly attempt: string; readonly choice: LateChoice; readonly why: string };

/** Whether what arrived after the end should count: kept for good, and among the incidents of the sitting's report. */
export const ruleOnLate = command<Ruling, Record<never, never>>({
  name: "decide on late answers",
  who: ["invigilator"],
  input: z.object({ attempt: z.uuid(), choice: z.enum(lateChoices, "Say whether it should count."), why }),
  async run(work, input) {
    const found = await lockAsInvigilator(work, input.attempt, { alsoEnded: true });
    if (!found.ok) return found;
    const { tx, now, ids } = work;
    const late = await tx.lateRulings.of(input.attempt);
    if (late === null || late.undecided === 0) return refused("not-found", "Nothing waits to be decided here.");
    const { choice } = input;
    const { sittingId, position } = found.attempt;
    await tx.lateRulings.add({
      id: ids.next(),
      attemptId: input.attempt,
      through: position - 1,
      choice,
      why: input.why,
      byName: byName(work),
      at: now,
    });
    await tx.sittings.addIncident({
      id: ids.next(),
      sittingId,
      attemptId: input.attempt,
      type: "technical",
      startedAt: now,
      endedAt: now,
      narrative: lateNarrative(late.answers, choice, input.why),
      byName: byName(work),
      at: now,
    });
    return {
      ok: true,
      value: {},
      audit: [auditOf(found.attempt, { why: input.why, detail: { choice } })],
      news: [newsOf(found.attempt)],
    };
  },
});
