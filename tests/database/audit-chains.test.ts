import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { proofTools } from "../../app/platform/proof-tools.ts";
import { verify } from "../../app/store/verify.ts";
import { type ExamDatabase, examDatabase } from "../support/database.ts";
import { sure } from "../support/factories.ts";
import { tamper } from "../support/proof.ts";
import { satTest } from "../support/sat-test.ts";

let exam: ExamDatabase;
beforeAll(async () => {
  exam = await examDatabase();
});
afterAll(() => exam.close());

const check = async (which: Parameters<typeof verify>[1]) => {
  const { faultyAudit } = await verify(exam.database.pool, which, proofTools(exam.secrets));
  return faultyAudit.map(({ chain, faults }) => ({
    chain,
    faults: faults.map(({ what, position }) => [what, position]),
  }));
};

const chainOf = (id: string) => `attempt ${id}`;

describe("audit lines nobody touched", () => {
  test("are whole: of an attempt, of a sitting with its attempts, and all there are", async () => {
    const { id, sittingId } = await satTest(exam);
    for (const which of [{ attempt: id }, { sitting: sittingId }, "all"] as const)
      expect(await check(which)).toEqual([]);
    const { auditLines } = await verify(exam.database.pool, { attempt: id }, proofTools(exam.secrets));
    expect(auditLines).toBe(await exam.database.prisma.auditLine.count({ where: { attemptId: id } }));
  });

  test("follow one another without a gap when many write about one sitting at the same moment", async () => {
    const { sittingId, invigilator } = await exam.make.running();
    const write = (turn: number) =>
      exam.commands.sittings.announce(invigilator, { sitting: sittingId, text: `Announcement ${turn}` });
    await Promise.all(Array.from({ length: 12 }, (_, turn) => sure(write(turn))));
    const lines = await exam.database.prisma.auditLine.findMany({
      where: { chain: `sitting ${sittingId}` },
      orderBy: { place: "asc" },
    });
    expect(lines.map(({ place }) => place)).toEqual(lines.map((_, index) => index));
    expect(lines.length).toBeGreaterThanOrEqual(12);
    expect(await check({ sitting: sittingId })).toEqual([]);
  });
});

describe("one byte changed in the audit log is found and named", () => {
  test.each([
    ["who did it", `"actorName" = 'Nobody'`],
    ["whose account it was", `"actorId" = gen_random_uuid()`],
    ["when", `at = at + interval '1 millisecond'`],
    ["in which role", `role = 'administrator'`],
    ["what was done", `action = 'look'`],
    ["at which centre", `"centreId" = gen_random_uuid()`],
    ["at which sitting", `"sittingId" = gen_random_uuid()`],
    ["why", `why = 'another reason'`],
    ["what it carried", `detail = '{"minutes": 1}'`],
    ["its number", `id = id + 1000000`],
    ["its link", `seal = repeat('0', 64)`],
  ])("%s", async (_what, change) => {
    const { id } = await satTest(exam);
    await tamper(exam, `UPDATE audit SET ${change} WHERE chain = $1 AND place = 2`, [chainOf(id)]);
    expect(await check({ attempt: id })).toEqual([{ chain: chainOf(id), faults: [["altered", 2]] }]);
  });

  test("a line taken out of the middle, off the end, or put into another chain is missing where it was", async () => {
    const middle = await satTest(exam);
    await tamper(exam, "DELETE FROM audit WHERE chain = $1 AND place = 2", [chainOf(middle.id)]);
    expect(await check({ attempt: middle.id })).toEqual([{ chain: chainOf(middle.id), faults: [["missing", 2]] }]);

    const end = await satTest(exam);
    const count = await exam.database.prisma.auditLine.count({ where: { attemptId: end.id } });
    await tamper(exam, "DELETE FROM audit WHERE chain = $1 AND place = $2", [chainOf(end.id), count - 1]);
    expect(await check({ attempt: end.id })).toEqual([{ chain: chainOf(end.id), faults: [["missing", count - 1]] }]);

    const hidden = await satTest(exam);
    await tamper(exam, "UPDATE audit SET chain = NULL, place = NULL, seal = NULL WHERE chain = $1 AND place = 1", [
      chainOf(hidden.id),
    ]);
    expect(await check({ attempt: hidden.id })).toEqual([
      { chain: chainOf(hidden.id), faults: [["missing", 1]] },
      { chain: "none", faults: [["altered", null]] },
    ]);
  });

  test("the last line with its seal taken off is named, also when its chain was shortened to fit", async () => {
    const { id, sittingId } = await satTest(exam);
    const chain = chainOf(id);
    await tamper(
      exam,
      `UPDATE audit_chains c SET lines = c.lines - 1,
         head = (SELECT seal FROM audit WHERE chain = $1 AND place = c.lines - 2) WHERE chain = $1`,
      [chain],
    );
    await tamper(
      exam,
      `UPDATE audit SET why = 'another reason', chain = NULL, place = NULL, seal = NULL
       WHERE chain = $1 AND place = (SELECT lines FROM audit_chains WHERE chain = $1)`,
      [chain],
    );
    for (const which of [{ attempt: id }, { sitting: sittingId }] as const)
      expect(await check(which)).toEqual([{ chain: "none", faults: [["altered", null]] }]);
    expect(await check("all")).toContainEqual({ chain: "none", faults: expect.arrayContaining([["altered", null]]) });
  });

  test("also when the chain's own last link is taken away", async () => {
    const { id } = await satTest(exam);
    await tamper(exam, "DELETE FROM audit_chains WHERE chain = $1", [chainOf(id)]);
    expect(await check({ attempt: id })).toEqual([{ chain: chainOf(id), faults: [["missing", null]] }]);
  });
});
