import { z } from "zod";
import type { Grade } from "../../exam/awarding/grade.ts";
import type { Stage } from "../../exam/awarding/stage.ts";
import { formName } from "../../exam/form/form-name.ts";
import { centresOf } from "../../exam/people/actor.ts";
import { type Instant, instant } from "../../exam/time/time.ts";
import { Prisma } from "../generated/client.ts";
import type { Client } from "../store.ts";
import { stagesById } from "./attempt-facts.ts";
import { view } from "./view.ts";

export const resultSorts = ["name", "number", "sat", "released"] as const;
export const resultShows = ["all", "waiting", "released"] as const;

const input = z.object({
  /** Part of a name or of a candidate number. */
  q: z.string().trim().max(80).catch(""),
  /** With a minus sign in front the other way round. */
  sort: z.enum([...resultSorts, ...resultSorts.map((sort) => `-${sort}` as const)]).catch("name"),
  show: z.enum(resultShows).catch("all"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  /** Every row at once, for a file. */
  whole: z.boolean().catch(false),
});
type Input = z.infer<typeof input>;

export type CentreResult = {
  readonly attempt: string;
  readonly learnerId: string;
  readonly name: string;
  readonly candidateNumber: string;
  readonly centre: string;
  readonly component: string;
  readonly form: string;
  readonly attemptNumber: number;
  readonly satAt: Instant;
  readonly stage: Stage;
  /** Only once it is released. */
  readonly result: {
    readonly grade: Grade;
    readonly points: number;
    readonly raw: number;
    readonly of: number;
    readonly version: number;
    readonly releasedAt: Instant;
  } | null;
};

export type CentreResults = {
  readonly rows: readonly CentreResult[];
  readonly asked: Input;
  readonly found: number;
  readonly pages: number;
  readonly manyCentres: boolean;
};

const onePage = 50;

/** Ended attempts of the centres the actor works for, with their results once these are released. */
export const centreResults = view<Input, CentreResults>({
  who: ["exams-officer", "administrator"],
  input,
  async read({ db, actor }, asked) {
    const centres = centresOf(actor, ["exams-officer", "administrator"]);
    const which = Prisma.join([atCentres(centres), matching(asked.q), shown[asked.show]], " AND ");
    const [{ found }] = await db.$queryRaw<[{ found: number }]>`SELECT count(*)::int AS found ${from} WHERE ${which}`;
    const rows = await rowsOf(db, which, asked);
    const stages = await stagesById(
      db,
      rows.map(({ attempt }) => attempt),
    );
    return {
      ok: true,
      rows: rows.map((row) => centreResult(row, stages.get(row.attempt)!)),
      asked,
      found,
      pages: Math.max(1, Math.ceil(found / onePage)),
      manyCentres: centres === "all" || centres.length > 1,
    };
  },
});

/** `x` is the last issued version; a voided attempt shows none, whatever was issued before. */
const from = Prisma.sql`
  FROM attempts a JOIN bookings b ON b.id = a."bookingId" JOIN learners l ON l.id = b."learnerId"
  JOIN sittings s ON s.id = a."sittingId" JOIN centres e ON e.id = s."centreId"
  JOIN components c ON c.id = s."componentId" JOIN forms f ON f.id = a."formId"
  LEFT JOIN LATERAL (SELECT * FROM results r WHERE r."attemptId" = a.id AND a.phase = 'closed' ORDER BY r.version DESC LIMIT 1) x ON true`;

const atCentres = (centres: readonly string[] | "all") =>
  centres === "all"
    ? Prisma.sql`a.phase IN ('closed', 'voided')`
    : Prisma.sql`a.phase IN ('closed', 'voided') AND s."centreId" = ANY(${centres}::uuid[])`;

function matching(q: string) {
  const part = `%${q.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return q === "" ? Prisma.sql`true` : Prisma.sql`(l.name ILIKE ${part} OR l."candidateNumber" ILIKE ${part})`;
}

const shown = {
  all: Prisma.sql`true`,
  waiting: Prisma.sql`x.id IS NULL AND a.phase = 'closed'`,
  released: Prisma.sql`x.id IS NOT NULL`,
} satisfies Record<Input["show"], Prisma.Sql>;

const orders = {
  name: [Prisma.sql`l.name`, Prisma.sql`l.name DESC`],
  number: [Prisma.sql`l."candidateNumber"`, Prisma.sql`l."candidateNumber" DESC`],
  sat: [Prisma.sql`s."startsAt"`, Prisma.sql`s."startsAt" DESC`],
  released: [Prisma.sql`x."releasedAt" NULLS LAST`, Prisma.sql`x."releasedAt" DESC NULLS LAST`],
} satisfies Record<(typeof resultSorts)[number], readonly [Prisma.Sql, Prisma.Sql]>;

type Row = {
  attempt: string;
  learnerId: string;
  name: string;
  candidateNumber: string;
  centre: string;
  component: string;
  code: string;
  version: number;
  maxMark: number;
  attemptNumber: number;
  satAt: Date;
  grade: Grade | null;
  points: number;
  raw: number;
  resultVersion: number;
  releasedAt: Date;
};

function rowsOf(client: Client, which: Prisma.Sql, { sort, page, whole }: Input) {
  const [up, down] = orders[sort.replace("-", "") as keyof typeof orders];
  const order = sort.startsWith("-") ? down : up;
  const limit = whole ? Prisma.empty : Prisma.sql`LIMIT ${onePage} OFFSET ${(page - 1) * onePage}`;
  return client.$queryRaw<Row[]>`
    SELECT a.id AS attempt, l.id AS "learnerId", l.name, l."candidateNumber", e.name AS centre, c.title AS component,
      f.code, f.version, f."maxMark", b."attemptNumber", s."startsAt" AS "satAt",
      x.grade, x.points, x.raw, x.version AS "resultVersion", x."releasedAt"
    ${from} WHERE ${which} ORDER BY ${order}, l."candidateNumber", b."attemptNumber", a.id ${limit}`;
}

function centreResult(row: Row, stage: Stage): CentreResult {
  const { grade, points, raw, maxMark, resultVersion, releasedAt } = row;
  return {
    attempt: row.attempt,
    learnerId: row.learnerId,
    name: row.name,
    candidateNumber: row.candidateNumber,
    centre: row.centre,
    component: row.component,
    form: formName(row),
    attemptNumber: row.attemptNumber,
    satAt: instant(row.satAt.getTime()),
    stage,
    result: grade && {
      grade,
      points,
      raw,
      of: maxMark,
      version: resultVersion,
      releasedAt: instant(releasedAt.getTime()),
    },
  };
}
