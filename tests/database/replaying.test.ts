import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor, Role } from "../../app/exam/people/actor.ts";
import { film } from "../../app/exam/proof/film.ts";
import { replay, sceneAt } from "../../app/exam/proof/replay.ts";
import { minutes } from "../../app/exam/time/time.ts";
import { type ExamDatabase, examDatabase } from "../support/database.ts";
import { sure } from "../support/factories.ts";
import { satTest } from "../support/sat-test.ts";

let exam: ExamDatabase;
beforeAll(async () => {
  exam = await examDatabase();
});
afterAll(() => exam.close());

const why = "Appeal 17: the learner says an answer vanished";
const page = (actor: Actor | null, attempt: string) => exam.views.replay.page(actor, { attempt });
const open = (actor: Actor | null, attempt: string) => exam.commands.attempts.openReplay(actor, { attempt, why });

async function opened(actor: Actor, attempt: string) {
  await sure(open(actor, attempt));
  const { opened: found, facts } = await sure(page(actor, attempt));
  if (found === null) throw new Error("It was not opened.");
  return { ...found, facts };
}

describe("who may see a test again", () => {
  test.each<[Role, boolean]>([
    ["administrator", true],
    ["awarder", true],
    ["senior-examiner", true],
    ["examiner", false],
    ["item-writer", false],
    ["exams-officer", false],
    ["invigilator", false],
  ])("as %s: %s", async (role, may) => {
    const { id, centreId } = await satTest(exam);
    const atCentre = role === "exams-officer" || role === "invigilator";
    const actor = await exam.make.staff(role, atCentre ? { centreId } : {});
    expect((await page(actor, id)).ok).toBe(may);
    expect((await open(actor, id)).ok).toBe(may);
  });

  test("neither the learner nor somebody who is not signed in", async () => {
    const { id, candidate } = await satTest(exam);
    for (const actor of [candidate, null]) {
      expect((await page(actor, id)).ok).toBe(false);
      expect((await open(actor, id)).ok).toBe(false);
    }
  });

  test("nobody who has a connection with the learner's centre", async () => {
    const { id, centreId } = await satTest(exam);
    const senior = await exam.make.staff("senior-examiner", { affiliations: [centreId] });
    expect(await page(senior, id)).toMatchObject({ refusal: "connected-with-centre" });
    expect(await open(senior, id)).toMatchObject({ refusal: "connected-with-centre" });
  });

  test("nobody while the test goes on", async () => {
    const { id } = await exam.make.running();
    const administrator = await exam.make.staff("administrator");
    expect(await page(administrator, id)).toMatchObject({ refusal: "too-early" });
    expect(await open(administrator, id)).toMatchObject({ refusal: "too-early" });
  });

  test("to an awarder, neither the learner's name nor that of anybody at the centre is told by what happened", async () => {
    const { id, candidate, invigilator } = await satTest(exam);
    const { record } = await opened(await exam.make.staff("awarder"), id);
    expect(JSON.stringify(record)).not.toContain(candidate.name);
    expect(JSON.stringify(record)).not.toContain(invigilator.name);
  });

  test("only an administrator is told whose test it is", async () => {
    const { id, candidate } = await satTest(exam);
    const names = async (role: Role) => (await opened(await exam.make.staff(role), id)).facts.who?.name ?? null;
    expect([await names("administrator"), await names("awarder"), await names("senior-examiner")]).toEqual([
      candidate.name,
      null,
      null,
    ]);
  });
});

describe("opening a replay", () => {
  test("shows nothing before a reason is given, and the reason is in the audit log, without the centre", async () => {
    const { id } = await satTest(exam);
    const awarder = await exam.make.staff("awarder");
    expect((await sure(page(awarder, id))).opened).toBeNull();
    expect(await exam.commands.attempts.openReplay(awarder, { attempt: id, why: "so" })).toMatchObject({
      refusal: "badly-formed",
    });
    await opened(awarder, id);
    const line = await exam.database.prisma.auditLine.findFirstOrThrow({
      where: { attemptId: id, action: "open replay" },
    });
    expect([line.actorId, line.why, line.centreId, line.role]).toEqual([awarder.id, why, null, "awarder"]);
  });

  test("holds for an hour, and for the one who opened it", async () => {
    const { id } = await satTest(exam);
    const [awarder, other] = [await exam.make.staff("awarder"), await exam.make.staff("awarder")];
    await opened(awarder, id);
    expect((await sure(page(other, id))).opened).toBeNull();
    exam.clock.move(minutes(61));
    expect((await sure(page(awarder, id))).opened).toBeNull();
  });

  test("is found by the code of the receipt or the identifier of the attempt", async () => {
    const { id, receipt } = await satTest(exam);
    const awarder = await exam.make.staff("awarder");
    const find = async (of: string) => (await sure(exam.views.replay.find(awarder, { of }))).attempt;
    expect(
      await Promise.all([find(receipt), find(receipt.toLowerCase()), find(id), find("AAAA-BBBB-CCCC"), find("?")]),
    ).toEqual([id, id, id, null, null]);
  });
});

describe("what is shown", () => {
  test("the end of the replay is what was marked, and every moment what the learner had then", async () => {
    const { id, lease, secondLease } = await satTest(exam);
    const { record, form } = await opened(await exam.make.staff("administrator"), id);
    const reel = film(record);
    const responses = await exam.database.prisma.response.findMany({
      where: { attemptId: id },
      include: { item: true },
    });
    const { counted } = sceneAt(reel, reel.to);
    for (const { item, value } of responses) expect(counted.answers[item.itemId] ?? {}).toEqual(value);

    const started = record.ledger.find(({ kind }) => kind === "started")?.at ?? reel.from;
    const stopped = record.ledger.find(({ kind }) => kind === "stopped")?.at ?? reel.from;
    expect(replay(record, started)).toMatchObject({ showing: "question", desk: { id: lease, number: 1 } });
    expect(replay(record, stopped)).toMatchObject({ showing: "stopped", stopped: "pause" });
    expect(sceneAt(reel, reel.to)).toMatchObject({ showing: "ended", desk: { id: secondLease, number: 2 } });
    expect(
      sceneAt(reel, reel.to)
        .uncounted.map(({ standing }) => standing)
        .sort(),
    ).toEqual(["late", "stranded"]);
    expect(form.items.map(({ id: item }) => item)).toContain("CSE-002");
  });

  test("in how many questions an answer was set aside, so that nobody takes the end for what is marked", async () => {
    const { id } = await satTest(exam);
    const { facts } = await opened(await exam.make.staff("awarder"), id);
    expect(facts.aside).toBe(2);
  });

  test("never a key or a mark scheme: what comes is the learner's form", async () => {
    const { id } = await satTest(exam);
    const { form } = await opened(await exam.make.staff("administrator"), id);
    expect(Object.keys(form.items[0] ?? {}).sort()).toEqual(["body", "id", "marks", "number", "section", "stimulus"]);
    expect(/"(correct|mapping|scheme|processing|declarations|worked)":/.test(JSON.stringify(form))).toBe(false);
  });
});
