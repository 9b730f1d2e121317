import { z } from "zod";
import { lockOut } from "../../exam/entry/lock-out.ts";
import { refused } from "../../exam/people/refusals.ts";
import { after, before, minutes } from "../../exam/time/time.ts";
import { hashPassword, newToken, passwordMatches } from "../../platform/secrets.ts";
import { command } from "../door.ts";
import { type SignedIn, signInAs } from "./new-sign-in.ts";

/** A working day; an invigilator is not signed out in the middle of a sitting. */
const stay = minutes(14 * 60);
const policy = { failures: 10, within: minutes(15), lockedFor: minutes(15) };
/** One address may be a whole staff room, so it is given ten times as many tries; but nobody tries one password on everybody. */
const forAddress = { ...policy, failures: policy.failures * 10 };

/** Compared with when there is no such account, so that the answer takes as long as for one that exists. */
let nobody: Promise<string> | undefined;

export const signInStaff = command<{ email: string; password: string; address: string }, SignedIn & { name: string }>({
  name: "sign in",
  who: ["anyone"],
  input: z.object({
    email: z.string().trim().min(1, "Enter your e-mail address.").max(200),
    password: z.string().min(1, "Enter your password.").max(500),
    address: z.string().max(64),
  }),
  async run(work, input) {
    const { tx, now, ids } = work;
    const email = input.email.toLowerCase();
    const keys = { email: `email:${email}`, address: `staff-address:${input.address}` };
    const since = before(before(now, policy.within), policy.lockedFor);
    const locks = [
      lockOut(await tx.people.failures(keys.email, since), now, policy),
      lockOut(await tx.people.failures(keys.address, since), now, forAddress),
    ];
    if (locks.some((lock) => !lock.ok))
      return refused("too-many-tries", "Sign-in for this address is closed for a quarter of an hour.");

    const staff = await tx.people.staffByEmail(email);
    nobody ??= hashPassword(newToken());
    const matches = await passwordMatches(staff?.passwordHash ?? (await nobody), input.password);
    if (staff === null || !matches || staff.disabledAt !== null) {
      await tx.people.addFailures(
        Object.values(keys).map((key) => ({ id: ids.next(), key })),
        now,
      );
      return { ...refused("wrong-password"), keep: true };
    }
    const signedIn = await signInAs(work, { staffId: staff.id }, after(now, stay));
    return {
      ok: true,
      value: { ...signedIn, name: staff.name },
      audit: [{ by: staff, detail: { email, address: input.address } }],
    };
  },
});
