import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { proofTools } from "../../app/platform/proof-tools.ts";
import { verify } from "../../app/store/verify.ts";
import { type ExamDatabase, examDatabase } from "../support/database.ts";
import { markedTwice } from "../support/marking-scene.ts";
import { tamper } from "../support/proof.ts";
import { released } from "../support/released.ts";
import { satAttempt } from "../support/sat-attempt.ts";
import { satTest } from "../support/sat-test.ts";

const upgrade = readFileSync("prisma/migrations/20261128133000_nothing_unsealed/migration.sql", "utf8");

let exam: ExamDatabase;
beforeAll(async () => {
  exam = await examDatabase();
});
afterAll(() => exam.close());

const found = async () => {
  const { faulty, faultyAudit } = await verify(exam.database.pool, "all", proofTools(exam.secrets));
  return { faulty, faultyAudit };
};

const seals = async () => {
  const read = async (sql: string) => (await exam.database.pool.query(sql)).rows;
  return {
    ledger: await read(`SELECT "attemptId", position, hash FROM ledger ORDER BY "attemptId", position`),
    heads: await read(`SELECT id, "ledgerHead" FROM attempts ORDER BY id`),
    marks: await read("SELECT id, seal FROM marks ORDER BY id"),
    results: await read("SELECT id, seal FROM results ORDER BY id"),
  };
};

/** As rows stood before there were seals; a later mark or version had been sealed as if there were none before it. */
async function asBeforeThereWereSeals() {
  await tamper(exam, "UPDATE audit SET chain = NULL, place = NULL, seal = NULL");
  await tamper(exam, "DELETE FROM audit_chains");
  await tamper(exam, "UPDATE ledger SET hash = NULL");
  await tamper(exam, `UPDATE attempts SET "ledgerHead" = NULL`);
  for (const [rows, isFirst] of [
    ["marks", `"supersedesId" IS NULL`],
    ["results", "version = 1"],
  ])
    await tamper(exam, `UPDATE ${rows} SET seal = CASE WHEN ${isFirst} THEN NULL ELSE 'of another beginning' END`);
}

test("what is from before there were seals is sealed by the upgrade as it stands, and an alteration afterwards is named", async () => {
  await satTest(exam);
  await exam.make.running();
  await markedTwice(exam);
  const { id: centreId } = await exam.make.centre();
  const sat = await satAttempt(exam, { centreId, raw: 30 });
  await released(exam, sat.id, sat.formId);
  const [whole, before] = [await found(), await seals()];
  expect(whole.faultyAudit).toEqual([]);

  await asBeforeThereWereSeals();
  expect((await found()).faulty.length).toBeGreaterThan(whole.faulty.length);
  await exam.database.pool.query(upgrade);
  expect(await found()).toEqual(whole);
  expect(await seals()).toEqual(before);

  await tamper(exam, "UPDATE audit SET why = 'another reason' WHERE chain = 'from before' AND place = 3");
  const { faultyAudit } = await found();
  expect(faultyAudit.map(({ chain, faults }) => [chain, faults.map(({ position }) => position)])).toEqual([
    ["from before", [3]],
  ]);
});

test("lines written after the upgrade go on in their own chains, and nothing sealed is sealed anew", async () => {
  await exam.make.running();
  const before = await seals();
  await exam.database.pool.query(upgrade);
  expect(await seals()).toEqual(before);
});
