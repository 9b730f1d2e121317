import { hasBegun, type Phase } from "../../exam/attempt/attempt.ts";
import type { Stage } from "../../exam/awarding/stage.ts";
import type { EarlierEntry } from "../../exam/entry/may-enter.ts";
import { mayEnter } from "../../exam/entry/may-enter.ts";
import type { GrantedArrangement } from "../../exam/rulebook/access-arrangements.ts";
import { arrangementOf } from "../../exam/rulebook/allowance.ts";
import { isoDateOf } from "../../exam/rulebook/iso-date.ts";
import { ruleBookAt, settingOn } from "../../exam/rulebook/rule-book.ts";
import type { RuleName } from "../../exam/rulebook/settings.ts";
import { type Instant, instant } from "../../exam/time/time.ts";
import { entryOf, pastIncluded } from "../bookings.ts";
import type { Prisma, PrismaClient } from "../generated/client.ts";
import { stagesById } from "./attempt-facts.ts";

/** One booking of a learner as an exams officer sees it. */
export type BookingLine = {
  readonly id: string;
  readonly learnerId: string;
  readonly componentId: string;
  readonly title: string;
  readonly sittingId: string;
  readonly room: string;
  readonly startsAt: Instant;
  readonly seat: string;
  readonly attemptNumber: number;
  readonly arrangements: readonly string[];
  readonly entry: EarlierEntry;
  readonly phase: Phase;
  readonly stage: Stage;
  /** The test has not begun, so seat and booking can still be changed. */
  readonly mayChange: boolean;
  /** The code of the receipt, once the test has ended. */
  readonly receipt: string | null;
  readonly attempt: string | null;
  /** The newest released grade. */
  readonly grade: string | null;
};

const included = {
  component: { select: { title: true } },
  sitting: { select: { phase: true, room: true, startsAt: true } },
  attempt: {
    select: {
      ...pastIncluded.attempt.select,
      id: true,
      receipt: true,
      results: { select: { grade: true }, orderBy: { version: "desc" }, take: 1 },
    },
  },
} satisfies Prisma.BookingInclude;

/** The earliest sitting first. */
export async function bookingLines(db: PrismaClient, where: Prisma.BookingWhereInput): Promise<readonly BookingLine[]> {
  const rows = await db.booking.findMany({
    where,
    include: included,
    orderBy: [{ sitting: { startsAt: "asc" } }, { bookedAt: "asc" }],
  });
  const stages = await stagesById(
    db,
    rows.flatMap(({ attempt }) => attempt?.id ?? []),
  );
  return rows.map((row) => {
    const { attempt, sitting } = row;
    const startsAt = instant(sitting.startsAt.getTime());
    const phase = (attempt?.phase ?? "booked") as Phase;
    const granted = row.arrangements as unknown as readonly GrantedArrangement[];
    const rules = ruleBookAt(startsAt);
    return {
      id: row.id,
      learnerId: row.learnerId,
      componentId: row.componentId,
      title: row.component.title,
      sittingId: row.sittingId,
      room: sitting.room,
      startsAt,
      seat: row.seat,
      attemptNumber: row.attemptNumber,
      arrangements: granted.map(({ code }) => arrangementOf(code, rules)?.name ?? code),
      entry: entryOf(row),
      phase,
      stage: (attempt && stages.get(attempt.id)) ?? { stage: "not-ended" },
      mayChange: row.cancelledAt === null && !hasBegun({ phase }) && sitting.phase !== "ended",
      receipt: attempt?.receipt ?? null,
      attempt: attempt?.id ?? null,
      grade: phase === "closed" ? (attempt?.results[0]?.grade ?? null) : null,
    };
  });
}

/** Whether a learner may be entered again for a component and, if not, which rule says so and where it comes from. */
export type Verdict = {
  readonly componentId: string;
  readonly title: string;
  readonly may: boolean;
  readonly attemptNumber: number | null;
  readonly why: string | null;
  readonly rule: { readonly name: RuleName; readonly source: string } | null;
};

type Component = { readonly id: string; readonly title: string };

export function verdictOn({ id, title }: Component, history: readonly EarlierEntry[], now: Instant): Verdict {
  const entry = mayEnter(history, ruleBookAt(now));
  const about = { componentId: id, title };
  if (entry.ok) return { ...about, may: true, attemptNumber: entry.attemptNumber, why: null, rule: null };
  const source = settingOn(entry.rule, isoDateOf(now))?.source ?? "";
  return { ...about, may: false, attemptNumber: null, why: entry.why, rule: { name: entry.rule, source } };
}

/** One verdict for every component, from the learner's own bookings. */
export const verdictsOn = (
  components: readonly Component[],
  bookings: readonly BookingLine[],
  now: Instant,
): readonly Verdict[] =>
  components.map((component) =>
    verdictOn(
      component,
      bookings.filter(({ componentId }) => componentId === component.id).map(({ entry }) => entry),
      now,
    ),
  );
