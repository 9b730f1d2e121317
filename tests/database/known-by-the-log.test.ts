import { afterAll, beforeAll, expect, test } from "vitest";
import { proofTools } from "../../app/platform/proof-tools.ts";
import { verify } from "../../app/store/verify.ts";
import { type ExamDatabase, examDatabase } from "../support/database.ts";
import { sure } from "../support/factories.ts";
import { markedTwice } from "../support/marking-scene.ts";
import { faultsIn, tamper } from "../support/proof.ts";
import { satAttempt } from "../support/sat-attempt.ts";
import { satTest } from "../support/sat-test.ts";

let exam: ExamDatabase;
beforeAll(async () => {
  exam = await examDatabase();
});
// Boundaries belong to a form, so whoever releases results has a database of their own.
const opened: ExamDatabase[] = [];
afterAll(() => Promise.all([exam, ...opened].map((one) => one.close())));

/** What is found of marks and results alone. */
const found = async (attempt: string) =>
  (await faultsIn(exam, attempt)).filter(({ part }) => part === "mark" || part === "result");

test("the newest mark of an examiner that was taken away is missed, since the log names it", async () => {
  const { attempt, number, response } = await markedTwice(exam);
  expect(await found(attempt)).toEqual([]);
  await tamper(exam, `DELETE FROM marks WHERE "responseId" = $1 AND "supersedesId" IS NOT NULL`, [response]);
  expect(await found(attempt)).toEqual([{ part: "mark", position: number, what: "missing" }]);
});

test("a mark that was put in again with another value is found, since the log says what was given", async () => {
  const { attempt, number, response } = await markedTwice(exam);
  await tamper(exam, `UPDATE marks SET marks = 2 WHERE "responseId" = $1 AND "supersedesId" IS NOT NULL`, [response]);
  await tamper(
    exam,
    `UPDATE marks m SET seal = sealed((SELECT seal FROM marks WHERE id = m."supersedesId"), m.id::text, m."responseId"::text,
       m.marks::text, m.max::text, m."givenBy", m."staffId"::text, m.detail::text, milliseconds(m.at), m."supersedesId"::text)
     WHERE "responseId" = $1 AND "supersedesId" IS NOT NULL`,
    [response],
  );
  expect(await found(attempt)).toEqual([{ part: "mark", position: number, what: "altered" }]);
});

test("the newest decision about a set-aside answer that was taken away is missed, since the log names it", async () => {
  const { id } = await satTest(exam);
  const awarder = await exam.make.staff("awarder");
  const { number, attempt } = await exam.database.prisma.response.findFirstOrThrow({
    where: { attemptId: id, item: { itemId: "CSE-003" } },
    include: { attempt: true },
  });
  const why = "Both answers were read";
  const choices = [{ number, position: null }];
  await sure(exam.commands.marking.decideOnAside(awarder, { attempt: id, seen: attempt.position, choices, why }));
  expect(await faultsIn(exam, id)).toEqual([]);
  await tamper(exam, `DELETE FROM answer_rulings WHERE "attemptId" = $1`, [id]);
  expect(await faultsIn(exam, id)).toEqual([{ part: "ruling", position: number, what: "missing" }]);
});

test("a mark taken away together with the line of the log that names it leaves a gap in the log", async () => {
  const { attempt, response, examiner } = await markedTwice(exam);
  await tamper(exam, `DELETE FROM marks WHERE "responseId" = $1 AND "supersedesId" IS NOT NULL`, [response]);
  await tamper(
    exam,
    `DELETE FROM audit WHERE id = (SELECT max(id) FROM audit WHERE action = 'give mark' AND detail->>'response' = $1)`,
    [response],
  );
  expect(await found(attempt)).toEqual([]);
  const { faultyAudit } = await verify(exam.database.pool, "all", proofTools(exam.secrets));
  expect(faultyAudit.map(({ chain }) => chain)).toEqual([`by ${examiner}`]);
});

test("a mark that the system gave and that was taken away is missed, since nobody is to give one", async () => {
  const { id: centreId } = await exam.make.centre();
  const { id } = await satAttempt(exam, { centreId, raw: 30, unmarked: 2 });
  expect(await found(id)).toEqual([]);
  await tamper(
    exam,
    `DELETE FROM marks WHERE "responseId" = (SELECT id FROM responses WHERE "attemptId" = $1 AND number = 3)`,
    [id],
  );
  expect(await found(id)).toEqual([{ part: "mark", position: 3, what: "missing" }]);
});

test.each([
  ["the only version", 1],
  ["the newest of two versions", 2],
])("of a released result %s is missed when it was taken away", async (_which, versions) => {
  const room = await examDatabase();
  opened.push(room);
  const { id: centreId } = await room.make.centre();
  const awarder = await room.make.staff("awarder");
  const { id: form } = await room.make.form("CSE-A");
  const { id } = await satAttempt(room, { centreId, raw: 34 });
  const { awarding } = room.commands;
  const set = (merit: number) =>
    sure(awarding.setBoundaries(awarder, { form, pass: 24, merit, distinction: 46, why: "Agreed at the meeting" }));
  await set(35);
  await sure(awarding.releaseResults(awarder, { form, expect: 1 }));
  if (versions === 2) {
    await set(34);
    await sure(awarding.reissueResults(awarder, { form, expect: 1, why: "Merit was set a mark too high" }));
  }
  const missed = async () => (await faultsIn(room, id)).filter(({ part }) => part === "result");
  expect(await missed()).toEqual([]);
  await tamper(room, `DELETE FROM results WHERE "attemptId" = $1 AND version = $2`, [id, versions]);
  expect(await missed()).toEqual([{ part: "result", position: versions, what: "missing" }]);
});
