import { z } from "zod";
import { formName } from "../../exam/form/form-name.ts";
import type { Actor } from "../../exam/people/actor.ts";
import { replayers } from "../../exam/proof/may-replay.ts";
import { type Instant, instant } from "../../exam/time/time.ts";
import { Prisma, type PrismaClient } from "../generated/client.ts";
import { asideOf } from "../set-aside.ts";
import { view } from "./view.ts";

/** An ended test in which answers were set aside. Whose it is, and where it was sat, is not said. */
export type AsideTest = {
  readonly attempt: string;
  readonly receipt: string | null;
  readonly paper: string;
  readonly form: string;
  readonly satAt: Instant;
  readonly questions: readonly number[];
  /** Those nobody has decided about. */
  readonly open: readonly number[];
  readonly isReleased: boolean;
};

export const asideList = view<Record<string, never>, { waiting: readonly AsideTest[]; done: readonly AsideTest[] }>({
  who: replayers,
  input: z.object({}),
  async read({ db, actor }) {
    const waiting = await testsToDecide(db, actor);
    const latest = await withQuestions(
      db,
      await rowsOf(db, actor, { from: Prisma.sql`true`, order: latestFirst, most }),
    );
    return { ok: true, waiting, done: latest.filter((test) => !isToDecide(test)) };
  },
});

/** More than anybody decides in a day. */
const most = 300;

const isToDecide = ({ open, isReleased }: AsideTest) => open.length > 0 && !isReleased;

/**
 * The tests whose result waits for a decision, the longest waiting first. All that are not released are looked through for
 * them, however many of those have been decided about since: one that nobody is shown would never be released.
 */
export async function testsToDecide(
  db: PrismaClient,
  actor: Actor | null,
  atMost: number = most,
): Promise<readonly AsideTest[]> {
  const rows = await rowsOf(db, actor, { from: Prisma.sql`NOT t."isReleased"`, order: oldestFirst, most: null });
  const found: AsideTest[] = [];
  for (let from = 0; from < rows.length && found.length < atMost; from += atATime)
    found.push(...(await withQuestions(db, rows.slice(from, from + atATime))).filter(isToDecide));
  return found.slice(0, atMost);
}

/** So many tests are read at a time, with all their answers to the questions concerned. */
const atATime = 100;

type Row = {
  id: string;
  receipt: string | null;
  paper: string;
  code: string;
  version: number;
  startedAt: Date;
  isReleased: boolean;
};

type Wanted = { readonly from: Prisma.Sql; readonly order: Prisma.Sql; readonly most: number | null };
const latestFirst = Prisma.sql`t.came DESC`;
const oldestFirst = Prisma.sql`t.came`;

/** Of centres this person has no connection with. */
async function rowsOf(
  db: PrismaClient,
  actor: Actor | null,
  { from, order, most: limit }: Wanted,
): Promise<readonly Row[]> {
  if (actor?.kind !== "staff") return [];
  return db.$queryRaw<Row[]>`
    SELECT t.* FROM (
      SELECT a.id, a.receipt, c.title AS paper, f.code, f.version, coalesce(a."startedAt", s."startsAt") AS "startedAt", j.came,
        EXISTS (SELECT 1 FROM results x WHERE x."attemptId" = a.id) AS "isReleased"
      FROM (SELECT "attemptId", max("receivedAt") AS came FROM journal
          WHERE standing IN ('late', 'stranded') AND entry ->> 'kind' = 'answer' GROUP BY 1) j
        JOIN attempts a ON a.id = j."attemptId" JOIN sittings s ON s.id = a."sittingId"
        JOIN forms f ON f.id = a."formId" JOIN components c ON c.id = s."componentId"
      WHERE a.phase = 'closed' AND s."centreId" <> ALL(${[...actor.affiliations]}::uuid[])) t
    WHERE ${from} ORDER BY ${order}, t.id LIMIT ${limit}`;
}

/** What was set aside and is the same as what counts is nothing to decide. */
async function withQuestions(db: PrismaClient, rows: readonly Row[]): Promise<readonly AsideTest[]> {
  const aside = await asideOf(
    db,
    rows.map(({ id }) => id),
  );
  return rows.flatMap(({ id, receipt, paper, code, version, startedAt, isReleased }) => {
    const questions = aside.get(id)?.questions ?? [];
    if (questions.length === 0) return [];
    return [
      {
        attempt: id,
        receipt,
        paper,
        form: formName({ code, version }),
        satAt: instant(startedAt.getTime()),
        questions: questions.map(({ number }) => number),
        open: questions.filter(({ open }) => open).map(({ number }) => number),
        isReleased,
      },
    ];
  });
}
