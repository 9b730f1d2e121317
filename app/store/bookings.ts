import { hasBegun, isOver, type Phase } from "../exam/attempt/attempt.ts";
import { earlierEntry } from "../exam/entry/earlier-entry.ts";
import type { EarlierEntry } from "../exam/entry/may-enter.ts";
import type { GrantedArrangement } from "../exam/rulebook/access-arrangements.ts";
import type { Instant } from "../exam/time/time.ts";
import type { Prisma } from "./generated/client.ts";
import type { Client } from "./store.ts";

export type BookingRows = ReturnType<typeof bookingRows>;

/** One booking of a learner for a component, as the rules about another one need it. */
export type PastBooking = {
  readonly id: string;
  readonly entry: EarlierEntry;
  /** Of the form, whatever its version. */
  readonly formCode: string;
  /** The learner has seen this form, also when the test was stopped or voided. */
  readonly seen: boolean;
};

export type NewBooking = {
  readonly id: string;
  readonly learnerId: string;
  readonly componentId: string;
  readonly sittingId: string;
  readonly formId: string;
  readonly attemptNumber: number;
  readonly seat: string;
  readonly arrangements: readonly GrantedArrangement[];
  readonly keycodeHash: string;
  readonly keycodeSealed: string;
  readonly bookedAt: Instant;
  readonly bookedById: string | null;
};

export const bookingRows = (client: Client) => ({
  /** What a keycode opens: the booking with its learner, sitting and attempt. */
  byKeycode: (keycodeHash: string) =>
    client.booking.findUnique({ where: { keycodeHash }, include: { learner: true, sitting: true, attempt: true } }),

  get: (id: string) =>
    client.booking.findUnique({ where: { id }, include: { learner: true, sitting: true, attempt: true } }),

  /** Of a sitting, those whose register says one of these. */
  async ofRegister(sittingId: string, register: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await client.booking.findMany({
      where: { sittingId, register: { in: [...register] } },
      select: { id: true },
    });
    return new Set(rows.map(({ id }) => id));
  },

  async setRegister(id: string, register: string, arrivedAt?: Instant) {
    await client.booking.update({
      where: { id },
      data: { register, ...(arrivedAt === undefined ? {} : { arrivedAt: new Date(arrivedAt) }) },
    });
  },

  /** Locks a learner, so that two bookings for the same person are decided one after the other. */
  async lockLearner(id: string) {
    const found = await client.$queryRaw<{ id: string }[]>`SELECT id FROM learners WHERE id = ${id}::uuid FOR UPDATE`;
    return found.length === 0 ? null : client.learner.findUnique({ where: { id } });
  },

  /** Until the transaction ends nobody else adds a learner at this centre, so that a form sent twice finds the first. */
  async lockCentre(id: string) {
    await client.$queryRaw`SELECT id FROM centres WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  },

  learnerByNumber: (centreId: string, candidateNumber: string) =>
    client.learner.findUnique({ where: { centreId_candidateNumber: { centreId, candidateNumber } } }),

  async addLearner(learner: {
    readonly id: string;
    readonly centreId: string;
    readonly name: string;
    readonly candidateNumber: string;
    /** ISO day. */
    readonly dateOfBirth: string | null;
    readonly uln: string | null;
  }) {
    const { dateOfBirth, ...rest } = learner;
    await client.learner.create({ data: { ...rest, dateOfBirth: dateOfBirth && new Date(dateOfBirth) } });
  },

  async addSitting({
    startsAt,
    ...sitting
  }: {
    readonly id: string;
    readonly centreId: string;
    readonly componentId: string;
    readonly room: string;
    readonly startsAt: Instant;
    readonly ruleSet: string;
  }) {
    await client.sitting.create({ data: { ...sitting, startsAt: new Date(startsAt), phase: "planned" } });
  },

  history: (learnerId: string, componentId: string) => pastBookings(client, { learnerId, componentId }),

  /** Who sits where, with which form; cancelled bookings have no seat. */
  seats: (sittingId: string) =>
    client.booking.findMany({
      where: { sittingId, cancelledAt: null },
      select: { id: true, learnerId: true, seat: true, formId: true },
    }),

  async add({ arrangements, bookedAt, ...booking }: NewBooking) {
    await client.booking.create({
      data: { ...booking, arrangements: [...arrangements], bookedAt: new Date(bookedAt), register: "expected" },
    });
  },

  async setSeat(id: string, seat: string) {
    await client.booking.update({ where: { id }, data: { seat } });
  },

  async cancel(id: string, now: Instant) {
    await client.booking.update({ where: { id }, data: { cancelledAt: new Date(now) } });
  },

  /** What is printed on the slips of a sitting; keycodes are still sealed. */
  slips: (sittingId: string) =>
    client.booking.findMany({
      where: { sittingId, cancelledAt: null },
      select: { id: true, seat: true, keycodeSealed: true, learner: { select: { name: true, candidateNumber: true } } },
    }),
});

/** Of these bookings, the earliest first. */
export async function pastBookings(client: Client, where: Prisma.BookingWhereInput): Promise<readonly PastBooking[]> {
  const rows = await client.booking.findMany({ where, include: pastIncluded, orderBy: { bookedAt: "asc" } });
  return rows.map((row) => ({
    id: row.id,
    entry: entryOf(row),
    formCode: row.form.code,
    seen: row.attempt !== null && row.attempt.startedAt !== null,
  }));
}

/** What must be read beside a booking to say how it counts. */
export const pastIncluded = {
  form: { select: { code: true } },
  sitting: { select: { phase: true } },
  attempt: { select: { phase: true, startedAt: true, _count: { select: { results: true } } } },
} satisfies Prisma.BookingInclude;

type Past = {
  readonly cancelledAt: Date | null;
  readonly sitting: { readonly phase: string };
  readonly attempt: { readonly phase: string; readonly _count: { readonly results: number } } | null;
};

export function entryOf({ cancelledAt, sitting, attempt }: Past): EarlierEntry {
  const phase = (attempt?.phase ?? "booked") as Phase;
  return earlierEntry({
    cancelled: cancelledAt !== null,
    voided: phase === "voided",
    begun: hasBegun({ phase }),
    over: isOver({ phase }),
    sittingEnded: sitting.phase === "ended",
    resulted: (attempt?._count.results ?? 0) > 0,
  });
}
