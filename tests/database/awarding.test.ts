import { afterAll, beforeAll, expect, test } from "vitest";
import { minutes } from "../../app/exam/time/time.ts";
import { type ExamDatabase, examDatabase } from "../support/database.ts";
import { sure } from "../support/factories.ts";
import { satAttempt } from "../support/sat-attempt.ts";

// Boundaries belong to a form and forms are few, so each test has a database of its own.
const opened: ExamDatabase[] = [];
afterAll(() => Promise.all(opened.map((one) => one.close())));

async function awardingRoom() {
  const exam = await examDatabase();
  opened.push(exam);
  const { make, commands, views } = exam;
  const { id: centreId } = await make.centre();
  const form = await make.form("CSE-A");
  const awarder = await make.staff("awarder");
  const officer = await make.staff("exams-officer", { centreId });
  const why = "Agreed at the awarding meeting";
  return {
    ...exam,
    centreId,
    form,
    awarder,
    officer,
    sat: (asked: Omit<Parameters<typeof satAttempt>[1], "centreId">) => satAttempt(exam, { centreId, ...asked }),
    set: (pass: number, merit: number, distinction: number, formId = form.id) =>
      sure(commands.awarding.setBoundaries(awarder, { form: formId, pass, merit, distinction, why })),
    release: (expect: number, formId = form.id) => commands.awarding.releaseResults(awarder, { form: formId, expect }),
    look: () => sure(views.awarding.form(awarder, { form: form.id })),
    mine: (candidate: Awaited<ReturnType<typeof satAttempt>>["candidate"]) => sure(views.results.mine(candidate, {})),
    atCentre: async (asked: object = {}) => (await sure(views.results.ofCentre(officer, asked))).rows,
  };
}

let room: Awaited<ReturnType<typeof awardingRoom>>;
beforeAll(async () => {
  room = await awardingRoom();
});

test("a marked attempt on a form without boundaries awaits award, and nothing can be released", async () => {
  const here = await awardingRoom();
  const { candidate } = await here.sat({ raw: 30 });
  expect((await here.look()).stages).toEqual({ marking: 0, "awaiting-award": 1, graded: 0, issued: 0 });
  expect(await here.release(1)).toEqual({ ok: false, refusal: "no-boundaries" });
  expect((await here.mine(candidate)).attempts[0]).toMatchObject({ stage: { stage: "awaiting-award" }, result: null });
});

test("boundaries grade, a release issues, and only then does the learner or the centre see a grade", async () => {
  const here = await awardingRoom();
  const { candidate } = await here.sat({ raw: 28 });
  await here.set(24, 35, 46);
  const [before] = (await here.mine(candidate)).attempts;
  expect(before).toMatchObject({ stage: { stage: "graded" }, result: null });
  expect(JSON.stringify(await here.atCentre())).not.toContain('"P"');

  expect(await here.release(1)).toEqual({ ok: true, released: 1 });
  const [after] = (await here.mine(candidate)).attempts;
  expect(after).toMatchObject({
    stage: { stage: "issued" },
    counts: true,
    result: { grade: "P", points: 18, raw: 28, of: 60 },
  });
  const areas = after?.result?.byArea ?? [];
  expect(areas.reduce((total, { marks }) => total + marks, 0)).toBe(28);
  expect(areas.every(({ title }) => title !== null)).toBe(true);
  expect(await here.atCentre()).toMatchObject([{ result: { grade: "P", points: 18 } }]);
});

test("a response that a person still has to mark keeps its attempt out of the release", async () => {
  const here = await awardingRoom();
  const half = await here.sat({ raw: 40, unmarked: 2 });
  await here.sat({ raw: 40 });
  await here.set(24, 35, 46);
  expect(await here.release(1)).toEqual({ ok: true, released: 1 });
  expect((await here.mine(half.candidate)).attempts[0]?.stage).toEqual({ stage: "marking", marked: 22, of: 24 });
  expect(await here.release(1)).toEqual({ ok: false, refusal: "nothing-to-release" });
});

test("a task that is opened again takes its mark out of the count", async () => {
  const here = await awardingRoom();
  const { id } = await here.sat({ raw: 40 });
  const { prisma } = here.database;
  const response = await prisma.response.findFirstOrThrow({ where: { attemptId: id } });
  const about = { responseId: response.id, itemVersionId: response.itemVersionId, centreId: here.centreId };
  await prisma.markingTask.create({
    data: { ...about, id: crypto.randomUUID(), queue: "senior", state: "waiting", createdAt: new Date() },
  });
  expect((await here.look()).stages).toMatchObject({ marking: 1, "awaiting-award": 0 });
});

test("a release whose number is no longer right releases nothing and says the new number", async () => {
  const here = await awardingRoom();
  await here.sat({ raw: 30 });
  await here.set(24, 35, 46);
  await here.sat({ raw: 31 });
  expect(await here.release(1)).toMatchObject({ refusal: "changed-since", why: "2 are ready now, not 1." });
  expect(await here.database.prisma.result.count()).toBe(0);
});

test("two awarders who release at the same moment issue each result once", async () => {
  const here = await awardingRoom();
  for (let raw = 20; raw < 26; raw++) await here.sat({ raw });
  await here.set(24, 35, 46);
  const outcomes = await Promise.all([here.release(6), here.release(6)]);
  expect(outcomes.filter(({ ok }) => ok).length).toBe(1);
  expect(await here.database.prisma.result.count()).toBe(6);
});

test("while results of a form are released, whoever is sitting it goes on saving, and nothing ended can be opened again", async () => {
  const here = await awardingRoom();
  const { id, candidate, lease } = await here.make.running();
  const ended = await here.sat({ raw: 30 });
  const outcome = await here.store.change(async (tx) => {
    expect([...(await tx.awarding.holdMarks(here.form.id))]).toEqual([ended.id]);
    await sure(here.commands.attempts.save(candidate, { attempt: id, lease, entries: [] }));
    const { rows } = await here.database.pool.query("SELECT id FROM attempts WHERE id = $1 FOR UPDATE SKIP LOCKED", [
      ended.id,
    ]);
    return { ok: true, free: rows.length };
  });
  expect(outcome.free).toBe(0);
});

test("a moved boundary changes no released result until it is issued again, and then the first version is kept", async () => {
  const here = await awardingRoom();
  const { id, candidate } = await here.sat({ raw: 34 });
  const same = await here.sat({ raw: 50 });
  await here.set(24, 35, 46);
  await here.release(2);
  await here.set(24, 34, 46);
  expect((await here.mine(candidate)).attempts[0]?.result).toMatchObject({ grade: "P", points: 23, version: 1 });
  expect((await here.look()).reissue).toMatchObject([
    { from: { grade: "P", points: 23 }, to: { grade: "M", points: 24 } },
  ]);

  const again = { form: here.form.id, expect: 1, why: "Merit was set a mark too high" };
  expect(await here.commands.awarding.reissueResults(here.awarder, again)).toEqual({ ok: true, reissued: 1 });
  expect((await here.mine(candidate)).attempts[0]?.result).toMatchObject({ grade: "M", points: 24, version: 2 });
  expect((await here.mine(same.candidate)).attempts[0]?.result).toMatchObject({ grade: "D", version: 1 });
  const kept = await here.database.prisma.result.findMany({ where: { attemptId: id }, orderBy: { version: "asc" } });
  expect(kept.map(({ grade }) => grade)).toEqual(["P", "M"]);
  expect(await here.commands.awarding.reissueResults(here.awarder, again)).toEqual({
    ok: false,
    refusal: "nothing-to-reissue",
  });
});

test("the database itself refuses to change or remove a result, a boundary set or a reported unit grade", async () => {
  const here = await awardingRoom();
  const { candidate } = await here.sat({ raw: 34 });
  await here.set(24, 35, 46);
  await here.release(1);
  await sure(here.commands.awarding.recordUnitGrade(here.officer, { learner: candidate.id, unit: 2, grade: "P" }));
  const { prisma } = here.database;
  await expect(prisma.result.updateMany({ data: { grade: "D" } })).rejects.toThrow("append-only");
  await expect(prisma.result.deleteMany()).rejects.toThrow("append-only");
  await expect(prisma.boundarySet.updateMany({ data: { pass: 1 } })).rejects.toThrow("append-only");
  await expect(prisma.internalGrade.deleteMany()).rejects.toThrow("append-only");
});

test("the better grade counts, whichever attempt it came from", async () => {
  const here = await awardingRoom();
  const first = await here.sat({ raw: 40 });
  const resit = await here.sat({ raw: 30, attemptNumber: 2, learnerId: first.candidate.id, formCode: "CSE-B" });
  await here.set(24, 35, 46);
  await here.set(20, 33, 44, resit.formId);
  await here.release(1);
  await here.release(1, resit.formId);
  expect((await here.mine(resit.candidate)).attempts).toMatchObject([
    { attemptNumber: 2, form: "CSE-B", counts: false, isThis: true, result: { grade: "P" } },
    { attemptNumber: 1, form: "CSE-A", counts: true, isThis: false, result: { grade: "M" } },
  ]);
  expect((await here.mine(first.candidate)).attempts.map(({ attemptNumber }) => attemptNumber)).toEqual([1]);
});

test("a voided attempt gives no result", async () => {
  const here = await awardingRoom();
  const { candidate } = await here.sat({ raw: 40, phase: "voided" });
  await here.set(24, 35, 46);
  expect(await here.release(1)).toEqual({ ok: false, refusal: "nothing-to-release" });
  expect((await here.mine(candidate)).attempts[0]?.stage).toEqual({ stage: "void" });
});

test("an awarder sees marks and references, and nothing that says whose they are", async () => {
  const here = await awardingRoom();
  const { id, candidate } = await here.sat({ raw: 40 });
  const seen = await here.look();
  expect(seen.candidates).toEqual([
    { reference: expect.stringMatching(/^\w{4}-\w{4}$/), raw: 40, resit: false, issued: null },
  ]);
  const everything = JSON.stringify(seen);
  for (const secret of [id, candidate.id, candidate.name, candidate.bookingId, here.centreId])
    expect(everything).not.toContain(secret);
});

test("the qualification has no grade until all four units are in, and then takes the external unit's own points", async () => {
  const here = await awardingRoom();
  const { candidate } = await here.sat({ raw: 40 });
  await here.set(24, 35, 46);
  await here.release(1);
  const record = (unit: number, grade: string) =>
    sure(here.commands.awarding.recordUnitGrade(here.officer, { learner: candidate.id, unit, grade }));
  await record(2, "P");
  await record(3, "M");
  const ask = () => sure(here.views.results.qualification(here.officer, { learner: candidate.id }));
  expect((await ask()).whole).toEqual({ points: null, grade: null, missing: ["4"] });
  await record(4, "U");
  here.clock.move(minutes(1));
  await record(4, "M");
  // 27 for 40 marks between 35 and 46, then 16, 24 and the corrected 24.
  expect((await ask()).whole).toEqual({ points: 91, grade: "M" });
});

test("impossible boundaries are refused with the rule they break, and change nothing", async () => {
  const { commands, awarder, form, database } = room;
  const ask = (pass: unknown, merit: unknown, distinction: unknown) =>
    commands.awarding.setBoundaries(awarder, { form: form.id, pass, merit, distinction, why: "A try" });
  expect(await ask(24, 24, 46)).toMatchObject({ refusal: "boundaries-wrong" });
  expect(await ask(24, 35, 61)).toMatchObject({ refusal: "boundaries-wrong" });
  expect(await ask(0, 35, 46)).toMatchObject({ refusal: "boundaries-wrong" });
  expect(await ask("", "35", "46")).toMatchObject({
    refusal: "badly-formed",
    fields: { pass: "Write a whole number." },
  });
  expect(await database.prisma.boundarySet.count()).toBe(0);
});

test("boundaries without a reason, or set while somebody else set others, are refused", async () => {
  const here = await awardingRoom();
  const ask = (more: object) =>
    here.commands.awarding.setBoundaries(here.awarder, {
      form: here.form.id,
      pass: "24",
      merit: "35",
      distinction: "46",
      ...more,
    });
  expect(await ask({ why: " " })).toMatchObject({ refusal: "badly-formed" });
  expect(await ask({ why: "Agreed", after: "0" })).toEqual({ ok: true, version: 1 });
  expect(await ask({ why: "Agreed", after: "0" })).toMatchObject({ refusal: "changed-since" });
  expect(await ask({ why: "Agreed", after: "1" })).toEqual({ ok: true, version: 2 });
});

test("only an awarder for all centres may award", async () => {
  const { make, commands, views, form, centreId, officer } = room;
  const local = await make.staff("awarder", { centreId });
  const input = { form: form.id, pass: 24, merit: 35, distinction: 46, why: "A try" };
  for (const actor of [local, officer, null]) {
    expect((await commands.awarding.setBoundaries(actor, input)).ok).toBe(false);
    expect((await commands.awarding.releaseResults(actor, { form: form.id, expect: 0 })).ok).toBe(false);
    expect((await views.awarding.form(actor, { form: form.id })).ok).toBe(false);
    expect((await views.awarding.forms(actor, {})).ok).toBe(false);
  }
});

test("an exams officer sees and grades the learners of their own centre and no others", async () => {
  const here = await awardingRoom();
  const { candidate } = await here.sat({ raw: 40 });
  const { id: elsewhere } = await here.make.centre();
  const stranger = await here.make.staff("exams-officer", { centreId: elsewhere });
  expect(await here.views.results.ofCentre(stranger, {})).toMatchObject({ rows: [], found: 0 });
  expect(await here.views.results.qualification(stranger, { learner: candidate.id })).toMatchObject({
    refusal: "not-at-your-centre",
  });
  const grade = { learner: candidate.id, unit: 2, grade: "D" };
  expect(await here.commands.awarding.recordUnitGrade(stranger, grade)).toMatchObject({
    refusal: "not-at-your-centre",
  });
  const invigilator = await here.make.staff("invigilator", { centreId: here.centreId });
  expect(await here.views.results.ofCentre(invigilator, {})).toMatchObject({ refusal: "not-allowed" });
  expect(await here.commands.awarding.recordUnitGrade(here.officer, { ...grade, unit: 1 })).toMatchObject({
    refusal: "badly-formed",
  });
});

test("a learner is found by part of a name or number, and a percent sign is only a sign", async () => {
  const here = await awardingRoom();
  const { candidate } = await here.sat({ raw: 40 });
  await here.sat({ raw: 20 });
  expect((await here.atCentre({ q: candidate.name.toLowerCase() })).map(({ learnerId }) => learnerId)).toEqual([
    candidate.id,
  ]);
  expect(await here.atCentre({ q: "%" })).toEqual([]);
  expect(await here.atCentre({ show: "released" })).toEqual([]);
  expect((await here.atCentre({ sort: "-name", page: "nonsense" })).length).toBe(2);
});
