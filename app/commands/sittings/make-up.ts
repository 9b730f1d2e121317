import { z } from "zod";
import type { Attempt } from "../../exam/attempt/attempt.ts";
import { isOver } from "../../exam/attempt/attempt.ts";
import { makeUp } from "../../exam/attempt/more-time.ts";
import { lostStretches, type Proposal, proposal } from "../../exam/invigilation/lost-time.ts";
import { ruleBookAt } from "../../exam/rulebook/rule-book.ts";
import { auditOf, newsOf } from "../attempts/change-attempt.ts";
import { orderKey, why } from "../attempts/invigilate.ts";
import { command, type Work } from "../door.ts";
import { decideAll, when } from "./change-room.ts";
import { lockRoom } from "./sitting-work.ts";

type MakeUp = {
  readonly sitting: string;
  readonly attempts: readonly string[];
  readonly why: string;
  readonly key?: string | undefined;
};

/**
 * Gives back, by the rule of the day, what each of these learners has lost and has not been given yet. What is given is worked
 * out anew under the lock: whoever presses second, or twice, finds nothing left to give.
 */
export const makeUpLostTime = command<MakeUp, { changed: number; given: number }>({
  name: "make up lost time",
  who: ["invigilator"],
  input: z.object({
    sitting: z.uuid(),
    attempts: z.array(z.uuid()).min(1, "Choose at least one learner.").max(5_000),
    why,
    key: orderKey,
  }),
  async run(work, input) {
    const room = await lockRoom(work, input.sitting);
    if (!room.ok) return room;
    const chosen = room.attempts.filter((attempt) => input.attempts.includes(attempt.id) && !isOver(attempt));
    const rules = ruleBookAt(room.sitting.startsAt);
    const proposals = await proposalsFor(work, chosen, rules.lostTime);
    const given = chosen.filter(({ id }) => (proposals.get(id)?.amount ?? 0) > 0);
    const written = await decideAll(work, given, (attempt) => {
      const { amount, stretches } = proposals.get(attempt.id) as Proposal;
      const kept = stretches.map(({ id, kind, from, to, lost }) => ({ id, kind, from, to, lost }));
      return makeUp(attempt, when(work), { ...input, amount, rules: rules.id, stretches: kept });
    });
    if (!written.ok) return written;
    const minutesOf = ({ id }: Attempt) => (proposals.get(id)?.amount ?? 0) / 60_000;
    return {
      ok: true,
      value: { changed: given.length, given: given.reduce((total, attempt) => total + minutesOf(attempt), 0) },
      audit: given.map((attempt) =>
        auditOf(attempt, {
          why: input.why,
          detail: { minutes: minutesOf(attempt), stretches: proposals.get(attempt.id)?.stretches.length ?? 0 },
        }),
      ),
      news: given.map(newsOf),
    };
  },
});

async function proposalsFor(
  { tx, now }: Work,
  attempts: readonly Attempt[],
  policy: Parameters<typeof proposal>[2],
): Promise<ReadonlyMap<string, Proposal>> {
  const facts = await tx.attempts.lostFacts(attempts);
  return new Map(
    [...facts].map(([id, found]) => [id, proposal(lostStretches(found, now), found.ledger, policy)] as const),
  );
}
