import { z } from "zod";
import { type CheckCode, checkCodeFrom } from "../../exam/entry/check-code.ts";
import { holdsAt } from "../../exam/people/actor.ts";
import { refused } from "../../exam/people/refusals.ts";
import { ruleBookAt } from "../../exam/rulebook/rule-book.ts";
import { after } from "../../exam/time/time.ts";
import { newKeycodeBytes } from "../../platform/secrets.ts";
import { command, type Work } from "../door.ts";
import { auditOf, checkCodeHash, checkers, endNow, lockCheck } from "./check-work.ts";

type Asked = { readonly sitting: string; readonly seats: number };

/** Opens a check of a sitting's room; where one is open already, leads to that. */
export const startCheck = command<Asked, { check: string }>({
  name: "start readiness check",
  who: checkers,
  input: z.object({
    sitting: z.uuid(),
    seats: z.coerce.number("Say how many seats the room has.").int("Say how many seats the room has.").min(1).max(200),
  }),
  async run(work, { sitting: id, seats: wanted }) {
    const { tx, now, ids, secrets, actor } = work;
    const sitting = await tx.sittings.lock(id);
    if (sitting === null) return refused("not-found");
    if (!holdsAt(actor, checkers, sitting.centreId)) return refused("not-at-your-centre");
    const open = await tx.readiness.openIn(sitting, now);
    if (open !== null) return { ok: true, value: { check: open.id }, audit: [] };

    const { lasts, mostSeats } = ruleBookAt(now).readiness;
    const code = await freeCode(work);
    const check = {
      id: ids.next(),
      centreId: sitting.centreId,
      sittingId: sitting.id,
      room: sitting.room,
      formId: await tx.readiness.practiceForm(sitting.componentId),
      seats: Math.min(wanted, mostSeats),
      codeHash: checkCodeHash(work, code),
      codeSealed: secrets.seal(code),
      startedAt: now,
      startedBy: actor?.name ?? "",
      expiresAt: after(now, lasts),
    };
    await tx.readiness.add(check);
    return {
      ok: true,
      value: { check: check.id },
      audit: [auditOf({ ...check, endedAt: null }, { room: check.room, seats: check.seats })],
    };
  },
});

/** A code that opens no other check just now: there are only five million, and a whole country checks on the same afternoon. */
async function freeCode(work: Work): Promise<CheckCode> {
  for (;;) {
    const code = checkCodeFrom(newKeycodeBytes());
    if ((await work.tx.readiness.openWithCode(checkCodeHash(work, code), work.now)) === null) return code;
  }
}

/** Ends a check: the room's verdict is written down for good, and the code opens nothing any more. */
export const endCheck = command<{ check: string }, { check: string }>({
  name: "end readiness check",
  who: checkers,
  input: z.object({ check: z.uuid() }),
  async run(work, input) {
    const found = await lockCheck(work, input.check);
    if (!found.ok) return found;
    if (found.check.endedAt !== null) return { ok: true, value: input, audit: [] };
    return endNow(work, found.check, work.actor?.name ?? "");
  },
});

/** Ends a check that nobody has ended while its code could be used. */
export const expireCheck = command<{ check: string }, { check: string }>({
  name: "end readiness check",
  who: ["system"],
  input: z.object({ check: z.uuid() }),
  async run(work, input) {
    const check = await work.tx.readiness.lock(input.check);
    if (check === null) return refused("not-found");
    if (check.endedAt !== null || check.expiresAt > work.now) return { ok: true, value: input, audit: [] };
    return endNow(work, check, "Examhall");
  },
});
