import type { Entry, Standing } from "../exam/attempt/entry.ts";
import type { Line } from "../exam/attempt/ledger.ts";
import type { AnswerRuling } from "../exam/proof/answer-ruling.ts";
import { type AsideRecord, type QuestionAside, questionsAside, type Statement } from "../exam/proof/set-aside.ts";
import { type Instant, instant } from "../exam/time/time.ts";
import { bankRows } from "./bank.ts";
import type { Client } from "./store.ts";

/** What the invigilator said of everything set aside up to `through`. */
export type Said = {
  readonly choice: Statement;
  readonly through: number;
  readonly why: string;
  readonly by: string;
  readonly at: Instant;
};

/** What was set aside in one attempt. */
export type Aside = {
  readonly formId: string;
  readonly questions: readonly QuestionAside[];
  /** The invigilator's latest words. */
  readonly statement: Said | null;
};

/** Of these attempts, those in which an answer was set aside. */
export async function asideOf(client: Client, ids: readonly string[]): Promise<ReadonlyMap<string, Aside>> {
  const found = await attemptsWithAside(client, ids);
  if (found.length === 0) return new Map();
  const records = await recordsOf(client, found);
  return new Map(
    records.map(({ id, formId, statement, ...record }) => [
      id,
      { formId, statement, questions: questionsAside({ ...record, statement }) },
    ]),
  );
}

/** The questions nobody has decided about, by attempt: until then no mark of theirs counts. */
export async function openQuestions(
  client: Client,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<number>>> {
  const aside = await asideOf(client, ids);
  return new Map(
    [...aside].map(([id, { questions }]) => [
      id,
      new Set(questions.filter(({ open }) => open).map(({ number }) => number)),
    ]),
  );
}

async function attemptsWithAside(client: Client, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const rows = await client.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT "attemptId" AS id FROM journal
    WHERE standing IN ('late', 'stranded') AND "attemptId" = ANY(${[...ids]}::uuid[]) AND entry ->> 'kind' = 'answer'`;
  return rows.map(({ id }) => id);
}

type AnswerRow = {
  attemptId: string;
  position: number;
  leaseId: string;
  entry: Entry;
  receivedAt: Date;
  standing: Standing;
};

/** Every answer to a question that has one set aside, and all that says when they were written. */
async function recordsOf(client: Client, ids: readonly string[]) {
  const of = { attemptId: { in: [...ids] } };
  const answers = await client.$queryRaw<AnswerRow[]>`
    SELECT j."attemptId", j.position, j."leaseId", j.entry, j."receivedAt", j.standing FROM journal j
    JOIN (SELECT DISTINCT "attemptId", entry ->> 'item' AS item FROM journal
      WHERE standing IN ('late', 'stranded') AND "attemptId" = ANY(${[...ids]}::uuid[]) AND entry ->> 'kind' = 'answer') t
      ON t."attemptId" = j."attemptId" AND t.item = j.entry ->> 'item'
    WHERE j."attemptId" = ANY(${[...ids]}::uuid[]) AND j.entry ->> 'kind' = 'answer' ORDER BY j."attemptId", j.position`;
  const attempts = await client.attempt.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      formId: true,
      closedAt: true,
      leases: true,
      ledger: { orderBy: { position: "asc" } },
      answerRulings: true,
    },
  });
  const said = await client.lateRuling.findMany({ where: of, orderBy: { at: "asc" } });
  const numbers = new Map<string, AsideRecord["numbers"]>();
  for (const formId of new Set(attempts.map((attempt) => attempt.formId)))
    numbers.set(
      formId,
      new Map((await bankRows(client).places(formId)).map(({ item, number }) => [item.id, number] as const)),
    );
  return attempts.map(({ id, formId, closedAt, leases, ledger, answerRulings }) => ({
    id,
    formId,
    statement: statementOf(said.findLast(({ attemptId }) => attemptId === id)),
    journal: answers.filter(({ attemptId }) => attemptId === id).map(storedAnswer),
    ledger: ledger.map(({ line }) => line as unknown as Line),
    desks: leases.map(({ startedAt, endedAt, ...lease }) => ({
      id: lease.id,
      machine: lease.machine,
      startedAt: at(startedAt),
      endedAt: endedAt && at(endedAt),
    })),
    endedAt: closedAt && at(closedAt),
    numbers: numbers.get(formId) ?? new Map(),
    rulings: answerRulings.map(rulingFrom),
  }));
}

const at = (date: Date) => instant(date.getTime());

const storedAnswer = ({ position, leaseId, entry, receivedAt, standing }: AnswerRow) => ({
  position,
  lease: leaseId,
  entry,
  standing,
  receivedAt: at(receivedAt),
});

type SaidRow = { choice: string; through: number; why: string; byName: string; at: Date };

const statementOf = (row: SaidRow | undefined): Said | null =>
  row === undefined
    ? null
    : { choice: row.choice as Statement, through: row.through, why: row.why, by: row.byName, at: at(row.at) };

type RulingRow = Omit<AnswerRuling, "by" | "at"> & { readonly byName: string; readonly at: Date };

const rulingFrom = ({ number, version, position, through, why, byName, ...row }: RulingRow): AnswerRuling => ({
  number,
  version,
  position,
  through,
  why,
  by: byName,
  at: at(row.at),
});
