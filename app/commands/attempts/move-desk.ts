import { z } from "zod";
import type { Attempt } from "../../exam/attempt/attempt.ts";
import { pause, release } from "../../exam/attempt/decide.ts";
import { type MoveCode, moveCodeFrom } from "../../exam/entry/move-code.ts";
import type { Refused } from "../../exam/people/refusals.ts";
import { ruleBookAt } from "../../exam/rulebook/rule-book.ts";
import { after, type Instant } from "../../exam/time/time.ts";
import { newKeycodeBytes } from "../../platform/secrets.ts";
import { command, type Work } from "../door.ts";
import { auditOf, byName, lockAsInvigilator, newsOf } from "./change-attempt.ts";
import { why } from "./invigilate.ts";

type Asked = { readonly attempt: string; readonly why: string; readonly stop?: boolean | undefined };

/** `number` counts the codes of this test: a later one puts this one out of use. */
type Told = { readonly attempt: string; readonly code: MoveCode; readonly until: Instant; readonly number: number };

/**
 * Moving to another machine: the old one locks at once, the clock stops if it is to, and a code that works once carries the
 * learner on at the new one. The code is shown and never stored. For somebody on the way already it makes a new code, and the
 * earlier one opens nothing any more.
 */
export const releaseAttempt = command<Asked, Told>({
  name: "move to another machine",
  who: ["invigilator"],
  input: z.object({
    attempt: z.uuid(),
    why,
    stop: z.union([z.boolean(), z.literal("yes").transform(() => true)]).optional(),
  }),
  async run(work, input) {
    const found = await lockAsInvigilator(work, input.attempt);
    if (!found.ok) return found;
    const moved = await away(work, found.attempt, input);
    if (!moved.ok) return moved;
    const until = after(work.now, ruleBookAt(work.now).moveCodeLasts);
    const code = moveCodeFrom(newKeycodeBytes());
    await work.tx.moves.add({
      id: work.ids.next(),
      attemptId: input.attempt,
      fromMachine: moved.machine,
      codeHash: moveCodeHash(work, code),
      createdAt: work.now,
      expiresAt: until,
      resumes: moved.stopped,
      byName: byName(work),
    });
    return {
      ok: true,
      value: { attempt: input.attempt, code, until, number: await work.tx.moves.count(input.attempt) },
      audit: [auditOf(found.attempt, { why: input.why })],
      news: [newsOf(found.attempt)],
    };
  },
});

export const moveCodeHash = ({ secrets }: Pick<Work, "secrets">, code: MoveCode) =>
  secrets.keycodeHash(`to another machine ${code}`);

/**
 * Stops the clock first, so that a learner on the way loses nothing, and frees the attempt from its machine. Of somebody on the
 * way the machine is the one they left, which still does not take the test back.
 */
async function away(
  work: Work,
  attempt: Attempt,
  { stop, why: reason }: Asked,
): Promise<{ ok: true; machine: string | null; stopped: boolean } | Refused> {
  const stopped = stop === true && attempt.phase === "running";
  const when = { now: work.now, by: byName(work) };
  const standing = stopped ? pause(attempt, when, "moving-desk", reason) : null;
  if (standing?.ok === false) return standing;
  const freed = release(standing?.attempt ?? attempt);
  if (!freed.ok) return freed;
  const { tx } = work;
  const lease = attempt.lease === null ? null : await tx.attempts.lease(attempt.lease);
  if (lease !== null) await tx.attempts.endLease(lease.id, work.now);
  await tx.attempts.write(freed.attempt, standing?.lines ?? []);
  const machine = lease?.machine ?? (await tx.moves.latest(attempt.id))?.fromMachine ?? null;
  return { ok: true, machine, stopped };
}
