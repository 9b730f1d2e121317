import { z } from "zod";
import { lockOut } from "../../exam/entry/lock-out.ts";
import { refused } from "../../exam/people/refusals.ts";
import { after, before, minutes } from "../../exam/time/time.ts";
import { hashPassword, newToken, passwordMatches, sha256 } from "../../platform/secrets.ts";
import { command } from "../door.ts";
import type { SignedIn } from "./sign-in-candidate.ts";

/** A working day; an invigilator is not signed out in the middle of a sitting. */
const stay = minutes(14 * 60);
const policy = { failures: 10, within: minutes(15), lockedFor: minutes(15) };

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
  async run({ tx, now, ids }, input) {
    const email = input.email.toLowerCase();
    const key = `email:${email}`;
    const lock = lockOut(
      await tx.people.failures(key, before(before(now, policy.within), policy.lockedFor)),
      now,
      policy,
    );
    if (!lock.ok) return refused("too-many-tries", "Sign-in for this address is closed for a quarter of an hour.");

    const staff = await tx.people.staffByEmail(email);
    nobody ??= hashPassword(newToken());
    const matches = await passwordMatches(staff?.passwordHash ?? (await nobody), input.password);
    if (staff === null || !matches || staff.disabledAt !== null) {
      await tx.people.addFailures([{ id: ids.next(), key }], now);
      return { ...refused("wrong-password"), keep: true };
    }
    const signedIn = { token: newToken(), expiresAt: after(now, stay) };
    await tx.people.addSignIn({
      tokenHash: sha256(signedIn.token),
      staffId: staff.id,
      createdAt: now,
      expiresAt: signedIn.expiresAt,
    });
    return {
      ok: true,
      value: { ...signedIn, name: staff.name },
      audit: [{ by: staff, detail: { email, address: input.address } }],
    };
  },
});
