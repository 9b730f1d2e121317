import { countAnswered, countFlagged, type Progress } from "../../exam/attempt/answers.ts";
import { type CloseReason, isOver, type Phase } from "../../exam/attempt/attempt.ts";
import type { Keeping } from "../../exam/attempt/keeping.ts";
import { allowance, deadline, type Line, stoppedFor, timeLeft } from "../../exam/attempt/ledger.ts";
import { noneLate } from "../../exam/invigilation/late-answers.ts";
import { lostStretches, proposal } from "../../exam/invigilation/lost-time.ts";
import { ruleBookAt } from "../../exam/rulebook/rule-book.ts";
import { type Duration, duration, type Instant, instant, none } from "../../exam/time/time.ts";
import type { Seat } from "../../live/contract.ts";
import type { Prisma, PrismaClient } from "../generated/client.ts";
import { lostFactsOf } from "../lost-facts.ts";
import { lateAnswersOf } from "./late-answers.ts";

export type Presence = { of(attemptId: string, lastSeenAt: Instant | null, now: Instant): Seat["connection"] };

const included = {
  booking: { include: { learner: true } },
  sitting: { select: { startsAt: true } },
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
  const lost = await lostTimeOf(db, rows, now);
  const over = rows.filter(({ phase }) => isOver({ phase: phase as Phase }));
  const late = await lateAnswersOf(
    db,
    over.map(({ id }) => id),
  );
  return rows
    .map((row) => ({
      ...seat(row, now, presence),
      lostTime: lost.get(row.id) ?? none,
      late: late.get(row.id) ?? noneLate,
    }))
    .sort((a, b) => a.seat.localeCompare(b.seat, "en", { numeric: true }));
}

/** What the rule would give back now to each of those who still work. */
async function lostTimeOf(
  db: PrismaClient,
  rows: readonly Row[],
  now: Instant,
): Promise<ReadonlyMap<string, Duration>> {
  const working = rows
    .filter(({ phase }) => phase === "running" || phase === "paused")
    .map((row) => ({ id: row.id, ledger: ledgerOf(row), startsAt: instant(row.sitting.startsAt.getTime()) }));
  const facts = await lostFactsOf(db, working);
  const policies = new Map(
    [...new Set(working.map(({ startsAt }) => startsAt))].map((day) => [day, ruleBookAt(day).lostTime]),
  );
  return new Map(
    working.map(({ id, ledger, startsAt }) => {
      const [found, policy] = [facts.get(id), policies.get(startsAt)];
      return [id, found && policy ? proposal(lostStretches(found, now), ledger, policy).amount : none];
    }),
  );
}

const ledgerOf = (row: Row) => row.ledger.map(({ line }) => line as unknown as Line);

function seat(row: Row, now: Instant, presence: Presence): Omit<Seat, "lostTime" | "late"> {
  const ledger = ledgerOf(row);
  const phase = row.phase as Phase;
  const lastSeenAt = at(row.lastSeenAt);
  const granted = ledger.reduce(
    (total, line) =>
      total +
      (line.kind === "allowance" && line.source !== "paper" && line.source !== "access-arrangement" ? line.amount : 0),
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
