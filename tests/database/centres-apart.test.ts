import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "../../app/exam/people/actor.ts";
import { type ExamDatabase, examDatabase } from "../support/database.ts";
import { sure } from "../support/factories.ts";

let exam: ExamDatabase;
let theirs: Awaited<ReturnType<ExamDatabase["make"]["running"]>>;
let officer: Actor;
let invigilator: Actor;
let incident: string;
beforeAll(async () => {
  exam = await examDatabase();
  theirs = await exam.make.running();
  const { id: centreId } = await exam.make.centre();
  officer = await exam.make.staff("exams-officer", { centreId });
  invigilator = await exam.make.staff("invigilator", { centreId });
  const written = { sitting: theirs.sittingId, type: "other", narrative: "A window broke" };
  incident = (await sure(exam.commands.sittings.writeIncident(theirs.invigilator, written))).incident;
});
afterAll(() => exam.close());

type Answer = Promise<{ readonly ok: boolean; readonly refusal?: string }>;
const why = "To see whether it can be done";

/** Everything that names a sitting, a test, a learner, a booking or an incident of a centre. */
const attempts = () => {
  const { commands, views } = exam;
  const { id: attempt, sittingId: sitting, bookingId: booking, candidate } = theirs;
  const stop = { cause: "technical", why };
  const asInvigilator: Record<string, () => Answer> = {
    admit: () => commands.attempts.admit(invigilator, { attempt }),
    "send back": () => commands.attempts.sendBack(invigilator, { attempt }),
    start: () => commands.attempts.start(invigilator, { attempt }),
    pause: () => commands.attempts.pause(invigilator, { attempt, ...stop }),
    resume: () => commands.attempts.resume(invigilator, { attempt }),
    "grant time": () => commands.attempts.grantTime(invigilator, { attempt, minutes: 5, why }),
    move: () => commands.attempts.release(invigilator, { attempt, why }),
    terminate: () => commands.attempts.terminate(invigilator, { attempt, why }),
    "mark the register": () => commands.attempts.markRegister(invigilator, { attempt, register: "removed" }),
    "open the sitting": () => commands.sittings.open(invigilator, { sitting }),
    "end the sitting": () => commands.sittings.end(invigilator, { sitting }),
    announce: () => commands.sittings.announce(invigilator, { sitting, text: "Hello" }),
    "admit all": () => commands.sittings.admitAll(invigilator, { sitting }),
    "start all": () => commands.sittings.startAll(invigilator, { sitting }),
    "pause all": () => commands.sittings.pauseAll(invigilator, { sitting, ...stop }),
    evacuate: () => commands.sittings.evacuate(invigilator, { sitting }),
    "return after an evacuation": () => commands.sittings.returnToRoom(invigilator, { sitting }),
    "make up lost time": () => commands.sittings.makeUp(invigilator, { sitting, attempts: [attempt], why }),
    "see lost time": () => views.sittings.lostTime(invigilator, { sitting }),
    "resume all": () => commands.sittings.resumeAll(invigilator, { sitting }),
    "write an incident": () =>
      commands.sittings.writeIncident(invigilator, { sitting, type: "other", narrative: "Something" }),
    "close an incident": () => commands.sittings.closeIncident(invigilator, { incident }),
    "print slips": () => commands.bookings.printSlips(invigilator, { sitting }),
    "watch the board": () => views.sittings.board(invigilator, { sitting }),
    "read the report": () => views.sittings.report(invigilator, { sitting }),
    "see the slip sheet": () => views.bookings.slipSheet(invigilator, { sitting }),
  };
  const asOfficer: Record<string, () => Answer> = {
    "add a learner": () =>
      commands.bookings.addLearner(officer, { name: "Ann", candidateNumber: "1", centre: theirs.centreId }),
    book: () => commands.bookings.book(officer, { learner: candidate.id, sitting, seat: "Z9" }),
    "cancel a booking": () => commands.bookings.cancel(officer, { booking, why }),
    "change a seat": () => commands.bookings.changeSeat(officer, { booking, seat: "Z9" }),
    "see keycodes": () => commands.bookings.printSlips(officer, { sitting }),
    "report a unit grade": () =>
      commands.awarding.recordUnitGrade(officer, { learner: candidate.id, unit: 2, grade: "P" }),
    "look a learner up": () => views.bookings.learner(officer, { learner: candidate.id }),
    "book from the form": () => views.bookings.form(officer, { learner: candidate.id }),
    "see units and grades": () => views.results.qualification(officer, { learner: candidate.id }),
    "watch a board": () => views.sittings.board(officer, { sitting }),
  };
  return { ...asInvigilator, ...asOfficer };
};

describe("two centres", () => {
  test("nobody of one does or sees anything of the other's, by whatever identifier", async () => {
    const answers: Record<string, string | undefined> = {};
    for (const [what, ask] of Object.entries(attempts())) answers[what] = (await ask()).refusal;
    expect(answers).toEqual(Object.fromEntries(Object.keys(answers).map((what) => [what, "not-at-your-centre"])));
  });

  test("the other's learners, sittings, results and log are in no list", async () => {
    const { views } = exam;
    const lists = await Promise.all([
      views.sittings.list(invigilator, {}),
      views.bookings.entries(officer, { sitting: theirs.sittingId }),
      views.results.ofCentre(officer, { whole: true }),
      views.staff.audit(officer, { about: theirs.candidate.name }),
    ]);
    const { sittingId, id, candidate } = theirs;
    for (const list of lists) {
      expect(list.ok).toBe(true);
      const rows = JSON.stringify({ ...list, asked: null });
      for (const secret of [sittingId, id, candidate.id]) expect(rows).not.toContain(secret);
    }
  });
});

describe("two candidates", () => {
  test("one cannot hand in, save for or make ready the other's test, nor do what staff do", async () => {
    const mine = await exam.make.running();
    const { attempts, sittings } = exam.commands;
    const { id: attempt, lease, sittingId: sitting } = theirs;
    const tries: readonly Answer[] = [
      attempts.submit(mine.candidate, { attempt, lease }),
      attempts.makeReady(mine.candidate, { attempt, lease }),
      attempts.save(mine.candidate, { attempt, lease, entries: [] }),
      attempts.grantTime(mine.candidate, { attempt: mine.id, minutes: 5, why }),
      attempts.expire(mine.candidate, { attempt: mine.id }),
      sittings.startAll(mine.candidate, { sitting }),
      exam.views.sittings.board(mine.candidate, { sitting }),
      exam.views.bank.item(mine.candidate, { item: randomUUID() }),
      exam.views.marking.queues(mine.candidate, {}),
    ];
    const refusals = (await Promise.all(tries)).map(({ refusal }) => refusal);
    expect(refusals).toEqual([...Array(3).fill("not-your-attempt"), ...Array(6).fill("not-allowed")]);
  });
});

test("nobody in an exam room, and no examiner, opens the question bank with its keys", async () => {
  const { id: item } = await exam.database.prisma.itemVersion.findFirstOrThrow();
  const { id: form } = await exam.make.form();
  for (const role of ["invigilator", "exams-officer", "examiner"] as const) {
    const person = await exam.make.staff(role, role === "examiner" ? {} : { centreId: theirs.centreId });
    for (const answer of [
      exam.views.bank.list(person, {}),
      exam.views.bank.item(person, { item }),
      exam.views.bank.form(person, { form }),
    ])
      expect(await answer).toMatchObject({ refusal: "not-allowed" });
  }
});
