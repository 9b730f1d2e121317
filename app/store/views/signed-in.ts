import type { Actor, Role } from "../../exam/people/actor.ts";
import type { Instant } from "../../exam/time/time.ts";
import type { PrismaClient } from "../generated/client.ts";

/** Whose sign-in a token is; null when it is nobody's, has ended, or its account is closed. */
export async function signedIn(db: PrismaClient, tokenHash: string, now: Instant): Promise<Actor | null> {
  const row = await db.signIn.findUnique({
    where: { tokenHash },
    include: { staff: { include: { roles: true, affiliations: true } }, booking: { include: { learner: true } } },
  });
  if (row === null || row.revokedAt !== null || row.expiresAt.getTime() <= now) return null;
  if (row.staff && row.staff.disabledAt === null) {
    const { id, name, roles, affiliations } = row.staff;
    return {
      kind: "staff",
      id,
      name,
      roles: roles.map(({ role, centreId }) => ({ role: role as Role, centreId })),
      affiliations: affiliations.map(({ centreId }) => centreId),
    };
  }
  if (row.booking && row.booking.cancelledAt === null) {
    const { id, learner } = row.booking;
    return { kind: "candidate", id: learner.id, name: learner.name, bookingId: id, centreId: learner.centreId };
  }
  return null;
}
