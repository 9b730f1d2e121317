import { z } from "zod";
import { readMoveCode } from "../../exam/entry/move-code.ts";
import { refused } from "../../exam/people/refusals.ts";
import { sha256 } from "../../platform/secrets.ts";
import { moveCodeHash } from "../attempts/move-desk.ts";
import { command } from "../door.ts";
import type { SignedIn } from "./new-sign-in.ts";
import { guessing, remember, signInAt } from "./sign-in-candidate.ts";

/** A learner who is being moved carries on at this machine with the invigilator's code: it works once, for a few minutes. */
export const signInMoved = command<{ code: string; address: string }, SignedIn & { attempt: string | null }>({
  name: "sign in with a move code",
  who: ["anyone"],
  input: z.object({ code: z.string().min(1, "Enter the code.").max(40), address: z.string().max(64) }),
  async run(work, { code: typed, address }) {
    const { tx, now } = work;
    // A code names no candidate, so tries count for the place they come from; a room behind one address has room for its own.
    const keys = { number: `move:${sha256(typed).slice(0, 16)}`, address: `address:${address}` };
    const locked = await guessing(work, keys);
    if (locked) return locked;
    const code = readMoveCode(typed);
    const booking = code === null ? null : await tx.moves.spend(moveCodeHash(work, code), now);
    if (booking === null) return { ...refused("wrong-move-code"), ...(await remember(work, keys)) };
    return signInAt(work, booking, await tx.attempts.ofBooking(booking.id));
  },
});
