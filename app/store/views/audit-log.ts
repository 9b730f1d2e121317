import { z } from "zod";
import { isOver, type Phase } from "../../exam/attempt/attempt.ts";
import { centresOf, type Who } from "../../exam/people/actor.ts";
import { mayKnowWho } from "../../exam/proof/may-replay.ts";
import { type Instant, instant } from "../../exam/time/time.ts";
import type { Prisma, PrismaClient } from "../generated/client.ts";
import { view } from "./view.ts";

const moment = z.number().int().nullable().catch(null);

const input = z.object({
  /** Part of the name of whoever did it. */
  who: z.string().trim().max(80).catch(""),
  action: z.string().max(80).catch(""),
  /** Part of the learner's name it is about. */
  about: z.string().trim().max(80).catch(""),
  from: moment,
  /** Not included itself. */
  until: moment,
  page: z.coerce.number().int().min(1).max(1_000_000).catch(1),
});
type Asked = z.infer<typeof input>;

export type AuditLine = {
  readonly id: string;
  readonly at: Instant;
  readonly actorName: string;
  readonly role: string;
  readonly action: string;
  /** The learner it is about, when it is about one. */
  readonly learner: { readonly id: string; readonly name: string } | null;
  /** The attempt it is about, for whoever may see that test again. */
  readonly replay: string | null;
  readonly sitting: { readonly id: string; readonly words: string } | null;
  readonly why: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
};

export type AuditLog = {
  readonly lines: readonly AuditLine[];
  readonly actions: readonly string[];
  readonly asked: Asked;
  readonly found: number;
  readonly pages: number;
};

const readers: readonly Who[] = ["administrator", "exams-officer"];
const onePage = 50;

/** Who did what, when and why, the newest first: everything for administrators, their centre's for exams officers. */
export const auditLog = view<Asked, AuditLog>({
  who: readers,
  input,
  async read({ db, actor }, asked) {
    const centres = centresOf(actor, readers);
    const allowed: Prisma.AuditLineWhereInput = centres === "all" ? {} : { centreId: { in: [...centres] } };
    const where: Prisma.AuditLineWhereInput = { AND: [allowed, ...matching(asked), await about(db, asked.about)] };
    const found = await db.auditLine.count({ where });
    const rows = await db.auditLine.findMany({
      where,
      orderBy: { id: "desc" },
      skip: (asked.page - 1) * onePage,
      take: onePage,
    });
    const actions = await db.auditLine.findMany({
      where: allowed,
      distinct: ["action"],
      select: { action: true },
      orderBy: { action: "asc" },
    });
    const [learners, sittings] = await Promise.all([learnersOf(db, rows), sittingsOf(db, rows)]);
    return {
      ok: true,
      asked,
      found,
      pages: Math.max(1, Math.ceil(found / onePage)),
      actions: actions.map(({ action }) => action),
      lines: rows.map((row) => ({
        id: String(row.id),
        at: instant(row.at.getTime()),
        actorName: row.actorName,
        role: row.role,
        action: row.action,
        learner: learners.get(row.attemptId ?? "")?.learner ?? null,
        replay: mayKnowWho(actor) && learners.get(row.attemptId ?? "")?.isOver ? row.attemptId : null,
        sitting: sittings.get(row.sittingId ?? "") ?? null,
        why: row.why,
        detail: row.detail as Record<string, unknown>,
      })),
    };
  },
});

function matching({ who, action, from, until }: Asked): readonly Prisma.AuditLineWhereInput[] {
  return [
    who === "" ? {} : { actorName: { contains: who, mode: "insensitive" } },
    action === "" ? {} : { action },
    from === null ? {} : { at: { gte: new Date(from) } },
    until === null ? {} : { at: { lt: new Date(until) } },
  ];
}

async function about(db: PrismaClient, name: string): Promise<Prisma.AuditLineWhereInput> {
  if (name === "") return {};
  const attempts = await db.attempt.findMany({
    where: { booking: { learner: { name: { contains: name, mode: "insensitive" } } } },
    select: { id: true },
    take: 5_000,
  });
  return { attemptId: { in: attempts.map(({ id }) => id) } };
}

type Subject = { readonly attemptId: string | null; readonly sittingId: string | null };

async function learnersOf(db: PrismaClient, rows: readonly Subject[]) {
  const attempts = await db.attempt.findMany({
    where: { id: { in: rows.flatMap(({ attemptId }) => attemptId ?? []) } },
    select: { id: true, phase: true, booking: { select: { learner: { select: { id: true, name: true } } } } },
  });
  return new Map(
    attempts.map(({ id, phase, booking }) => [
      id,
      { learner: booking.learner, isOver: isOver({ phase: phase as Phase }) },
    ]),
  );
}

async function sittingsOf(db: PrismaClient, rows: readonly Subject[]) {
  const sittings = await db.sitting.findMany({
    where: { id: { in: rows.flatMap(({ sittingId }) => sittingId ?? []) } },
    include: { centre: true },
  });
  return new Map(sittings.map(({ id, room, centre }) => [id, { id, words: `${room}, ${centre.name}` }]));
}
