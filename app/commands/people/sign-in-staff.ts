import { z } from "zod";
import { lockOut } from "../../exam/entry/lock-out.ts";
import type { Actor } from "../../exam/people/actor.ts";
import { refused } from "../../exam/people/refusals.ts";
import { after, before, minutes } from "../../exam/time/time.ts";
import { hashPassword, newToken, passwordMatches } from "../../platform/secrets.ts";
import { type Answer, command, type Door } from "../door.ts";
import { fewAtATime } from "./few-at-a-time.ts";
import { type SignedIn, signInAs } from "./new-sign-in.ts";

/** A working day; an invigilator is not signed out in the middle of a sitting. */
const stay = minutes(14 * 60);
const policy = { failures: 10, within: minutes(15), lockedFor: minutes(15) };
/** One address may be a whole staff room, so it is given ten times as many tries; but nobody tries one password on everybody. */
const forAddress = { ...policy, failures: policy.failures * 10 };
/** A password takes a good part of a processor's tenth of a second, and anybody can send one. */
const passwords = { atOnce: 2, waiting: 40 };

/** Compared with when there is no such account, so that the answer takes as long as for one that exists. */
let nobody: Promise<string> | undefined;

const Typed = z.object({
  email: z.string().trim().min(1, "Enter your e-mail address.").max(200).toLowerCase(),
  password: z.string().min(1, "Enter your password.").max(500),
  address: z.string().max(64),
});

/**
 * The password is looked at between two transactions, so that nobody's database connection waits for it, and the try is counted
 * before: of any number sent at once, only as many are looked at as the policy allows.
 */
export function signInStaff(through: Door) {
  const [count, letIn] = [through(countTry), through(endTry)];
  const inTurn = fewAtATime(passwords);
  const signIn = async (actor: Actor | null, raw: unknown): Promise<Answer<SignedIn & { name: string }>> => {
    const counted = await count(actor, raw);
    if (!counted.ok) return counted;
    const { tries, email, address, password, passwordHash } = counted;
    nobody ??= hashPassword(newToken());
    const matches = await passwordMatches(passwordHash ?? (await nobody), password);
    if (!matches || passwordHash === null) return refused("wrong-password");
    return letIn(actor, { tries, email, address, passwordHash });
  };
  return async (actor: Actor | null, raw: unknown) =>
    (await inTurn(() => signIn(actor, raw))) ?? refused("too-many-at-once");
}

type Typed = z.infer<typeof Typed>;

/** Counts the try for the account and for the address it came from, unless too many failed lately. */
const countTry = command<Typed, Typed & { tries: string[]; passwordHash: string | null }>({
  name: "try to sign in",
  who: ["anyone"],
  input: Typed,
  async run({ tx, now, ids }, typed) {
    const keys = { email: `email:${typed.email}`, address: `staff-address:${typed.address}` };
    const since = before(before(now, policy.within), policy.lockedFor);
    for (const key of Object.values(keys)) await tx.people.lockTries(key);
    const locks = [
      lockOut(await tx.people.failures(keys.email, since), now, policy),
      lockOut(await tx.people.failures(keys.address, since), now, forAddress),
    ];
    if (locks.some((lock) => !lock.ok))
      return refused("too-many-tries", "Sign-in for this address is closed for a quarter of an hour.");

    const staff = await tx.people.staffByEmail(typed.email);
    const tries = Object.values(keys).map((key) => ({ id: ids.next(), key }));
    await tx.people.addFailures(tries, now);
    const passwordHash = staff?.passwordHash ?? null;
    return { ok: true, value: { ...typed, tries: tries.map(({ id }) => id), passwordHash }, audit: [] };
  },
});

/** The password was right, so the try was no failure; unless the account is closed, or has another password since. */
const endTry = command<
  { email: string; address: string; passwordHash: string; tries: string[] },
  SignedIn & { name: string }
>({
  name: "sign in",
  who: ["anyone"],
  input: z.object({ email: z.string(), address: z.string(), passwordHash: z.string(), tries: z.array(z.uuid()) }),
  async run(work, { email, address, passwordHash, tries }) {
    const staff = await work.tx.people.staffByEmail(email);
    if (staff === null || staff.disabledAt !== null || staff.passwordHash !== passwordHash)
      return refused("wrong-password");
    await work.tx.people.removeFailures(tries);
    const signedIn = await signInAs(work, { staffId: staff.id }, after(work.now, stay));
    return {
      ok: true,
      value: { ...signedIn, name: staff.name },
      audit: [{ by: staff, detail: { email, address } }],
    };
  },
});
