import { z } from "zod";
import { readKeycode } from "../../exam/entry/keycode.ts";
import { lockOut } from "../../exam/entry/lock-out.ts";
import { type Refused, refused } from "../../exam/people/refusals.ts";
import { ruleBookAt } from "../../exam/rulebook/rule-book.ts";
import { after, before, minutes } from "../../exam/time/time.ts";
import { command, type Done, type Work } from "../door.ts";
import { type SignedIn, signInAs } from "./new-sign-in.ts";

/** Long enough for the longest test with every arrangement, and for looking at what comes after. */
export const stay = minutes(12 * 60);

/**
 * A candidate's number and keycode, as on the slip. Wrong tries are counted for the candidate number and for the address they
 * came from, and after too many both wait: a whole room behind one address has room for its typing errors.
 */
export const signInCandidate = command<
  { candidateNumber: string; keycode: string; address: string },
  SignedIn & { attempt: string | null }
>({
  name: "sign in as candidate",
  who: ["anyone"],
  input: z.object({
    candidateNumber: z.string().trim().min(1, "Enter your candidate number.").max(20),
    keycode: z.string().min(1, "Enter your keycode.").max(40),
    address: z.string().max(64),
  }),
  async run(work, { candidateNumber, keycode, address }) {
    const { tx, secrets } = work;
    const number = candidateNumber.toUpperCase();
    const keys = { number: `candidate:${number}`, address: `address:${address}` };
    const locked = await guessing(work, keys);
    if (locked) return locked;

    const read = readKeycode(keycode);
    if (!read.ok) return { ...refused("wrong-keycode", read.why), ...(await remember(work, keys)) };
    const booking = await tx.bookings.byKeycode(secrets.keycodeHash(read.keycode));
    if (booking === null || booking.cancelledAt !== null || booking.learner.candidateNumber !== number)
      return { ...refused("wrong-keycode"), ...(await remember(work, keys)) };

    return signInAt(work, booking, booking.attempt);
  },
});

type Place = {
  readonly id: string;
  readonly sittingId: string;
  readonly seat: string;
  readonly learner: { readonly id: string; readonly name: string; readonly centreId: string };
};

/** Signs a learner in at their booking, on the machine that asked. */
export async function signInAt(
  work: Work,
  booking: Place,
  attempt: { readonly id: string } | null,
): Promise<Done<SignedIn & { attempt: string | null }>> {
  const signedIn = await signInAs(work, { bookingId: booking.id }, after(work.now, stay));
  return {
    ok: true,
    value: { ...signedIn, attempt: attempt?.id ?? null },
    audit: [
      {
        sittingId: booking.sittingId,
        centreId: booking.learner.centreId,
        ...(attempt ? { attemptId: attempt.id } : {}),
        by: booking.learner,
        detail: { seat: booking.seat },
      },
    ],
  };
}

type Keys = { readonly number: string; readonly address: string };

/** One address may be a whole room: it is given thirty times as many tries as one candidate number. */
const roomful = 30;

export async function guessing({ tx, now }: Work, keys: Keys): Promise<Refused | null> {
  const policy = ruleBookAt(now).keycodeLockOut;
  const since = before(before(now, policy.within), policy.lockedFor);
  // Of many that are sent at once for one number, each is answered only after the one before it was counted.
  await tx.people.lockTries(keys.number);
  const forNumber = lockOut(await tx.people.failures(keys.number, since), now, policy);
  const forAddress = lockOut(await tx.people.failures(keys.address, since), now, {
    ...policy,
    failures: policy.failures * roomful,
  });
  const closed = [forNumber, forAddress].flatMap((lock) => (lock.ok ? [] : lock.until));
  if (closed.length === 0) return null;
  const wait = Math.ceil((Math.max(...closed) - now) / 60_000);
  return refused(
    "too-many-tries",
    `Try again in ${wait === 1 ? "a minute" : `${wait} minutes`}, or ask the invigilator.`,
  );
}

export async function remember({ tx, now, ids }: Work, keys: Keys): Promise<{ keep: true }> {
  await tx.people.addFailures(
    Object.values(keys).map((key) => ({ id: ids.next(), key })),
    now,
  );
  return { keep: true };
}
