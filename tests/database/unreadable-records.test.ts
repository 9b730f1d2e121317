import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyJournals } from "../../app/cli/proof-work.ts";
import { type ExamDatabase, examDatabase } from "../support/database.ts";
import { faultsIn, tamper } from "../support/proof.ts";
import { satTest } from "../support/sat-test.ts";

let exam: ExamDatabase;
beforeAll(async () => {
  exam = await examDatabase();
});
afterAll(() => exam.close());

const at = (position: number, entry: string) =>
  `UPDATE journal SET entry = (${entry})::json WHERE "attemptId" = $1 AND position = ${position}`;
const deep = `repeat('[', 5000) || repeat(']', 5000)`;

describe("what nobody can read is named, and every other test is still checked", () => {
  test.each([
    ["one letter of an entry's kind", at(0, `replace(entry::text, '"answer"', '"answeR"')`), "journal", 0],
    ["an entry that is nothing", at(0, `'null'`), "journal", 0],
    ["an entry that is empty", at(3, `'{}'`), "journal", 3],
    ["an entry that is a word", at(6, `'"x"'`), "journal", 6],
    ["no response", at(2, `jsonb_set(entry::jsonb, '{response}', 'null')`), "journal", 2],
    ["a response without a value", at(2, `jsonb_set(entry::jsonb, '{response,RESPONSE}', 'null')`), "journal", 2],
    ["a response with a number", at(2, `jsonb_set(entry::jsonb, '{response,RESPONSE}', '5')`), "journal", 2],
    ["lists in lists", at(2, `replace(entry::text, '"left"', '"deep":' || ${deep} || ',"left"')`), "journal", 2],
    [
      "a place far beyond the last",
      `UPDATE journal SET position = 2000000000 WHERE "attemptId" = $1 AND position = 6`,
      "journal",
      6,
    ],
    [
      "a place before the first",
      `INSERT INTO journal SELECT "attemptId", -1, "leaseId", 77, entry, "receivedAt", standing, hash
       FROM journal WHERE "attemptId" = $1 AND position = 1`,
      "journal",
      -1,
    ],
    ["a line that is nothing", `UPDATE ledger SET line = 'null' WHERE "attemptId" = $1 AND position = 1`, "ledger", 1],
    ["a start that never came", `UPDATE attempts SET "startedAt" = 'infinity' WHERE id = $1`, "attempt", null],
    ["a deadline that never comes", `UPDATE attempts SET deadline = 'infinity' WHERE id = $1`, "attempt", null],
    ["an end that never comes", `UPDATE attempts SET "closedAt" = '-infinity' WHERE id = $1`, "attempt", null],
    [
      "progress that nothing can go through",
      `UPDATE attempts SET progress = (repeat('{"a":', 4000) || '1' || repeat('}', 4000))::jsonb WHERE id = $1`,
      "attempt",
      null,
    ],
    [
      "a number of questions that no test has",
      `UPDATE receipts SET statement = replace(statement, '"questions":', '"questions":2000000') WHERE "attemptId" = $1`,
      "receipt",
      null,
    ],
  ])("%s", async (_what, sql, part, position) => {
    const { id } = await satTest(exam);
    await tamper(exam, sql, [id]);
    expect(await faultsIn(exam, id)).toContainEqual(expect.objectContaining({ part, position }));
  });

  test("a line of the log that names no version of a result is found in the log", async () => {
    const { id } = await satTest(exam);
    await tamper(
      exam,
      `UPDATE audit SET action = 'release results', detail = '{"version":"x"}' WHERE chain = $1 AND place = 1`,
      [`attempt ${id}`],
    );
    const verdict = await verifyJournals(env(), { attempt: id });
    expect(verdict).toMatchObject({ ok: true, wrong: true, value: { faultyAudit: [{ chain: `attempt ${id}` }] } });
  });

  test("one such entry among many tests is the only thing said, and the exit code says that something is wrong", async () => {
    const room = await examDatabase();
    try {
      const [bad] = [await satTest(room), await satTest(room)];
      await tamper(room, at(0, `replace(entry::text, '"answer"', '"answeR"')`), [bad.id]);
      const verdict = await verifyJournals(
        { DATABASE_URL: room.databaseUrl, SESSION_SECRET: room.secret },
        { all: true },
      );
      expect(verdict).toMatchObject({ ok: true, wrong: true, value: { attempts: 2, faulty: [{ attempt: bad.id }] } });
      expect(verdict.ok && verdict.words).toContain("Position 0 could not be read");
    } finally {
      await room.close();
    }
  });
});

const env = () => ({ DATABASE_URL: exam.databaseUrl, SESSION_SECRET: exam.secret });
