import type pg from "pg";
import type { Actor, HeldRole } from "../../exam/people/actor.ts";
import type { Instant } from "../../exam/time/time.ts";

type Row = {
  staffId: string | null;
  staffName: string;
  roles: HeldRole[] | null;
  affiliations: string[] | null;
  bookingId: string | null;
  attemptId: string | null;
  sittingId: string;
  learnerId: string;
  learnerName: string;
  centreId: string;
  machineId: string | null;
  machineName: string;
  checkId: string;
  checkedAt: string;
};

/** Whoever signed in, and where a learner's attempt is made. */
export type SignedIn = {
  readonly actor: Actor;
  readonly attempt: { readonly attemptId: string; readonly sittingId: string } | null;
};

/** Whose sign-in a token is; null when it is nobody's, has ended, or its account is closed. Asked with every request, in one statement. */
export async function signedIn(pool: pg.Pool, tokenHash: string, now: Instant): Promise<SignedIn | null> {
  const { rows } = await pool.query<Row>({
    name: "whose sign-in it is",
    text: `SELECT st.id AS "staffId", st.name AS "staffName",
             (SELECT json_agg(json_build_object('role', r.role, 'centreId', r."centreId")) FROM staff_roles r WHERE r."staffId" = st.id) AS roles,
             (SELECT json_agg(f."centreId") FROM affiliations f WHERE f."staffId" = st.id) AS affiliations,
             b.id AS "bookingId", a.id AS "attemptId", a."sittingId", l.id AS "learnerId", l.name AS "learnerName", l."centreId",
             m.id AS "machineId", m.name AS "machineName", c.id AS "checkId", c."centreId" AS "checkedAt"
           FROM sign_ins s
             LEFT JOIN staff st ON st.id = s."staffId" AND st."disabledAt" IS NULL
             LEFT JOIN bookings b ON b.id = s."bookingId" AND b."cancelledAt" IS NULL
             LEFT JOIN attempts a ON a."bookingId" = b.id
             LEFT JOIN learners l ON l.id = b."learnerId"
             LEFT JOIN checked_machines m ON m.id = s."machineId"
             LEFT JOIN readiness_checks c ON c.id = m."checkId"
           WHERE s."tokenHash" = $1 AND s."revokedAt" IS NULL AND s."expiresAt" > $2`,
    values: [tokenHash, new Date(now)],
  });
  const [row] = rows;
  const actor = row === undefined ? null : actorIn(row);
  if (row === undefined || actor === null) return null;
  const { attemptId, sittingId } = row;
  return { actor, attempt: attemptId === null ? null : { attemptId, sittingId } };
}

function actorIn(row: Row): Actor | null {
  const { staffId, staffName, roles, affiliations, bookingId, learnerId, learnerName, centreId } = row;
  if (staffId !== null)
    return { kind: "staff", id: staffId, name: staffName, roles: roles ?? [], affiliations: affiliations ?? [] };
  if (bookingId !== null) return { kind: "candidate", id: learnerId, name: learnerName, bookingId, centreId };
  return machineOf(row);
}

/** Ending a check revokes the sign-ins of its computers, so whoever still has one belongs to an open check. */
const machineOf = ({ machineId, machineName, checkId, checkedAt }: Row): Actor | null =>
  machineId === null ? null : { kind: "dummy-seat", id: machineId, name: machineName, checkId, centreId: checkedAt };
