import { z } from "zod";
import { asideNarrative } from "../../exam/invigilation/aside-seat.ts";
import { refused } from "../../exam/people/refusals.ts";
import { type Statement, statements } from "../../exam/proof/set-aside.ts";
import { command } from "../door.ts";
import { auditOf, byName, lockAsInvigilator, newsOf } from "./change-attempt.ts";
import { why } from "./invigilate.ts";

type Spoken = { readonly attempt: string; readonly choice: Statement; readonly why: string };

/**
 * Whether what was set aside should count, as the invigilator saw it: kept for good, among the incidents of the sitting's
 * report, and before the eyes of whoever decides what is marked.
 */
export const speakOnAside = command<Spoken, Record<never, never>>({
  name: "say what should count",
  who: ["invigilator"],
  input: z.object({ attempt: z.uuid(), choice: z.enum(statements, "Say whether it should count."), why }),
  async run(work, input) {
    const found = await lockAsInvigilator(work, input.attempt, { alsoEnded: true });
    if (!found.ok) return found;
    const { tx, now, ids } = work;
    const aside = await tx.setAside.of(input.attempt);
    const spoken = aside?.statement?.through ?? -1;
    const unsaid = (aside?.questions ?? []).filter(
      (question) => question.open && question.aside.some(({ position }) => position > spoken),
    );
    if (unsaid.length === 0) return refused("not-found", "Nothing waits to be said here.");
    const { choice } = input;
    const { sittingId, position } = found.attempt;
    await tx.setAside.addStatement({
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
      narrative: asideNarrative(unsaid, input),
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
