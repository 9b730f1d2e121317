import { z } from "zod";
import { toReissue } from "../../exam/awarding/issue.ts";
import { refused } from "../../exam/people/refusals.ts";
import { command } from "../door.ts";
import { isAwarderEverywhere } from "./awarder.ts";
import { reason, wholeNumber } from "./input.ts";

/**
 * Issues a new version of every released result on a form that would come out differently now. The earlier version is
 * kept. `expect` is how many the awarder was shown; when that is no longer so, nothing is issued.
 */
export const reissueResults = command<{ form: string; expect: number; why: string }, { reissued: number }>({
  name: "reissue results",
  who: ["awarder"],
  input: z.object({ form: z.uuid(), expect: wholeNumber, why: reason }),
  async run({ tx, now, actor, ids }, { form, expect, why }) {
    if (!isAwarderEverywhere(actor)) return refused("not-allowed");
    if ((await tx.awarding.lockForm(form)) === null) return refused("not-found");
    const [boundarySet] = await tx.awarding.boundarySets(form);
    if (boundarySet === undefined) return refused("no-boundaries");
    const holding = await tx.awarding.holdMarks(form);
    const held = await tx.awarding.held(form, boundarySet);
    const changed = toReissue(held.filter(({ attempt }) => holding.has(attempt)));
    if (changed.length === 0) return refused("nothing-to-reissue");
    if (changed.length !== expect)
      return refused("changed-since", `${changed.length} would change now, not ${expect}.`);

    await tx.awarding.addResults(
      changed.map(({ attempt, result, issued }) => ({
        id: ids.next(),
        attemptId: attempt,
        version: issued.version + 1,
        result,
        releasedAt: now,
        releasedById: actor.id,
      })),
    );
    return {
      ok: true,
      value: { reissued: changed.length },
      audit: changed.map(({ attempt, sittingId, centreId, issued }) => ({
        attemptId: attempt,
        sittingId,
        centreId,
        why,
        detail: { form, boundaryVersion: boundarySet.version, version: issued.version + 1 },
      })),
    };
  },
});
