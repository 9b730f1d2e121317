import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { proofTools } from "../../app/platform/proof-tools.ts";
import { makeSecrets } from "../../app/platform/secrets.ts";
import { verify } from "../../app/store/verify.ts";
import { type ExamDatabase, examDatabase } from "../support/database.ts";
import { faultsIn, tamper } from "../support/proof.ts";
import { satTest } from "../support/sat-test.ts";

let exam: ExamDatabase;
beforeAll(async () => {
  exam = await examDatabase();
});
afterAll(() => exam.close());

describe("whose test it is, on which form and how it ended is compared with the receipt and the log", () => {
  const ofAttempt = (change: string) => `UPDATE attempts SET ${change} WHERE id = $1`;
  test.each([
    ["why it ended", ofAttempt(`"closeReason" = 'terminated'`), "receipt"],
    ["which form it was", ofAttempt(`"formId" = (SELECT id FROM forms WHERE id <> "formId" LIMIT 1)`), "receipt"],
    ["that it counts", ofAttempt(`phase = 'voided'`), "attempt"],
    ["at which sitting it was sat", ofAttempt(`"sittingId" = gen_random_uuid()`), "attempt"],
    ["that it was booked", ofAttempt(`"bookingId" = gen_random_uuid()`), "attempt"],
    [
      "for which paper it was booked",
      `UPDATE bookings SET "componentId" = gen_random_uuid() WHERE id = (SELECT "bookingId" FROM attempts WHERE id = $1)`,
      "attempt",
    ],
    [
      "the learner's candidate number",
      `UPDATE learners SET "candidateNumber" = 'KWX00' WHERE id =
         (SELECT b."learnerId" FROM attempts a JOIN bookings b ON b.id = a."bookingId" WHERE a.id = $1)`,
      "receipt",
    ],
    ["which key signed", `UPDATE receipts SET "keyName" = 'another' WHERE "attemptId" = $1`, "receipt"],
    ["when it was signed", `UPDATE receipts SET at = at + interval '1 second' WHERE "attemptId" = $1`, "receipt"],
  ])("%s", async (_what, sql, part) => {
    await exam.make.form("CSE-B");
    const { id } = await satTest(exam);
    await tamper(exam, sql, [id]);
    expect((await faultsIn(exam, id)).map((one) => one.part)).toContain(part);
  });

  test("two learners whose tests were exchanged", async () => {
    const [one, other] = [await satTest(exam), await satTest(exam)];
    const bookingOf = async (id: string) =>
      (await exam.database.prisma.attempt.findUniqueOrThrow({ where: { id } })).bookingId;
    const [first, second] = [await bookingOf(one.id), await bookingOf(other.id)];
    const give = (id: string, booking: string) =>
      tamper(exam, `UPDATE attempts SET "bookingId" = $2 WHERE id = $1`, [id, booking]);
    await give(one.id, one.id);
    await give(other.id, first);
    await give(one.id, second);
    for (const { id } of [one, other])
      expect(await faultsIn(exam, id)).toContainEqual({ part: "attempt", position: null, what: "fold-differs" });
  });
});

test("a whole test that was taken out is named by what still speaks of it", async () => {
  const { id, sittingId } = await satTest(exam);
  await tamper(exam, "DELETE FROM attempts WHERE id = $1", [id]);
  for (const which of [{ attempt: id }, { sitting: sittingId }, "all"] as const) {
    const { faulty } = await verify(exam.database.pool, which, proofTools(exam.secrets));
    const faults = faulty.find(({ attempt }) => attempt === id)?.faults ?? [];
    expect(faults.map(({ what }) => what)).toEqual(["missing"]);
    expect(faults[0]?.words).toContain("journal, the ledger, the receipts");
  }
});

describe("after a change of the secret", () => {
  const now = "the secret of today, which is long enough too";
  const found = async (id: string, former: readonly string[]) => {
    const { faulty } = await verify(exam.database.pool, { attempt: id }, proofTools(makeSecrets(now, former)));
    return (faulty[0]?.faults ?? []).map(({ what }) => what);
  };

  test("a receipt of before cannot be checked, which is not the same as altered", async () => {
    const { id } = await satTest(exam);
    expect(await found(id, [])).toEqual(["key-missing"]);
  });

  test("with the former secret it is checked as ever", async () => {
    const { id } = await satTest(exam);
    expect(await found(id, [exam.secret])).toEqual([]);
  });
});
