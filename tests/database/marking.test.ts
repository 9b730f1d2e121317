import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { minutes } from "../../app/exam/time/time.ts";
import { type ExamDatabase, examDatabase } from "../support/database.ts";
import { markingScene } from "../support/marking-scene.ts";

let hall: ExamDatabase;
beforeAll(async () => {
  hall = await examDatabase();
});
afterAll(() => hall.close());
const scene = () => markingScene(hall);

type Scene = Awaited<ReturnType<typeof markingScene>>;
type Examiner = Awaited<ReturnType<Scene["staff"]>>;

async function taken({ marking, item }: Scene, examiner: Examiner, queue: "examiner" | "senior" = "examiner") {
  const answer = await marking.take(examiner, { item, queue });
  if (!answer.ok) throw new Error(`Nothing could be taken: ${answer.refusal}`);
  return answer.responses.map(({ task }) => task);
}

const marksOf = async ({ prisma }: Scene, responseId: string) => {
  const rows = await prisma.mark.findMany({ where: { responseId }, orderBy: { at: "asc" } });
  return rows.map(({ marks, givenBy, supersedesId }) => ({ marks, givenBy, supersedes: supersedesId !== null }));
};

test("an examiner is never given a response of a centre they are affiliated to or work at", async () => {
  const here = await scene();
  await here.responseFrom(here.riverside);
  const stranger = await here.responseFrom(here.hillcrest);
  const affiliated = await here.staff("examiner", { affiliations: [here.riverside] });
  expect(await taken(here, affiliated)).toEqual([stranger.task]);
  await here.marking.putBack(affiliated, { task: stranger.task });
  const colleague = await here.staff("examiner", { centreId: here.riverside });
  expect(await taken(here, colleague)).toEqual([stranger.task]);
});

test("a mark is refused when the examiner has come to work for the centre since taking the response", async () => {
  const here = await scene();
  const { task, response } = await here.responseFrom(here.riverside);
  const examiner = await here.staff("examiner");
  await taken(here, examiner);
  await here.prisma.affiliation.create({ data: { staffId: examiner.id, centreId: here.riverside } });
  expect(await here.marking.give(examiner, { task, marks: 2 })).toEqual({ ok: false, refusal: "own-centre" });
  expect(await marksOf(here, response)).toEqual([]);
});

test("two examiners who take at the same moment never hold the same response, and none is left over", async () => {
  const here = await scene();
  const waiting = [];
  for (let n = 0; n < 12; n++) waiting.push((await here.responseFrom(here.hillcrest)).task);
  const examiners = [];
  for (let n = 0; n < 4; n++) examiners.push(await here.staff("examiner"));

  const held = (await Promise.all(examiners.map((examiner) => taken(here, examiner)))).flat();
  expect(new Set(held).size).toBe(held.length);
  expect(held.toSorted()).toEqual(waiting.toSorted());
});

test("asking again hands out what is held already, and a colleague gets it when the hold has lapsed", async () => {
  const here = await scene();
  const { task } = await here.responseFrom(here.hillcrest);
  const [noor, sam] = [await here.staff("examiner"), await here.staff("examiner")];
  expect(await taken(here, noor)).toEqual([task]);
  expect(await taken(here, noor)).toEqual([task]);
  expect(await taken(here, sam)).toEqual([]);
  here.wait(minutes(15));
  expect(await taken(here, sam)).toEqual([task]);
  expect(await here.marking.give(noor, { task, marks: 1 })).toMatchObject({ refusal: "not-your-task" });
});

test("a mark sent twice, as after a lost connection, is one mark", async () => {
  const here = await scene();
  const { task, response } = await here.responseFrom(here.hillcrest);
  const examiner = await here.staff("examiner");
  await taken(here, examiner);
  const mark = { task, marks: 2, points: ["P1", "P3"] };
  expect(await here.marking.give(examiner, mark)).toEqual({ ok: true, task, marks: 2 });
  expect(await here.marking.give(examiner, mark)).toEqual({ ok: true, task, marks: 2 });
  expect(await marksOf(here, response)).toHaveLength(1);
});

test("marks beyond the item's, or at odds with the points, are refused", async () => {
  const here = await scene();
  const { task } = await here.responseFrom(here.hillcrest);
  const examiner = await here.staff("examiner");
  await taken(here, examiner);
  expect(await here.marking.give(examiner, { task, marks: 4 })).toMatchObject({ refusal: "marks-out-of-range" });
  expect(await here.marking.give(examiner, { task, marks: 1, points: ["P1", "P2"] })).toMatchObject({
    refusal: "marks-disagree-with-scheme",
  });
});

test("a mark taken back stays on record, and the next one supersedes it", async () => {
  const here = await scene();
  const { task, response } = await here.responseFrom(here.hillcrest);
  const examiner = await here.staff("examiner");
  await taken(here, examiner);
  await here.marking.give(examiner, { task, marks: 3 });
  expect(await here.marking.undo(examiner, { task })).toMatchObject({ ok: true, response: { task } });
  expect(await here.marking.undo(examiner, { task })).toMatchObject({ ok: true });
  here.wait(minutes(1));
  await here.marking.give(examiner, { task, marks: 1 });
  expect(await marksOf(here, response)).toEqual([
    { marks: 3, givenBy: "examiner", supersedes: false },
    { marks: 1, givenBy: "examiner", supersedes: true },
  ]);
});

test("no mark can be taken back by somebody else, or after ten more, or once the result is out", async () => {
  const here = await scene();
  const attemptOf = new Map<string, string>();
  for (let n = 0; n < 11; n++) {
    const { task, attempt } = await here.responseFrom(here.hillcrest);
    attemptOf.set(task, attempt);
  }
  const [noor, sam] = [await here.staff("examiner"), await here.staff("examiner")];
  const marked: string[] = [];
  for (let n = 0; n < 11; n++) {
    const [task = ""] = await taken(here, noor);
    here.wait(minutes(1));
    await here.marking.give(noor, { task, marks: 1 });
    marked.push(task);
  }
  const [oldest, second, third = ""] = marked;
  expect(await here.marking.undo(noor, { task: oldest })).toMatchObject({ refusal: "cannot-undo" });
  expect(await here.marking.undo(sam, { task: second })).toMatchObject({ refusal: "cannot-undo" });
  expect(await here.marking.undo(noor, { task: second })).toMatchObject({ ok: true });
  await release(here, attemptOf.get(third) ?? "");
  expect(await here.marking.undo(noor, { task: third })).toMatchObject({ refusal: "cannot-undo" });
});

async function release({ prisma, form }: Scene, attemptId: string) {
  const set = { id: randomUUID(), formId: form, version: 1, setById: randomUUID(), setAt: new Date(0), why: "" };
  await prisma.boundarySet.create({ data: { ...set, pass: 20, merit: 30, distinction: 40 } });
  const given = { raw: 1, grade: "U", points: 0, byArea: {}, byObjective: {}, releasedAt: new Date(0) };
  await prisma.result.create({
    data: { ...given, id: randomUUID(), attemptId, version: 1, boundarySetId: set.id, releasedById: set.setById },
  });
}

test("a doubt goes to a senior examiner who did not raise it", async () => {
  const here = await scene();
  const { task, response } = await here.responseFrom(here.hillcrest);
  const doubter = await here.staff("senior-examiner");
  const senior = await here.staff("senior-examiner");
  await taken(here, doubter);
  expect(await here.marking.sendToSenior(doubter, { task, why: "Illegible: the words make no sense" })).toMatchObject({
    ok: true,
  });
  expect(await taken(here, await here.staff("examiner"))).toEqual([]);
  expect(await taken(here, doubter, "senior")).toEqual([]);
  const answer = await here.marking.take(senior, { item: here.item, queue: "senior" });
  expect(answer).toMatchObject({ ok: true, responses: [{ task, why: "Illegible: the words make no sense" }] });
  expect(await here.marking.give(doubter, { task, marks: 1 })).toMatchObject({ refusal: "not-your-task" });
  await here.marking.give(senior, { task, marks: 2 });
  expect(await marksOf(here, response)).toEqual([{ marks: 2, givenBy: "senior", supersedes: false }]);
  expect(await here.marking.undo(senior, { task })).toMatchObject({ ok: true });
  expect(await here.marking.give(senior, { task, marks: 0 })).toMatchObject({ ok: true });
});

test("only a senior examiner sees other people's doubts", async () => {
  const here = await scene();
  const examiner = await here.staff("examiner");
  expect(await here.marking.take(examiner, { item: here.item, queue: "senior" })).toMatchObject({
    refusal: "not-allowed",
  });
});

test("an examiner may take a doubt back while no senior has begun on it", async () => {
  const here = await scene();
  const { task } = await here.responseFrom(here.hillcrest);
  const [examiner, senior] = [await here.staff("examiner"), await here.staff("senior-examiner")];
  await taken(here, examiner);
  await here.marking.sendToSenior(examiner, { task, why: "Not in the mark scheme" });
  expect(await here.marking.undo(examiner, { task })).toMatchObject({ ok: true, response: { queue: "examiner" } });
  await here.marking.sendToSenior(examiner, { task, why: "Not in the mark scheme" });
  await taken(here, senior, "senior");
  expect(await here.marking.undo(examiner, { task })).toMatchObject({ refusal: "cannot-undo" });
});

test("nothing an examiner's browser gets says who wrote a response, where or when", async () => {
  const here = await scene();
  const { response, attempt } = await here.responseFrom(here.hillcrest);
  const examiner = await here.staff("examiner");
  const got = JSON.stringify([
    await here.marking.take(examiner, { item: here.item }),
    await here.views.item(examiner, { item: here.item, queue: "examiner" }),
    await here.views.queues(examiner, {}),
  ]);
  for (const secret of [response, attempt, here.hillcrest, "Ada"]) expect(got).not.toContain(secret);
  // A year alone can stand in a random id.
  expect(got).not.toMatch(/2026-\d\d-\d\d/);
});

test("the queues count what is left for this examiner, what they hold and what they marked today", async () => {
  const here = await scene();
  await here.responseFrom(here.riverside);
  for (let n = 0; n < 7; n++) await here.responseFrom(here.hillcrest);
  const examiner = await here.staff("examiner", { affiliations: [here.riverside] });
  const [task] = await taken(here, examiner);
  await here.marking.give(examiner, { task, marks: 1 });
  expect(await here.views.queues(examiner, {})).toMatchObject({
    ok: true,
    queues: expect.arrayContaining([
      expect.objectContaining({ item: here.item, waiting: 2, held: 4, withOthers: 0, markedToday: 1 }),
    ]),
    senior: null,
    raised: 0,
    markedToday: 1,
  });
});

test("the same short answer shows what people gave it before", async () => {
  const here = await scene();
  const first = await here.responseFrom(here.hillcrest, { RESPONSE: ["To save time."] });
  const examiner = await here.staff("examiner");
  await taken(here, examiner);
  await here.marking.give(examiner, { task: first.task, marks: 1 });
  await here.responseFrom(here.riverside, { RESPONSE: ["to save  time"] });
  expect(await here.marking.take(examiner, { item: here.item })).toMatchObject({
    responses: [{ same: [{ marks: 1, times: 1 }] }],
    markedToday: 1,
    waiting: 1,
  });
});

test("the database itself refuses to change or remove a mark", async () => {
  const here = await scene();
  const { task, response } = await here.responseFrom(here.hillcrest);
  const examiner = await here.staff("examiner");
  await taken(here, examiner);
  await here.marking.give(examiner, { task, marks: 1 });
  await expect(here.prisma.mark.updateMany({ where: { responseId: response }, data: { marks: 3 } })).rejects.toThrow();
  await expect(here.prisma.mark.deleteMany({ where: { responseId: response } })).rejects.toThrow();
  expect(await marksOf(here, response)).toEqual([{ marks: 1, givenBy: "examiner", supersedes: false }]);
});

test("responses of a voided attempt are not marked", async () => {
  const here = await scene();
  const { attempt } = await here.responseFrom(here.hillcrest);
  await here.prisma.attempt.update({ where: { id: attempt }, data: { phase: "voided" } });
  expect(await taken(here, await here.staff("examiner"))).toEqual([]);
});
