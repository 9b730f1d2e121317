import { z } from "zod";
import { toRelease } from "../../exam/awarding/issue.ts";
import { refused } from "../../exam/people/refusals.ts";
import { command } from "../door.ts";
import { isAwarderEverywhere } from "./awarder.ts";
import { wholeNumber } from "./input.ts";

/**
 * Releases the results of every graded attempt on a form that has none yet, all in one transaction. `expect` is how many
 * the awarder was told of; when marking has moved on since, nothing is released.
 */
export const releaseResults = command<{ form: string; expect: number }, { released: number }>({
  name: "release results",
  who: ["awarder"],
  input: z.object({ form: z.uuid(), expect: wholeNumber }),
  async run({ tx, now, actor, ids }, { form, expect }) {
    if (!isAwarderEverywhere(actor)) return refused("not-allowed");
    if ((await tx.awarding.lockForm(form)) === null) return refused("not-found");
    const [boundarySet] = await tx.awarding.boundarySets(form);
    if (boundarySet === undefined) return refused("no-boundaries");
    const holding = await tx.awarding.holdMarks(form);
    const held = await tx.awarding.held(form, boundarySet);
    const ready = toRelease(held.filter(({ attempt }) => holding.has(attempt)));
    if (ready.length === 0) return refused("nothing-to-release");
    if (ready.length !== expect) return refused("changed-since", `${ready.length} are ready now, not ${expect}.`);

    await tx.awarding.addResults(
      ready.map(({ attempt, result }) => ({
        id: ids.next(),
        attemptId: attempt,
        version: 1,
        result,
        releasedAt: now,
        releasedById: actor.id,
      })),
    );
    const detail = { form, boundaryVersion: boundarySet.version, version: 1 };
    return {
      ok: true,
      value: { released: ready.length },
      // Grades stay out of the log, because people who may read it need not be told them.
      audit: ready.map(({ attempt, sittingId, centreId }) => ({ attemptId: attempt, sittingId, centreId, detail })),
    };
  },
});
