import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyJournals, verifyReceipt } from "../../app/cli/proof-work.ts";
import { makeSecrets } from "../../app/platform/secrets.ts";
import { type ExamDatabase, examDatabase } from "../support/database.ts";
import { sure } from "../support/factories.ts";
import { tamper } from "../support/proof.ts";
import { satTest } from "../support/sat-test.ts";

let exam: ExamDatabase;
beforeAll(async () => {
  exam = await examDatabase();
});
afterAll(() => exam.close());

const lookUp = (code: string, address = "10.0.0.1") => exam.commands.receipts.lookUp(null, { code, address });

describe("a receipt", () => {
  test("says what was received and when, and of the person only the end of the candidate number", async () => {
    const { receipt: code, candidate } = await satTest(exam);
    const learner = await exam.database.prisma.learner.findUniqueOrThrow({ where: { id: candidate.id } });
    const { receipt } = await sure(lookUp(code));
    expect(receipt).toMatchObject({ code, state: "signed", facts: { entries: 6, answered: 3, reason: "submitted" } });
    const said = JSON.stringify(receipt);
    expect(said).not.toContain(learner.name);
    expect(said).not.toContain(learner.candidateNumber);
    expect(receipt.facts.candidate).toBe(`•••••${learner.candidateNumber.slice(-2)}`);
  });

  test("stays as it was when something arrives later, which is said beside it", async () => {
    const { receipt: code, id, candidate, secondLease } = await satTest(exam);
    const before = await sure(lookUp(code));
    expect(before.receipt.after).toMatchObject({ entries: 1 });
    const late = { seq: 3, left: 1_000, kind: "visit", item: "CSE-001" } as const;
    await sure(exam.commands.attempts.save(candidate, { attempt: id, lease: secondLease, entries: [late] }));
    const { receipt } = await sure(lookUp(code));
    expect(receipt).toEqual({ ...before.receipt, after: { ...receipt.after, entries: 2 } });
  });

  test("is found however its code is typed", async () => {
    const { receipt: code } = await satTest(exam);
    const typed = ` ${code.toLowerCase().replaceAll("-", " ")} `;
    expect((await sure(lookUp(typed))).receipt.code).toBe(code);
  });

  test("that was altered in the database is not called ours", async () => {
    const { receipt: code, id } = await satTest(exam);
    const client = await exam.database.pool.connect();
    await client.query("BEGIN");
    await client.query("SET LOCAL session_replication_role = replica");
    await client.query(
      `UPDATE receipts SET statement = replace(statement, '"answered":3', '"answered":4') WHERE "attemptId" = $1`,
      [id],
    );
    await client.query("COMMIT");
    client.release();
    expect((await sure(lookUp(code))).receipt.state).toBe("false");
  });

  test.each([
    [
      "a moment that is none",
      `UPDATE receipts SET statement = replace(statement, '"ended":"2', '"ended":"x') WHERE "attemptId" = $1`,
      "false",
    ],
    [
      "a key that is not at hand",
      `UPDATE receipts SET "keyName" = 'another', signature = 'AAAA' WHERE "attemptId" = $1`,
      "other-key",
    ],
  ])("that was changed to %s is shown, with what can be said of it", async (_what, sql, state) => {
    const { receipt: code, id } = await satTest(exam);
    await tamper(exam, sql, [id]);
    expect((await sure(lookUp(code))).receipt.state).toBe(state);
  });

  test("is one per attempt, also when the test is handed in twice", async () => {
    const { receipt: code, id, candidate, secondLease } = await satTest(exam);
    const again = await sure(exam.commands.attempts.submit(candidate, { attempt: id, lease: secondLease }));
    expect(again.state.closed?.receipt).toBe(code);
    expect(await exam.database.prisma.receipt.count({ where: { attemptId: id } })).toBe(1);
  });
});

describe("a code that does not exist", () => {
  test("is answered in words, and too many of them make the address wait", async () => {
    const answers: string[] = [];
    for (let tries = 0; tries < 400; tries += 1) {
      const answer = await lookUp("ABCD-EFGH-JKMN", "10.9.9.9");
      if (!answer.ok) answers.push(answer.refusal);
      if (answers.at(-1) === "too-many-tries") break;
    }
    expect([answers[0], answers.at(-1)]).toEqual(["no-such-receipt", "too-many-tries"]);
    expect(await lookUp("ABCD-EFGH-JKMN", "10.9.9.8")).toMatchObject({ refusal: "no-such-receipt" });
  });

  test("that cannot be one is said so beside the field and not counted", async () => {
    const fields = { code: "A code has three groups of four letters and digits." };
    expect(await lookUp("hello")).toMatchObject({ refusal: "badly-formed", fields });
    expect(await lookUp("hello".repeat(20))).toMatchObject({ refusal: "badly-formed", fields });
  });
});

describe("from the command line", () => {
  const env = () => ({ DATABASE_URL: exam.databaseUrl, SESSION_SECRET: exam.secret });

  test("a code is looked up and its whole attempt checked; a byte changed in the database is named", async () => {
    const { receipt: code, id } = await satTest(exam);
    expect(await verifyReceipt(env(), code, undefined)).toMatchObject({
      ok: true,
      wrong: false,
      value: { sound: true, attempt: id },
    });
    expect(await verifyJournals(env(), { attempt: id })).toMatchObject({
      wrong: false,
      value: { sound: true, entries: 7 },
    });
    const client = await exam.database.pool.connect();
    await client.query("BEGIN");
    await client.query("SET LOCAL session_replication_role = replica");
    await client.query(
      `UPDATE journal SET entry = jsonb_set(entry::jsonb, '{response,RESPONSE,0}', '"bd"')::json WHERE "attemptId" = $1 AND position = 3`,
      [id],
    );
    await client.query("COMMIT");
    client.release();
    const verdict = await verifyJournals(env(), { attempt: id });
    expect(verdict).toMatchObject({ wrong: true, value: { sound: false } });
    expect(verdict.ok && verdict.words).toMatch(/Position 3 does not follow/);
    expect(await verifyReceipt(env(), code, undefined)).toMatchObject({ wrong: true });
  });

  test("a saved receipt is checked with the public key alone, here and with OpenSSL; one changed word is found", async () => {
    const { receipt: code } = await satTest(exam);
    const { file } = (await sure(lookUp(code))).receipt;
    if (file === null) throw new Error("There is no signed receipt.");
    const folder = mkdtempSync(path.join(tmpdir(), "examhall-receipt-"));
    const put = (name: string, data: string | Buffer) => {
      writeFileSync(path.join(folder, name), data);
      return path.join(folder, name);
    };
    const key = put("key.pem", exam.secrets.publicKey);
    const whole = put("receipt.json", JSON.stringify(file));
    const forged = put(
      "forged.json",
      JSON.stringify({ ...file, signed: file.signed.replace('"answered":3', '"answered":9') }),
    );
    expect(await verifyReceipt({}, whole, key)).toMatchObject({ ok: true, value: { sound: true, code } });
    expect(await verifyReceipt({}, forged, key)).toMatchObject({ wrong: true });
    const other = put("other.pem", makeSecrets("another installation's secret, long enough").publicKey);
    expect(await verifyReceipt({}, whole, other)).toMatchObject({ wrong: true });
    expect(await verifyReceipt({}, whole, undefined)).toMatchObject({ ok: false });
    const why = async (file: string) => JSON.stringify(await verifyReceipt({}, whole, file));
    expect(await why(put("not-a-key.txt", "hello"))).toContain("holds no public key");
    expect(await why(folder)).toContain("There is no file");
    expect(await why(path.join(folder, "nowhere"))).toContain("There is no file");
    expect(JSON.stringify(await verifyReceipt({}, path.join(folder, "none.json"), key))).toContain("There is no file");
  });

  test.skipIf(!hasOpenssl())("a saved receipt can be checked with OpenSSL, which knows nothing of us", async () => {
    const { receipt: code } = await satTest(exam);
    const { file } = (await sure(lookUp(code))).receipt;
    const folder = mkdtempSync(path.join(tmpdir(), "examhall-receipt-"));
    const put = (name: string, data: string | Buffer) => {
      writeFileSync(path.join(folder, name), data);
      return path.join(folder, name);
    };
    const key = put("key.pem", exam.secrets.publicKey);
    const text = put("text", file?.signed ?? "");
    const signature = put("signature", Buffer.from(file?.signature ?? "", "base64"));
    const args = ["pkeyutl", "-verify", "-pubin", "-inkey", key, "-rawin", "-in", text, "-sigfile", signature];
    expect(execFileSync("openssl", args, { encoding: "utf8" })).toContain("Verified Successfully");
  });

  test("what cannot be checked is said, and is told apart from what is wrong", async () => {
    expect(await verifyJournals({}, { all: true })).toMatchObject({
      ok: false,
      why: expect.stringContaining("DATABASE_URL"),
    });
    expect(await verifyJournals(env(), {})).toMatchObject({ ok: false });
    expect(await verifyReceipt(env(), "no code", undefined)).toMatchObject({ ok: false });
    expect(await verifyReceipt(env(), "AAAA-BBBB-CCCC", undefined)).toMatchObject({ wrong: true });
  });
});

function hasOpenssl() {
  try {
    execFileSync("openssl", ["version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
