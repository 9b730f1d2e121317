import { z } from "zod";
import { nextSeat } from "../../exam/entry/seat.ts";
import { centresOf, holdsAt, type Who } from "../../exam/people/actor.ts";
import { refused } from "../../exam/people/refusals.ts";
import type { Arrangement } from "../../exam/rulebook/access-arrangements.ts";
import { ruleBookAt } from "../../exam/rulebook/rule-book.ts";
import { type Instant, instant } from "../../exam/time/time.ts";
import type { PrismaClient } from "../generated/client.ts";
import { bookingLines, type Verdict, verdictsOn } from "./booking-lines.ts";
import { officers } from "./entries.ts";
import { view } from "./view.ts";

export type OpenSitting = {
  readonly id: string;
  readonly componentId: string;
  readonly title: string;
  readonly room: string;
  readonly startsAt: Instant;
  readonly minutes: number;
  readonly taken: readonly string[];
  /** A seat to propose. */
  readonly nextSeat: string;
};

/** An arrangement that can be asked for, with the range of its percentage when the approval states one. */
export type ArrangementChoice = Pick<Arrangement, "code" | "name" | "approval"> & {
  readonly extraPercent: number | { readonly from: number; readonly to: number; readonly usual: number } | null;
};

export type BookingForm = {
  /** The one asked for, with what the rules say; null while none has been chosen. */
  readonly learner: {
    readonly id: string;
    readonly name: string;
    readonly candidateNumber: string;
    readonly verdicts: readonly Verdict[];
    /** Codes of the last booking, which most often hold again. */
    readonly lastArrangements: readonly string[];
  } | null;
  readonly learners: readonly { readonly id: string; readonly name: string; readonly candidateNumber: string }[];
  readonly sittings: readonly OpenSitting[];
  readonly arrangements: readonly ArrangementChoice[];
};

/** What is needed to book one learner: sittings with their free seats, arrangements, and what the rules say. */
export const bookingForm = view<{ learner: string | null }, BookingForm>({
  who: officers,
  input: z.object({ learner: z.uuid().nullable() }),
  async read({ db, actor, now }, { learner: asked }) {
    const centres = centresOf(actor, officers);
    const row = asked === null ? null : await db.learner.findUnique({ where: { id: asked } });
    if (asked !== null && row === null) return refused("not-found");
    if (row !== null && !holdsAt(actor, officers, row.centreId)) return refused("not-at-your-centre");
    const at = row !== null ? { centreId: row.centreId } : centres === "all" ? {} : { centreId: { in: [...centres] } };
    return {
      ok: true,
      learner: row && {
        id: row.id,
        name: row.name,
        candidateNumber: row.candidateNumber,
        ...(await known(db, row.id, now)),
      },
      learners: await db.learner.findMany({
        where: at,
        select: { id: true, name: true, candidateNumber: true },
        orderBy: [{ name: "asc" }, { candidateNumber: "asc" }],
        take: 3_000,
      }),
      sittings: await openSittings(db, at),
      arrangements: ruleBookAt(now).arrangements.filter(isPossible).map(choice),
    };
  },
});

async function known(db: PrismaClient, learnerId: string, now: Instant) {
  const lines = await bookingLines(db, { learnerId });
  const components = await db.component.findMany({ select: { id: true, title: true } });
  const last = await db.booking.findFirst({ where: { learnerId }, orderBy: { bookedAt: "desc" } });
  return {
    verdicts: verdictsOn(components, lines, now),
    lastArrangements: ((last?.arrangements ?? []) as unknown as readonly { code: string }[]).map(({ code }) => code),
  };
}

async function openSittings(db: PrismaClient, where: { readonly centreId?: string | { in: string[] } }) {
  const rows = await db.sitting.findMany({
    where: { ...where, phase: { not: "ended" } },
    include: { component: true, bookings: { where: { cancelledAt: null }, select: { seat: true } } },
    orderBy: { startsAt: "asc" },
  });
  return rows.map((row): OpenSitting => {
    const taken = row.bookings.map(({ seat }) => seat);
    return {
      id: row.id,
      componentId: row.componentId,
      title: row.component.title,
      room: row.room,
      startsAt: instant(row.startsAt.getTime()),
      minutes: row.component.minutes,
      taken,
      nextSeat: nextSeat(taken),
    };
  });
}

/** There is no modified form yet. */
const isPossible = ({ needs }: Arrangement) => !needs.includes("modified-form");

function choice({ code, name, approval, extraTime }: Arrangement): ArrangementChoice {
  switch (extraTime.kind) {
    case "none":
      return { code, name, approval, extraPercent: null };
    case "fixed":
      return { code, name, approval, extraPercent: extraTime.percent };
    case "stated":
      return { code, name, approval, extraPercent: { from: extraTime.from, to: extraTime.to, usual: extraTime.usual } };
  }
}

const planners: readonly Who[] = ["exams-officer", "invigilator"];

type Planning = {
  readonly components: readonly { readonly id: string; readonly title: string; readonly minutes: number }[];
  readonly centres: readonly { readonly id: string; readonly name: string }[];
};

/** What a new sitting can be of, and where. */
export const planning = view<Record<string, never>, Planning>({
  who: planners,
  input: z.object({}),
  async read({ db, actor }) {
    const centres = centresOf(actor, planners);
    return {
      ok: true,
      components: await db.component.findMany({
        select: { id: true, title: true, minutes: true },
        orderBy: { title: "asc" },
      }),
      centres: await db.centre.findMany({
        where: centres === "all" ? {} : { id: { in: [...centres] } },
        select: { id: true, name: true },
        orderBy: { name: "asc" },
      }),
    };
  },
});
