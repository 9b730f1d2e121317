import { countAnswered, countFlagged, type Progress } from "../../exam/attempt/answers.ts";
import type { CloseReason, Phase } from "../../exam/attempt/attempt.ts";
import type { Keeping } from "../../exam/attempt/keeping.ts";
import { allowance, deadline, type Line, stoppedFor, timeLeft } from "../../exam/attempt/ledger.ts";
import { duration, type Instant, instant } from "../../exam/time/time.ts";
import type { Seat } from "../../live/contract.ts";
import type { Prisma, PrismaClient } from "../generated/client.ts";

export type Presence = { of(attemptId: string, lastSeenAt: Instant | null, now: Instant): Seat["connection"] };

const included = {
  booking: { include: { learner: true } },
  ledger: { orderBy: { position: "asc" } },
  form: { include: { _count: { select: { items: true } } } },
  _count: { select: { incidents: true, journal: { where: { standing: "stranded" } } } },
} satisfies Prisma.AttemptInclude;
type Row = Prisma.AttemptGetPayload<{ include: typeof included }>;

/** The seats of a board: states, times and counts, never what anybody answered. */
export async function seatsOf(
  db: PrismaClient,
  where: { readonly sittingId: string } | { readonly id: { in: string[] } },
  { now, presence }: { now: Instant; presence: Presence },
): Promise<readonly Seat[]> {
  const rows = await db.attempt.findMany({ where: { ...where, booking: { cancelledAt: null } }, include: included });
  return rows
    .map((row) => seat(row, now, presence))
    .sort((a, b) => a.seat.localeCompare(b.seat, "en", { numeric: true }));
}

function seat(row: Row, now: Instant, presence: Presence): Seat {
  const ledger = row.ledger.map(({ line }) => line as unknown as Line);
  const phase = row.phase as Phase;
  const lastSeenAt = at(row.lastSeenAt);
  const granted = ledger.reduce(
    (total, line) => total + (line.kind === "allowance" && line.source === "granted" ? line.amount : 0),
    0,
  );
  return {
    attempt: row.id,
    seat: row.booking.seat,
    candidateNumber: row.booking.learner.candidateNumber,
    name: row.booking.learner.name,
    phase,
    register: row.booking.register,
    arrivedAt: at(row.booking.arrivedAt),
    signedIn: row.leaseId !== null,
    left: timeLeft(ledger, now),
    deadline: phase === "running" ? deadline(ledger) : null,
    allowance: allowance(ledger),
    granted: duration(granted),
    stopped: phase === "paused" ? stoppedFor(ledger) : null,
    answered: countAnswered(row.progress as Progress),
    flagged: countFlagged(row.progress as Progress),
    items: row.form._count.items,
    savedAt: at(row.savedAt),
    connection: presence.of(row.id, lastSeenAt, now),
    lastSeenAt,
    arrangements: (row.booking.arrangements as unknown as readonly { code: string }[]).map(({ code }) => code),
    incidents: row._count.incidents,
    stranded: row._count.journal,
    keeping: row.keeping as Keeping,
    closed: row.closedAt && { at: instant(row.closedAt.getTime()), reason: row.closeReason as CloseReason },
    receipt: row.receipt,
  };
}

const at = (date: Date | null) => date && instant(date.getTime());
