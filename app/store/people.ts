import type { HeldRole, Role } from "../exam/people/actor.ts";
import { type Instant, instant } from "../exam/time/time.ts";
import type { Client } from "./store.ts";

export type PeopleRows = ReturnType<typeof peopleRows>;

type NewSignIn = {
  readonly tokenHash: string;
  readonly staffId?: string;
  readonly bookingId?: string;
  readonly machineId?: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
};

/** An account without its secret. */
export type StaffAccount = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly enabled: boolean;
  readonly roles: readonly HeldRole[];
  readonly affiliations: readonly string[];
};

export const peopleRows = (client: Client) => ({
  /** @param email in lower case. */
  staffByEmail: (email: string) => client.staff.findUnique({ where: { email } }),

  async addSignIn({ createdAt, expiresAt, ...signIn }: NewSignIn) {
    await client.signIn.create({ data: { ...signIn, createdAt: new Date(createdAt), expiresAt: new Date(expiresAt) } });
  },

  /** Ends one sign-in, or every open one of a member of staff, a booking or some machines. Answers the tokens that ended. */
  async revokeSignIns(
    whose: { tokenHash: string } | { staffId: string } | { bookingId: string } | { machineId: { in: string[] } },
    now: Instant,
  ) {
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

  /** Whoever tries under the same key meanwhile waits until this transaction has counted its try. */
  async lockTries(key: string) {
    await client.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
  },

  async addFailures(failures: readonly { readonly id: string; readonly key: string }[], now: Instant) {
    await client.signInFailure.createMany({ data: failures.map((failure) => ({ ...failure, at: new Date(now) })) });
  },

  /** Tries that turned out to be none. */
  async removeFailures(ids: readonly string[]) {
    await client.signInFailure.deleteMany({ where: { id: { in: [...ids] } } });
  },

  /** Locks an account, so that two administrators change it one after the other. */
  async lockStaff(id: string): Promise<StaffAccount | null> {
    await client.$queryRaw`SELECT id FROM staff WHERE id = ${id}::uuid FOR UPDATE`;
    const row = await client.staff.findUnique({ where: { id }, include: { roles: true, affiliations: true } });
    return (
      row && {
        id: row.id,
        name: row.name,
        email: row.email,
        enabled: row.disabledAt === null,
        roles: row.roles.map(({ role, centreId }) => ({ role: role as Role, centreId })),
        affiliations: row.affiliations.map(({ centreId }) => centreId),
      }
    );
  },

  async addStaff(staff: {
    readonly id: string;
    readonly email: string;
    readonly name: string;
    readonly passwordHash: string;
  }) {
    await client.staff.create({ data: staff });
  },

  /** Puts these roles in the place of those there were. */
  async setRoles(staffId: string, held: readonly (HeldRole & { readonly id: string })[]) {
    await client.staffRole.deleteMany({ where: { staffId } });
    await client.staffRole.createMany({ data: held.map((role) => ({ ...role, staffId })) });
  },

  async setAffiliations(staffId: string, centreIds: readonly string[]) {
    await client.affiliation.deleteMany({ where: { staffId } });
    await client.affiliation.createMany({ data: centreIds.map((centreId) => ({ staffId, centreId })) });
  },

  /** @param disabledAt null opens the account again. */
  async setDisabled(id: string, disabledAt: Instant | null) {
    await client.staff.update({ where: { id }, data: { disabledAt: disabledAt && new Date(disabledAt) } });
  },

  async setPassword(id: string, passwordHash: string) {
    await client.staff.update({ where: { id }, data: { passwordHash } });
  },

  /** Whether every one of these is a centre. */
  async areCentres(ids: readonly string[]) {
    const wanted = [...new Set(ids)];
    return (await client.centre.count({ where: { id: { in: wanted } } })) === wanted.length;
  },
});
