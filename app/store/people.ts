import { type Instant, instant } from "../exam/time/time.ts";
import type { Client } from "./store.ts";

export type PeopleRows = ReturnType<typeof peopleRows>;

type NewSignIn = {
  readonly tokenHash: string;
  readonly staffId?: string;
  readonly bookingId?: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
};

export const peopleRows = (client: Client) => ({
  /** @param email in lower case. */
  staffByEmail: (email: string) => client.staff.findUnique({ where: { email } }),

  async addSignIn({ createdAt, expiresAt, ...signIn }: NewSignIn) {
    await client.signIn.create({ data: { ...signIn, createdAt: new Date(createdAt), expiresAt: new Date(expiresAt) } });
  },

  /** Ends one sign-in, or every open one of a member of staff or of a booking. Answers the tokens that ended. */
  async revokeSignIns(whose: { tokenHash: string } | { staffId: string } | { bookingId: string }, now: Instant) {
    const open = await client.signIn.findMany({ where: { ...whose, revokedAt: null }, select: { tokenHash: true } });
    const tokenHashes = open.map(({ tokenHash }) => tokenHash);
    await client.signIn.updateMany({ where: { tokenHash: { in: tokenHashes } }, data: { revokedAt: new Date(now) } });
    return tokenHashes;
  },

  /** The moments of failed tries under this key since then. */
  async failures(key: string, since: Instant): Promise<readonly Instant[]> {
    const rows = await client.signInFailure.findMany({
      where: { key, at: { gte: new Date(since) } },
      orderBy: { at: "asc" },
    });
    return rows.map(({ at }) => instant(at.getTime()));
  },

  async addFailures(failures: readonly { readonly id: string; readonly key: string }[], now: Instant) {
    await client.signInFailure.createMany({ data: failures.map((failure) => ({ ...failure, at: new Date(now) })) });
  },
});
