import { countAnswered, countFlagged, type Progress } from "../../exam/attempt/answers.ts";
import type { CloseReason, Phase } from "../../exam/attempt/attempt.ts";
import type { Keeping } from "../../exam/attempt/keeping.ts";
import { allowance, deadline, type Line, stoppedFor, timeLeft } from "../../exam/attempt/ledger.ts";
import { nothingAside, type SeatAside, seatAside } from "../../exam/invigilation/aside-seat.ts";
import { lostStretches, proposal } from "../../exam/invigilation/lost-time.ts";
import { wordsGiven } from "../../exam/item/words-given.ts";
import { ruleBookAt } from "../../exam/rulebook/rule-book.ts";
import { type Duration, duration, type Instant, instant, none } from "../../exam/time/time.ts";
import type { Seat } from "../../live/contract.ts";
import { bankRows } from "../bank.ts";
import type { Prisma, PrismaClient } from "../generated/client.ts";
import { lostFactsOf } from "../lost-facts.ts";
import { asideOf } from "../set-aside.ts";

export type Presence = { of(attemptId: string, lastSeenAt: Instant | null, now: Instant): Seat["connection"] };

const included = {
  booking: { include: { learner: true } },
  sitting: { select: { startsAt: true } },
  ledger: { orderBy: { position: "asc" } },
  form: { include: { _count: { select: { items: true } } } },
  _count: { select: { incidents: true, moves: true } },
} satisfies Prisma.AttemptInclude;
type Row = Prisma.AttemptGetPayload<{ include: typeof included }>;

type Asked = { readonly now: Instant; readonly presence: Presence };

/** So many seats are read at a time: a hall must not keep the process from what everybody else is waiting for. */
const atATime = 100;

/**
 * The seats of a board, all of them or those of some attempts: states, times and counts, never what anybody answered. By seat.
 */
export async function seatsOf(
  db: PrismaClient,
  { sittingId, attempts }: { readonly sittingId: string; readonly attempts: readonly string[] | null },
  asked: Asked,
): Promise<readonly Seat[]> {
  const ids =
    attempts ?? (await db.attempt.findMany({ where: { sittingId }, select: { id: true } })).map(({ id }) => id);
  const seats: Seat[] = [];
  for (let from = 0; from < ids.length; from += atATime)
    seats.push(...(await someSeats(db, { sittingId, id: { in: ids.slice(from, from + atATime) } }, asked)));
  return seats.sort((a, b) => bySeat.compare(a.seat, b.seat));
}

/** A2 before A10. */
const bySeat = new Intl.Collator("en", { numeric: true });

async function someSeats(
  db: PrismaClient,
  where: Prisma.AttemptWhereInput,
  { now, presence }: Asked,
): Promise<readonly Seat[]> {
  const rows = await db.attempt.findMany({ where: { ...where, booking: { cancelledAt: null } }, include: included });
  const lost = await lostTimeOf(db, rows, now);
  const aside = await asideAtSeats(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    ...seat(row, now, presence),
    lostTime: lost.get(row.id) ?? none,
    setAside: aside.get(row.id) ?? nothingAside,
  }));
}

/** What was set aside, without its words. */
async function asideAtSeats(db: PrismaClient, ids: readonly string[]): Promise<ReadonlyMap<string, SeatAside>> {
  const seats = new Map<string, SeatAside>();
  for (const [id, { formId, questions, statement }] of await asideOf(db, ids)) {
    const items = new Map((await bankRows(db).places(formId)).map(({ number, item }) => [number, item]));
    const words: Parameters<typeof seatAside>[1]["words"] = (number, response) => {
      const item = items.get(number);
      return item === undefined ? null : wordsGiven(item, response);
    };
    seats.set(id, seatAside(questions, { statement, words }));
  }
  return seats;
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

function seat(row: Row, now: Instant, presence: Presence): Omit<Seat, "lostTime" | "setAside"> {
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
    moves: row._count.moves,
    keeping: row.keeping as Keeping,
    closed: row.closedAt && { at: instant(row.closedAt.getTime()), reason: row.closeReason as CloseReason },
    receipt: row.receipt,
  };
}

const at = (date: Date | null) => date && instant(date.getTime());
