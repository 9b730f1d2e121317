import { z } from "zod";
import { centresOf, type Who } from "../../exam/people/actor.ts";
import { type Instant, instant } from "../../exam/time/time.ts";
import type { Prisma, PrismaClient } from "../generated/client.ts";
import { type BookingLine, bookingLines, type Verdict, verdictsOn } from "./booking-lines.ts";
import { view } from "./view.ts";

export const entrySorts = ["name", "-name", "number", "-number"] as const;
export const entryShows = ["all", "without", "open", "waiting", "resulted"] as const;

const input = z.object({
  /** Part of a name or of a candidate number. */
  q: z.string().trim().max(80).catch(""),
  sort: z.enum(entrySorts).catch("name"),
  show: z.enum(entryShows).catch("all"),
  sitting: z.uuid().nullable().catch(null),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
type Asked = z.infer<typeof input>;

export type EntryRow = {
  readonly learner: string;
  readonly name: string;
  readonly candidateNumber: string;
  readonly centre: string;
  /** Without those that were cancelled. */
  readonly bookings: readonly BookingLine[];
  readonly verdicts: readonly Verdict[];
};

export type SittingChoice = {
  readonly id: string;
  readonly title: string;
  readonly room: string;
  readonly startsAt: Instant;
  readonly ended: boolean;
};

export type Entries = {
  readonly rows: readonly EntryRow[];
  readonly asked: Asked;
  readonly found: number;
  readonly pages: number;
  readonly sittings: readonly SittingChoice[];
  /** Where the actor may add learners. */
  readonly centres: readonly { readonly id: string; readonly name: string }[];
};

export const officers: readonly Who[] = ["exams-officer"];
const onePage = 50;

/** The learners of the officer's centres with their bookings, and whether each may be entered again. */
export const entries = view<Asked, Entries>({
  who: officers,
  input,
  async read({ db, actor, now }, asked) {
    const centres = centresOf(actor, officers);
    const at = centres === "all" ? {} : { centreId: { in: [...centres] } };
    const where: Prisma.LearnerWhereInput = {
      AND: [at, matching(asked.q), shown[asked.show], inSitting(asked.sitting)],
    };
    const found = await db.learner.count({ where });
    const learners = await db.learner.findMany({
      where,
      include: { centre: true },
      orderBy: [orders[asked.sort], { id: "asc" }],
      skip: (asked.page - 1) * onePage,
      take: onePage,
    });
    const lines = await bookingLines(db, { learnerId: { in: learners.map(({ id }) => id) } });
    const components = await db.component.findMany({ select: { id: true, title: true }, orderBy: { title: "asc" } });
    return {
      ok: true,
      rows: learners.map(({ id, name, candidateNumber, centre }) => {
        const own = lines.filter(({ learnerId }) => learnerId === id);
        return {
          learner: id,
          name,
          candidateNumber,
          centre: centre.name,
          bookings: own.filter(({ entry }) => entry !== "cancelled"),
          verdicts: verdictsOn(components, own, now),
        };
      }),
      asked,
      found,
      pages: Math.max(1, Math.ceil(found / onePage)),
      sittings: await sittingChoices(db, at),
      centres: await db.centre.findMany({
        where: centres === "all" ? {} : { id: { in: [...centres] } },
        select: { id: true, name: true },
        orderBy: { name: "asc" },
      }),
    };
  },
});

/** The newest first. */
export async function sittingChoices(
  db: PrismaClient,
  where: Prisma.SittingWhereInput,
): Promise<readonly SittingChoice[]> {
  const rows = await db.sitting.findMany({
    where,
    include: { component: true },
    orderBy: { startsAt: "desc" },
    take: 200,
  });
  return rows.map(({ id, component, room, startsAt, phase }) => ({
    id,
    title: component.title,
    room,
    startsAt: instant(startsAt.getTime()),
    ended: phase === "ended",
  }));
}

const matching = (q: string): Prisma.LearnerWhereInput =>
  q === ""
    ? {}
    : {
        OR: [{ name: { contains: q, mode: "insensitive" } }, { candidateNumber: { contains: q, mode: "insensitive" } }],
      };

const inSitting = (sittingId: string | null): Prisma.LearnerWhereInput =>
  sittingId === null ? {} : { bookings: { some: { sittingId, cancelledAt: null } } };

const unended = ["booked", "admitted", "ready", "running", "paused"];
const standing = { cancelledAt: null };

const shown: Record<Asked["show"], Prisma.LearnerWhereInput> = {
  all: {},
  without: { bookings: { none: standing } },
  open: {
    bookings: { some: { ...standing, sitting: { phase: { not: "ended" } }, attempt: { phase: { in: unended } } } },
  },
  waiting: { bookings: { some: { ...standing, attempt: { phase: "closed", results: { none: {} } } } } },
  resulted: { bookings: { some: { ...standing, attempt: { phase: "closed", results: { some: {} } } } } },
};

const orders: Record<Asked["sort"], Prisma.LearnerOrderByWithRelationInput> = {
  name: { name: "asc" },
  "-name": { name: "desc" },
  number: { candidateNumber: "asc" },
  "-number": { candidateNumber: "desc" },
};
