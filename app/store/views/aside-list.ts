import { z } from "zod";
import { formName } from "../../exam/form/form-name.ts";
import type { Actor } from "../../exam/people/actor.ts";
import { replayers } from "../../exam/proof/may-replay.ts";
import { type Instant, instant } from "../../exam/time/time.ts";
import type { PrismaClient } from "../generated/client.ts";
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
    const tests = await asideTests(db, actor);
    const waits = ({ open, isReleased }: AsideTest) => open.length > 0 && !isReleased;
    return { ok: true, waiting: tests.filter(waits), done: tests.filter((test) => !waits(test)) };
  },
});

/** More than anybody decides in a day; those that hold a result back come first. */
const most = 300;

type Row = {
  id: string;
  receipt: string | null;
  paper: string;
  code: string;
  version: number;
  startedAt: Date;
  isReleased: boolean;
};

/** Of centres this person has no connection with. What was set aside and is the same as what counts is nothing to decide. */
export async function asideTests(db: PrismaClient, actor: Actor | null): Promise<readonly AsideTest[]> {
  if (actor?.kind !== "staff") return [];
  const rows = await db.$queryRaw<Row[]>`
    SELECT a.id, a.receipt, c.title AS paper, f.code, f.version, coalesce(a."startedAt", s."startsAt") AS "startedAt",
      EXISTS (SELECT 1 FROM results x WHERE x."attemptId" = a.id) AS "isReleased"
    FROM (SELECT "attemptId", max("receivedAt") AS came FROM journal
        WHERE standing IN ('late', 'stranded') AND entry ->> 'kind' = 'answer' GROUP BY 1) j
      JOIN attempts a ON a.id = j."attemptId" JOIN sittings s ON s.id = a."sittingId"
      JOIN forms f ON f.id = a."formId" JOIN components c ON c.id = s."componentId"
    WHERE a.phase = 'closed' AND s."centreId" <> ALL(${[...actor.affiliations]}::uuid[])
    ORDER BY "isReleased", j.came DESC LIMIT ${most}`;
  const aside = await asideOf(
    db,
    rows.map(({ id }) => id),
  );
  return rows.flatMap(({ id, code, version, startedAt, ...row }) => {
    const questions = aside.get(id)?.questions ?? [];
    if (questions.length === 0) return [];
    return [
      {
        ...row,
        attempt: id,
        form: formName({ code, version }),
        satAt: instant(startedAt.getTime()),
        questions: questions.map(({ number }) => number),
        open: questions.filter(({ open }) => open).map(({ number }) => number),
      },
    ];
  });
}
