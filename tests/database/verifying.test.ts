import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { beginning, link, oldLink, type Sealed } from "../../app/exam/attempt/journal.ts";
import { oldReceiptText } from "../../app/exam/proof/receipt.ts";
import { instant, minutes } from "../../app/exam/time/time.ts";
import { proofTools } from "../../app/platform/proof-tools.ts";
import { sha256 } from "../../app/platform/secrets.ts";
import { verify } from "../../app/store/verify.ts";
import { type ExamDatabase, examDatabase } from "../support/database.ts";
import { faultsIn, tamper } from "../support/proof.ts";
import { released } from "../support/released.ts";
import { satAttempt } from "../support/sat-attempt.ts";
import { satTest } from "../support/sat-test.ts";

let exam: ExamDatabase;
beforeAll(async () => {
  exam = await examDatabase();
});
afterAll(() => exam.close());

const check = (attempt: string) => faultsIn(exam, attempt);

describe("an attempt nobody touched", () => {
  test("is whole, with a pause, more time, a move of desk and something late", async () => {
    const { id } = await satTest(exam);
    expect(await check(id)).toEqual([]);
    const all = await verify(exam.database.pool, { attempt: id }, proofTools(exam.secrets));
    expect(all).toMatchObject({ attempts: 1, entries: 7, receipts: 1 });
  });

  test("is whole while it is still going on", async () => {
    const { id, candidate, lease } = await exam.make.running();
    await exam.commands.attempts.save(candidate, { attempt: id, lease, entries: [] });
    expect(await check(id)).toEqual([]);
  });

  test("is whole as it stands in a journal from before entries were kept letter for letter", async () => {
    const { id } = await satTest(exam);
    await tamper(exam, `UPDATE journal SET entry = entry::jsonb::json WHERE "attemptId" = $1`, [id]);
    expect(await check(id)).toEqual([]);
  });

  test("a whole sitting is checked page by page, each attempt by itself", async () => {
    const one = await satTest(exam);
    const verified = await verify(exam.database.pool, { sitting: one.sittingId }, proofTools(exam.secrets));
    expect([verified.attempts, verified.faulty]).toEqual([1, []]);
  });
});

const columns: readonly (readonly [what: string, sql: string, part: string, position: unknown])[] = [
  [
    "an answer",
    `UPDATE journal SET entry = jsonb_set(entry::jsonb, '{response,RESPONSE,0}', '"x"')::json WHERE "attemptId" = $1 AND position = 2`,
    "journal",
    2,
  ],
  [
    "the time left in an entry",
    `UPDATE journal SET entry = jsonb_set(entry::jsonb, '{left}', '1')::json WHERE "attemptId" = $1 AND position = 1`,
    "journal",
    1,
  ],
  [
    "the item in an entry",
    `UPDATE journal SET entry = jsonb_set(entry::jsonb, '{item}', '"CSE-009"')::json WHERE "attemptId" = $1 AND position = 0`,
    "journal",
    0,
  ],
  [
    "one space within an entry",
    `UPDATE journal SET entry = replace(entry::text, ',"seq"', ', "seq"')::json WHERE "attemptId" = $1 AND position = 1`,
    "journal",
    1,
  ],
  [
    "a name that stands in an entry twice",
    `UPDATE journal SET entry = replace(entry::text, ',"seq"', ',"seq":7,"seq"')::json WHERE "attemptId" = $1 AND position = 2`,
    "journal",
    2,
  ],
  [
    "the time of arrival",
    `UPDATE journal SET "receivedAt" = "receivedAt" + interval '1 millisecond' WHERE "attemptId" = $1 AND position = 3`,
    "journal",
    3,
  ],
  ["the standing", `UPDATE journal SET standing = 'counted' WHERE "attemptId" = $1 AND position = 5`, "journal", 5],
  ["the number of an entry", `UPDATE journal SET seq = 99 WHERE "attemptId" = $1 AND position = 4`, "journal", 4],
  [
    "the lease of an entry",
    `UPDATE journal SET "leaseId" = gen_random_uuid() WHERE "attemptId" = $1 AND position = 2`,
    "journal",
    2,
  ],
  [
    "a link in the middle",
    `UPDATE journal SET hash = overlay(hash placing '0' from 1 for 1) || 'f' WHERE "attemptId" = $1 AND position = 2`,
    "journal",
    2,
  ],
  [
    "the last link",
    `UPDATE journal SET hash = 'f' || substr(hash, 2, 62) || 'g' WHERE "attemptId" = $1 AND position = 6`,
    "journal",
    6,
  ],
  ["the place of an entry", `UPDATE journal SET position = 40 WHERE "attemptId" = $1 AND position = 6`, "journal", 6],
  [
    "the attempt's last link",
    `UPDATE attempts SET head = 'f' || substr(head, 2, 62) || 'g' WHERE id = $1`,
    "attempt",
    7,
  ],
  ["the attempt's number of entries", `UPDATE attempts SET position = 6 WHERE id = $1`, "attempt", 6],
  [
    "the attempt's start",
    `UPDATE attempts SET "startedAt" = "startedAt" - interval '1 second' WHERE id = $1`,
    "attempt",
    null,
  ],
  [
    "the attempt's end",
    `UPDATE attempts SET "closedAt" = "closedAt" - interval '1 second' WHERE id = $1`,
    "attempt",
    null,
  ],
  ["the attempt's phase", `UPDATE attempts SET phase = 'paused' WHERE id = $1`, "attempt", null],
  ["the attempt's progress", `UPDATE attempts SET progress = '{}' WHERE id = $1`, "attempt", null],
  ["the attempt's receipt", `UPDATE attempts SET receipt = 'AAAA-BBBB-CCCC' WHERE id = $1`, "receipt", null],
  [
    "what a lease was told",
    `UPDATE leases SET "savedThrough" = 4 WHERE "attemptId" = $1 AND "savedThrough" = 5`,
    "lease",
    null,
  ],
  [
    "an amount of time",
    `UPDATE ledger SET line = jsonb_set(line, '{amount}', '1') WHERE "attemptId" = $1 AND position = 4`,
    "ledger",
    4,
  ],
  [
    "why time was given",
    `UPDATE ledger SET line = jsonb_set(line, '{why}', '"noise outside"') WHERE "attemptId" = $1 AND position = 4`,
    "ledger",
    4,
  ],
  [
    "when the clock stopped",
    `UPDATE ledger SET at = at + interval '1 millisecond' WHERE "attemptId" = $1 AND position = 2`,
    "ledger",
    2,
  ],
  [
    "who stopped the clock",
    `UPDATE ledger SET "byName" = 'somebody' WHERE "attemptId" = $1 AND position = 2`,
    "ledger",
    2,
  ],
  [
    "a link of the ledger",
    `UPDATE ledger SET hash = reverse(hash) WHERE "attemptId" = $1 AND position = 3`,
    "ledger",
    3,
  ],
  ["the ledger's last link", `UPDATE attempts SET "ledgerHead" = reverse("ledgerHead") WHERE id = $1`, "ledger", 6],
  [
    "what the receipt says",
    `UPDATE receipts SET statement = replace(statement, '"entries":6', '"entries":5') WHERE "attemptId" = $1`,
    "receipt",
    null,
  ],
  [
    "the receipt's signature",
    `UPDATE receipts SET signature = reverse(signature) WHERE "attemptId" = $1`,
    "receipt",
    null,
  ],
  [
    "a character of the receipt's signature that says nothing",
    `UPDATE receipts SET signature = signature || '=' WHERE "attemptId" = $1`,
    "receipt",
    null,
  ],
  [
    "a bit of the receipt's signature that says nothing",
    `UPDATE receipts SET signature = left(signature, 85) || translate(substr(signature, 86, 1), 'AQgw', 'BRhx') || '=='
     WHERE "attemptId" = $1`,
    "receipt",
    null,
  ],
  [
    "the receipt's code",
    `UPDATE receipts SET code = 'AAAA-' || substr(code, 6) WHERE "attemptId" = $1`,
    "receipt",
    null,
  ],
  [
    "that there is a receipt",
    `WITH gone AS (DELETE FROM receipts WHERE "attemptId" = $1) UPDATE attempts SET receipt = NULL WHERE id = $1`,
    "receipt",
    null,
  ],
  [
    "that an answer is marked",
    `WITH taken AS (SELECT id FROM responses WHERE "attemptId" = $1 AND number = 2),
       marks AS (DELETE FROM marks WHERE "responseId" IN (SELECT id FROM taken)),
       tasks AS (DELETE FROM marking_tasks WHERE "responseId" IN (SELECT id FROM taken))
     DELETE FROM responses WHERE id IN (SELECT id FROM taken)`,
    "response",
    2,
  ],
  [
    "a mark whose seal was taken off",
    `UPDATE marks SET marks = max, seal = NULL WHERE "responseId" = (
       SELECT r.id FROM responses r JOIN marks m ON m."responseId" = r.id WHERE r."attemptId" = $1 ORDER BY r.number LIMIT 1)`,
    "mark",
    expect.any(Number),
  ],
  [
    "what was marked",
    `UPDATE responses SET value = '{"RESPONSE":["better"]}' WHERE "attemptId" = $1 AND number = 2`,
    "response",
    2,
  ],
];

test("a running test whose ledger was altered is found, also with every seal of it taken off", async () => {
  const { id } = await exam.make.running();
  expect(await check(id)).toEqual([]);
  await tamper(
    exam,
    `UPDATE ledger SET "byName" = 'Nobody', line = jsonb_set(line, '{by}', '"Nobody"') WHERE "attemptId" = $1`,
    [id],
  );
  await tamper(exam, `UPDATE ledger SET hash = NULL WHERE "attemptId" = $1`, [id]);
  await tamper(exam, `UPDATE attempts SET "ledgerHead" = NULL WHERE id = $1`, [id]);
  expect(await check(id)).toContainEqual({ part: "ledger", position: 0, what: "altered" });
});

describe("one byte changed in the database is found and named", () => {
  test.each(columns)("%s", async (_what, sql, part, position) => {
    const { id } = await satTest(exam);
    await tamper(exam, sql, [id]);
    const found = await check(id);
    expect(found).toContainEqual(expect.objectContaining({ part, position }));
  });

  test("a mark and a released result", async () => {
    const { id: centreId } = await exam.make.centre();
    const { id, formId } = await satAttempt(exam, { centreId, raw: 30 });
    await released(exam, id, formId);
    const seals = async () => (await check(id)).filter(({ part }) => part === "mark" || part === "result");
    expect(await seals()).toEqual([]);
    await tamper(
      exam,
      `UPDATE marks SET detail = '{"reasons":["kind"]}' WHERE "responseId" = (SELECT id FROM responses WHERE "attemptId" = $1 AND number = 1)`,
      [id],
    );
    await tamper(exam, `UPDATE results SET raw = raw + 1 WHERE "attemptId" = $1 AND version = 1`, [id]);
    expect(await seals()).toEqual([
      { part: "mark", position: 1, what: "altered" },
      { part: "result", position: 1, what: "altered" },
    ]);
  });
});

describe("what was done to a journal is named for what it is", () => {
  const whatAt = async (id: string) =>
    (await check(id)).filter(({ part }) => part === "journal").map(({ what, position }) => [what, position]);

  test("an entry taken out of the middle is missing, also when those after it move up", async () => {
    const gap = await satTest(exam);
    await tamper(exam, `DELETE FROM journal WHERE "attemptId" = $1 AND position = 2`, [gap.id]);
    expect(await whatAt(gap.id)).toEqual([["missing", 2]]);
    const closedUp = await satTest(exam);
    await tamper(exam, `DELETE FROM journal WHERE "attemptId" = $1 AND position = 2`, [closedUp.id]);
    for (const position of [3, 4, 5, 6])
      await tamper(exam, `UPDATE journal SET position = position - 1 WHERE "attemptId" = $1 AND position = $2`, [
        closedUp.id,
        position,
      ]);
    expect(await check(closedUp.id)).toEqual(
      expect.arrayContaining([
        { part: "journal", position: 2, what: "altered" },
        { part: "attempt", position: 6, what: "missing" },
      ]),
    );
  });

  test("entries taken off the end are missing, even with the attempt's own figures put right to match", async () => {
    const { id } = await satTest(exam);
    await tamper(exam, `DELETE FROM journal WHERE "attemptId" = $1 AND position >= 4`, [id]);
    expect(await check(id)).toContainEqual({ part: "attempt", position: 4, what: "missing" });
    await tamper(
      exam,
      `UPDATE attempts SET position = 4, head = (SELECT hash FROM journal WHERE "attemptId" = $1 AND position = 3) WHERE id = $1`,
      [id],
    );
    const found = await check(id);
    expect(found.filter(({ what }) => what === "missing")).toEqual([]);
    expect(found.map(({ part }) => part)).toEqual(expect.arrayContaining(["lease", "receipt"]));
  });

  test("an entry put in is told from those around it", async () => {
    const { id } = await satTest(exam);
    for (const position of [6, 5, 4, 3])
      await tamper(exam, `UPDATE journal SET position = position + 1 WHERE "attemptId" = $1 AND position = $2`, [
        id,
        position,
      ]);
    await tamper(
      exam,
      `INSERT INTO journal SELECT "attemptId", 3, "leaseId", 77, jsonb_set(entry::jsonb, '{seq}', '77')::json, "receivedAt", standing, repeat('a', 64)
       FROM journal WHERE "attemptId" = $1 AND position = 2`,
      [id],
    );
    expect(await whatAt(id)).toEqual([["inserted", 3]]);
  });

  test("two entries that changed places are named together", async () => {
    const { id } = await satTest(exam);
    for (const [from, to] of [
      [1, 50],
      [2, 1],
      [50, 2],
    ])
      await tamper(exam, `UPDATE journal SET position = $3 WHERE "attemptId" = $1 AND position = $2`, [id, from, to]);
    expect(await whatAt(id)).toEqual([["reordered", 1]]);
  });

  test("a journal written anew from the change on, links and heads and all, is given away by the receipt", async () => {
    const { id } = await satTest(exam);
    await rewriteFrom(id, 3);
    expect((await check(id)).map(({ part }) => part)).toEqual(["receipt", "response"]);
  });
});

/** What somebody who knows the chain would do: change an answer, and compute every link after it again. */
async function rewriteFrom(id: string, position: number) {
  const rows = await exam.database.prisma.journalEntry.findMany({
    where: { attemptId: id },
    orderBy: { position: "asc" },
  });
  let head = rows[position - 1]?.hash ?? "";
  for (const row of rows.slice(position)) {
    const entry =
      row.position === position
        ? { ...(row.entry as object), response: { RESPONSE: ["written afterwards"] } }
        : (row.entry as object);
    const sealed = { entry, standing: row.standing, lease: row.leaseId, receivedAt: row.receivedAt.getTime() };
    head = link(head, sealed as Sealed, sha256);
    await tamper(exam, `UPDATE journal SET entry = $3, hash = $4 WHERE "attemptId" = $1 AND position = $2`, [
      id,
      row.position,
      entry,
      head,
    ]);
  }
  await tamper(exam, "UPDATE attempts SET head = $2 WHERE id = $1", [id, head]);
}

test("one space more in an entry that was sealed as before the time of arrival was is found too", async () => {
  const { id, candidate, lease } = await exam.make.running();
  const entries = [1, 2].map((seq) => ({ seq, left: minutes(70), kind: "visit", item: "CSE-002" }));
  await exam.commands.attempts.save(candidate, { attempt: id, lease, entries });
  const rows = await exam.database.prisma.journalEntry.findMany({
    where: { attemptId: id },
    orderBy: { position: "asc" },
  });
  let head = beginning(id, sha256);
  for (const { position, entry, standing } of rows) {
    head = oldLink(head, { entry, standing, lease } as unknown as Sealed, sha256);
    await tamper(exam, `UPDATE journal SET hash = $3 WHERE "attemptId" = $1 AND position = $2`, [id, position, head]);
  }
  await tamper(exam, "UPDATE attempts SET head = $2 WHERE id = $1", [id, head]);
  expect(await check(id)).toEqual([]);
  await tamper(
    exam,
    `UPDATE journal SET entry = replace(entry::text, ',"seq"', ', "seq"')::json WHERE "attemptId" = $1 AND position = 1`,
    [id],
  );
  expect(await check(id)).toEqual([{ part: "journal", position: 1, what: "altered" }]);
});

test("whatever single character of a journal row is changed, it is found at its place", async () => {
  const { id } = await satTest(exam);
  const rows = await exam.database.prisma.journalEntry.findMany({
    where: { attemptId: id },
    orderBy: { position: "asc" },
  });
  await fc.assert(
    fc.asyncProperty(
      fc.nat(rows.length - 1),
      fc.constantFrom("hash", "standing", "receivedAt", "entry"),
      fc.nat(10_000),
      async (at, column, where) => {
        const row = rows[at];
        if (row === undefined) return;
        const before = { hash: row.hash, standing: row.standing, receivedAt: row.receivedAt, entry: row.entry }[column];
        const after = changed(column, before, where);
        const put = (value: unknown) =>
          tamper(exam, `UPDATE journal SET "${column}" = $3 WHERE "attemptId" = $1 AND position = $2`, [id, at, value]);
        await put(column === "entry" ? JSON.stringify(after) : after);
        const found = await check(id);
        await put(column === "entry" ? JSON.stringify(before) : before);
        expect(found).toContainEqual(expect.objectContaining({ part: "journal", position: at }));
      },
    ),
    { numRuns: 60 },
  );
  expect(await check(id)).toEqual([]);
});

function changed(column: string, before: unknown, where: number): unknown {
  if (before instanceof Date) return new Date(before.getTime() + 1 + where);
  if (column === "entry") {
    const entry = before as Record<string, unknown>;
    return where % 2 === 0
      ? { ...entry, left: Number(entry.left) + 1 + where }
      : { ...entry, item: `CSE-${900 + (where % 99)}` };
  }
  const text = String(before);
  const at = where % text.length;
  return text.slice(0, at) + (text[at] === "0" ? "1" : "0") + text.slice(at + 1);
}

describe("receipts from before they were signed", () => {
  const makeOld = async (id: string) => {
    const { journal, closedAt } = await exam.database.prisma.attempt.findUniqueOrThrow({
      where: { id },
      include: { journal: { orderBy: { position: "asc" } } },
    });
    const at = 5;
    const text = oldReceiptText({
      attempt: id,
      head: journal[at]?.hash ?? "",
      position: at + 1,
      closedAt: instant(closedAt?.getTime() ?? 0),
    });
    await tamper(exam, `DELETE FROM receipts WHERE "attemptId" = $1`, [id]);
    await tamper(exam, "UPDATE attempts SET receipt = $2 WHERE id = $1", [id, exam.secrets.reference(text)]);
  };

  test("can still be checked, also after something arrived late", async () => {
    const { id } = await satTest(exam);
    await makeOld(id);
    expect(await check(id)).toEqual([]);
    await tamper(exam, "UPDATE attempts SET receipt = 'ABCD-EFGH-JKMN' WHERE id = $1", [id]);
    expect(await check(id)).toEqual([{ part: "receipt", position: null, what: "receipt-differs" }]);
  });
});
