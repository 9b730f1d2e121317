import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "../../app/exam/people/actor.ts";
import { inWords } from "../../app/exam/people/refusals.ts";
import { after, minutes } from "../../app/exam/time/time.ts";
import { type ExamDatabase, examDatabase } from "../support/database.ts";
import { sure } from "../support/factories.ts";

let hall: ExamDatabase;
beforeAll(async () => {
  hall = await examDatabase();
});
afterAll(() => hall.close());

/** A centre with an officer, an invigilator and a sitting that begins in an hour. */
async function newCentre() {
  const { make, commands, clock } = hall;
  const { id: centreId } = await make.centre();
  const officer = await make.staff("exams-officer", { centreId });
  const invigilator = await make.staff("invigilator", { centreId });
  const { id: component } = await make.component();
  const plan = async () => {
    const startsAt = after(clock.now(), minutes(60));
    const planned = await sure(commands.bookings.planSitting(officer, { component, room: "Room 1", startsAt }));
    await sure(commands.sittings.open(invigilator, { sitting: planned.sitting }));
    return planned.sitting;
  };
  return { centreId, officer, invigilator, plan, sitting: await plan() };
}

type Centre = Awaited<ReturnType<typeof newCentre>>;
type Wanted = {
  readonly learner: string;
  readonly sitting?: string;
  readonly seat: string;
  readonly arrangements?: unknown;
};

const book = ({ officer, sitting }: Centre, wanted: Wanted) =>
  hall.commands.bookings.book(officer, { sitting, ...wanted });

/** The learner works for a minute and hands in. */
async function sit({ invigilator, centreId }: Centre, learner: string, booked: { booking: string; attempt: string }) {
  const { commands } = hall;
  const candidate: Actor = { kind: "candidate", id: learner, name: "", bookingId: booked.booking, centreId };
  const { attempt } = booked;
  await sure(commands.attempts.admit(invigilator, { attempt }));
  const { lease } = await sure(commands.attempts.attend(candidate, { machine: "machine-one", lease: null }));
  await sure(commands.attempts.makeReady(candidate, { attempt, lease }));
  await sure(commands.attempts.start(invigilator, { attempt }));
  hall.clock.move(minutes(1));
  await sure(commands.attempts.submit(candidate, { attempt, lease }));
}

async function release(attemptId: string) {
  const { prisma } = hall.database;
  const { formId } = await prisma.attempt.findUniqueOrThrow({ where: { id: attemptId } });
  const by = { setById: randomUUID(), setAt: new Date(hall.clock.now()), why: "test" };
  const version = 1 + (await prisma.boundarySet.count({ where: { formId } }));
  const boundaries = { id: randomUUID(), formId, version, pass: 20, merit: 30, distinction: 40, ...by };
  await prisma.boundarySet.create({ data: boundaries });
  const result = { raw: 10, grade: "U", points: 0, byArea: {}, byObjective: {}, releasedById: by.setById };
  await prisma.result.create({
    data: { ...result, id: randomUUID(), attemptId, version: 1, boundarySetId: boundaries.id, releasedAt: by.setAt },
  });
}

const formOf = async (booking: string) =>
  (await hall.database.prisma.booking.findUniqueOrThrow({ where: { id: booking } })).formId;

test("a resit is refused by name of its rule until the first result is released, then given an unseen form", async () => {
  const centre = await newCentre();
  const { id: learner } = await hall.make.learner(centre.centreId);
  const first = await sure(book(centre, { learner, seat: "1" }));
  expect(await book(centre, { learner, seat: "2" })).toMatchObject({ ok: false, refusal: "already-entered" });
  await sit(centre, learner, first);

  const again = { learner, sitting: await centre.plan(), seat: "1" };
  const tooSoon = await book(centre, again);
  expect(tooSoon).toMatchObject({ ok: false, refusal: "result-awaited" });
  expect(!tooSoon.ok && inWords(tooSoon)).toBe(
    "The first result does not exist yet. A resit can be booked when the result of the attempt before it is there.",
  );
  const page = await sure(hall.views.bookings.learner(centre.officer, { learner }));
  expect(page.verdicts).toMatchObject([{ may: false, rule: { name: "resultBeforeResit" } }]);

  await release(first.attempt);
  const resit = await sure(book(centre, again));
  expect(resit.attemptNumber).toBe(2);
  expect(await formOf(resit.booking)).not.toBe(await formOf(first.booking));

  await sit(centre, learner, resit);
  await release(resit.attempt);
  const third = await book(centre, { learner, sitting: await centre.plan(), seat: "1" });
  expect(third).toMatchObject({ ok: false, refusal: "no-attempt-left", why: expect.stringContaining("twice") });
  expect(!third.ok && inWords(third)).toBe(
    "This learner has no attempt left. This component may be taken twice, and that has been done.",
  );
});

test("neighbours are given different forms", async () => {
  const centre = await newCentre();
  const forms: string[] = [];
  for (const seat of ["A1", "A2", "A3", "B1"]) {
    const { id: learner } = await hall.make.learner(centre.centreId);
    const booked = await sure(book(centre, { learner, seat }));
    expect(booked.sameAsNeighbour).toBe(false);
    forms.push(await formOf(booked.booking));
  }
  const [a1, a2, a3, b1] = forms;
  expect(a2).not.toBe(a1);
  expect(a3).not.toBe(a2);
  expect(b1).not.toBe(a1);
});

test("an exams officer of another centre may neither book nor look nor print", async () => {
  const [ours, theirs] = [await newCentre(), await newCentre()];
  const { id: learner } = await hall.make.learner(ours.centreId);
  const refusal = { ok: false, refusal: "not-at-your-centre" };
  const asked = { learner, sitting: ours.sitting, seat: "1" };
  expect(await hall.commands.bookings.book(theirs.officer, asked)).toEqual(refusal);
  expect(await hall.views.bookings.learner(theirs.officer, { learner })).toEqual(refusal);
  expect(await hall.commands.bookings.printSlips(theirs.officer, { sitting: ours.sitting })).toEqual(refusal);
  expect((await sure(hall.views.bookings.entries(theirs.officer, {}))).rows).toEqual([]);
  const mixed = await hall.commands.bookings.book(theirs.officer, { ...asked, sitting: theirs.sitting });
  expect(mixed).toMatchObject(refusal);
});

test("one seat is one learner's, also when two officers press at the same moment", async () => {
  const centre = await newCentre();
  const people = await Promise.all([1, 2].map(() => hall.make.learner(centre.centreId)));
  const answers = await Promise.all(people.map(({ id }) => book(centre, { learner: id, seat: " b 07" })));
  expect(answers.filter(({ ok }) => ok)).toMatchObject([{ seat: "B7" }]);
  expect(answers.filter(({ ok }) => !ok)).toMatchObject([{ refusal: "seat-taken" }]);
});

test("one learner has one place, also when two officers press at the same moment", async () => {
  const centre = await newCentre();
  const { id: learner } = await hall.make.learner(centre.centreId);
  const answers = await Promise.all(["1", "2"].map((seat) => book(centre, { learner, seat })));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.filter(({ ok }) => !ok)).toMatchObject([{ refusal: "already-entered" }]);
});

test("25 % extra time on 75 minutes is 94 minutes, as two lines of the ledger", async () => {
  const centre = await newCentre();
  const { id: learner } = await hall.make.learner(centre.centreId);
  const arrangements = [{ code: "ET25" }, { code: "COL" }];
  const { attempt } = await sure(book(centre, { learner, seat: "1", arrangements }));
  const lines = await hall.database.prisma.ledgerLine.findMany({
    where: { attemptId: attempt },
    orderBy: { position: "asc" },
  });
  expect(lines.map(({ line }) => line)).toMatchObject([
    { kind: "allowance", source: "paper", amount: minutes(75) },
    { kind: "allowance", source: "access-arrangement", amount: minutes(19), why: "25 % extra time" },
  ]);
});

test("arrangements that the rules do not know as they stand are refused in words", async () => {
  const centre = await newCentre();
  const { id: learner } = await hall.make.learner(centre.centreId);
  const wrong = [{ code: "ET26_50", percent: 80 }];
  expect(await book(centre, { learner, seat: "1", arrangements: wrong })).toMatchObject({
    refusal: "arrangement-not-possible",
    why: "Extra time of 26 to 50 % is between 26 and 50 %, not 80 %.",
  });
  expect(await book(centre, { learner, seat: "1", arrangements: [{ code: "ML" }] })).toMatchObject({ ok: false });
});

test("a slip's keycode opens the test, until the booking is cancelled, which uses no attempt up", async () => {
  const centre = await newCentre();
  const { id: learner, candidateNumber } = await hall.make.learner(centre.centreId);
  const { booking } = await sure(book(centre, { learner, seat: "1" }));
  const { slips } = await sure(hall.commands.bookings.printSlips(centre.officer, { sitting: centre.sitting }));
  const keycode = slips[0]?.keycode;
  const signIn = () => hall.commands.people.signInCandidate(null, { candidateNumber, keycode, address: "10.0.0.1" });
  await sure(signIn());
  const printed = await hall.database.prisma.auditLine.findMany({
    where: { sittingId: centre.sitting, action: "print slips" },
  });
  expect(printed).toMatchObject([{ actorId: centre.officer.id }]);
  expect(JSON.stringify(printed[0]?.detail)).not.toContain(keycode);

  await sure(hall.commands.bookings.cancel(centre.officer, { booking, why: "Moved to another day" }));
  expect(await signIn()).toMatchObject({ refusal: "wrong-keycode" });
  expect((await sure(book(centre, { learner, seat: "1" }))).attemptNumber).toBe(1);
});

test("once the test has begun the booking stands", async () => {
  const centre = await newCentre();
  const { id: learner } = await hall.make.learner(centre.centreId);
  const booked = await sure(book(centre, { learner, seat: "1" }));
  await sure(hall.commands.bookings.changeSeat(centre.officer, { booking: booked.booking, seat: "4" }));
  await sit(centre, learner, booked);
  const { booking } = booked;
  expect(await hall.commands.bookings.cancel(centre.officer, { booking, why: "Too late" })).toMatchObject({
    refusal: "not-from-here",
  });
  expect(await hall.commands.bookings.changeSeat(centre.officer, { booking, seat: "5" })).toMatchObject({
    refusal: "not-from-here",
  });
});

test("a learner who never came may be booked again once the sitting has ended", async () => {
  const centre = await newCentre();
  const { id: learner } = await hall.make.learner(centre.centreId);
  await sure(book(centre, { learner, seat: "1" }));
  const other = await centre.plan();
  expect(await book(centre, { learner, sitting: other, seat: "1" })).toMatchObject({ refusal: "already-entered" });
  await sure(hall.commands.sittings.end(centre.invigilator, { sitting: centre.sitting }));
  expect((await sure(book(centre, { learner, sitting: other, seat: "1" }))).attemptNumber).toBe(1);
});

test("a form for a new learner that is sent twice at once adds one, and says so to the other", async () => {
  const { officer } = await newCentre();
  const add = () => hall.commands.bookings.addLearner(officer, { name: "Ola Nordmann", candidateNumber: "TWICE1" });
  const answers = await Promise.all([add(), add()]);
  expect(answers.map((answer) => (answer.ok ? "added" : answer.refusal)).sort()).toEqual([
    "added",
    "candidate-number-taken",
  ]);
});

test("a candidate number belongs to one learner of a centre", async () => {
  const { officer } = await newCentre();
  const one = { name: "Sam Okoro", candidateNumber: " ab12 " };
  await sure(hall.commands.bookings.addLearner(officer, one));
  expect(await hall.commands.bookings.addLearner(officer, { ...one, candidateNumber: "AB12" })).toMatchObject({
    refusal: "candidate-number-taken",
    fields: { candidateNumber: expect.any(String) },
  });
});

test("an exams officer who works for two centres says for which", async () => {
  const [one, two] = [await newCentre(), await newCentre()];
  const held = [one, two].map(({ centreId }) => ({ role: "exams-officer" as const, centreId }));
  const officer = { ...one.officer, roles: held };
  const learner = { name: "Kit Marlow", candidateNumber: "77" };
  expect(await hall.commands.bookings.addLearner(officer, learner)).toMatchObject({
    fields: { centre: "Choose a centre." },
  });
  await sure(hall.commands.bookings.addLearner(officer, { ...learner, centre: two.centreId }));
});

test("secrets for anybody to see exist in a demonstration only", async () => {
  expect(await hall.views.bookings.demonstrationSlips(null, {})).toEqual({ ok: false, refusal: "not-found" });
});
