import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Entry } from "../../app/exam/attempt/entry.ts";
import { computer } from "../../app/exam/invigilation/readiness/measured.fixture.ts";
import type { Actor } from "../../app/exam/people/actor.ts";
import { duration, minutes, seconds } from "../../app/exam/time/time.ts";
import { decrypt, sha256 } from "../../app/platform/secrets.ts";
import { type ExamDatabase, examDatabase } from "../support/database.ts";
import { sure } from "../support/factories.ts";

let exam: ExamDatabase;
beforeAll(async () => {
  exam = await examDatabase();
});
afterAll(() => exam.close());

/** A room the evening before, with a check that its exams officer has started. */
async function checked({ booked = 1, seats = 3 } = {}) {
  const { id: centreId } = await exam.make.centre();
  const officer = await exam.make.staff("exams-officer", { centreId });
  const sitting = await exam.make.sitting(centreId, { phase: "planned" });
  for (let learner = 0; learner < booked; learner += 1) await exam.make.attempt(sitting);
  const { check } = await sure(exam.commands.readiness.start(officer, { sitting: sitting.id, seats }));
  const shown = async (by: Actor = officer) => (await sure(exam.views.readiness.check(by, { check }))).check;
  return { centreId, officer, sitting, check, shown, code: (await shown()).code ?? "" };
}

const join = (code: string, name = "", actor: Actor | null = null) =>
  exam.commands.readiness.join(actor, { code, name, address: "10.0.0.7" });

async function comesIn(code: string, name = "") {
  const { token } = await sure(join(code, name));
  const machine = await exam.actorOf(sha256(token));
  if (machine?.kind !== "dummy-seat") throw new Error("No dummy seat was taken.");
  return machine;
}

const answer = (seq: number): Entry => ({
  seq,
  left: duration(0),
  kind: "answer",
  item: "PRACTICE-001",
  response: { RESPONSE: ["a dummy's answer"] },
});

async function saves(machine: Actor, count = 12) {
  const { seats } = await sure(exam.commands.readiness.takeSeats(machine, { fullRoom: false }));
  const [seat = ""] = seats;
  const entries = Array.from({ length: count }, (_, index) => answer(index + 1));
  await sure(exam.commands.readiness.save(machine, { attempt: seat, lease: seat, entries }));
  return seat;
}

const { stored: _, ...reported } = computer();
const report = (machine: Actor, but: Partial<typeof reported> = {}) =>
  exam.commands.readiness.report(machine, { ...reported, ...but });

describe("a readiness check", () => {
  test("two computers come in, one passes and one fails with its reason, and the room is judged against its learners", async () => {
    const { officer, check, code, shown, sitting } = await checked({ booked: 2 });
    expect(code).toMatch(/^[34679CDFGHJKMNPQRTVWXY]{5}$/);
    expect(await shown()).toMatchObject({ machines: [], ended: null, next: { booked: 2, id: sitting.id } });

    const good = await comesIn(code.toLowerCase(), "PC 1");
    const bad = await comesIn(code);
    await saves(good);
    expect(await sure(report(good))).toMatchObject({ verdict: "passed" });
    await saves(bad);
    await sure(report(bad, { storage: { keeping: "refused", room: null } }));
    const during = await shown();
    expect(during.machines.map(({ name, state, result }) => [name, state, result?.verdict])).toEqual([
      ["Computer 2", "checked", "failed"],
      ["PC 1", "checked", "passed"],
    ]);
    expect(during.verdict).toMatchObject({
      verdict: "failed",
      words: "1 of 2 computers passed; 2 learners are booked",
    });

    await sure(exam.commands.readiness.end(officer, { check }));
    const after = await shown();
    expect(after).toMatchObject({ code: null, ended: { byName: officer.name }, verdict: during.verdict });
    const { room } = await sure(exam.views.readiness.ofSitting(officer, { sitting: sitting.id }));
    expect(room.checks).toMatchObject([{ id: check, startedBy: officer.name, ended: { verdict: "failed" } }]);
    const { sittings } = await sure(exam.views.sittings.list(officer, {}));
    expect(sittings.find(({ id }) => id === sitting.id)?.lastCheck).toMatchObject({ ended: { verdict: "failed" } });
  });

  test("what the server holds decides: an answer it acknowledged and does not have fails the computer", async () => {
    const { code } = await checked();
    const machine = await comesIn(code);
    await saves(machine, 11);
    const { findings } = await sure(report(machine));
    expect(findings.find(({ point }) => point === "saving")).toMatchObject({ verdict: "failed" });
  });

  test("a second pair of hands is led to the check that is open, and every check stays in the room's history", async () => {
    const { officer, centreId, sitting, check } = await checked();
    const invigilator = await exam.make.staff("invigilator", { centreId });
    const start = () => exam.commands.readiness.start(invigilator, { sitting: sitting.id, seats: 5 });
    expect(await sure(start())).toMatchObject({ check });
    await sure(exam.commands.readiness.end(officer, { check }));
    exam.clock.move(minutes(1));
    const second = await sure(start());
    expect(second.check).not.toBe(check);
    const { room } = await sure(exam.views.readiness.ofSitting(invigilator, { sitting: sitting.id }));
    expect(room.checks.map(({ id }) => id)).toEqual([second.check, check]);
    const { sittings } = await sure(exam.views.sittings.list(invigilator, {}));
    expect(sittings.map(({ lastCheck }) => [lastCheck?.id, lastCheck?.ended])).toEqual([[second.check, null]]);
  });

  test("a computer that is checked again gets another result: the last one counts and the first is kept", async () => {
    const { code, shown, check } = await checked();
    const machine = await comesIn(code, "PC 1");
    await saves(machine);
    await sure(report(machine, { keyboard: "wrong" }));
    exam.clock.move(seconds(9));
    await sure(report(machine, { keyboard: "right" }));
    expect((await shown()).machines).toMatchObject([{ times: 2, result: { verdict: "passed" } }]);
    exam.clock.move(seconds(9));
    expect(await sure(exam.commands.readiness.tellKeyboard(machine, { keyboard: "wrong" }))).toMatchObject({
      verdict: "warned",
    });
    await expect(exam.database.prisma.machineResult.deleteMany({ where: { checkId: check } })).rejects.toThrow(
      "append-only",
    );
  });

  test("closed in the middle a computer is not finished; under its name it comes in again as itself", async () => {
    const { code, shown } = await checked();
    const first = await comesIn(code, "PC 1");
    await sure(exam.commands.readiness.tellStep(first, { step: "Saving answers" }));
    expect((await shown()).machines).toMatchObject([{ state: "checking", step: "Saving answers" }]);
    expect(await join(code, "PC 1")).toMatchObject({
      ok: false,
      fields: { name: expect.stringMatching(/has that name/) },
    });
    exam.clock.move(seconds(31));
    expect(await shown()).toMatchObject({ machines: [{ state: "gone" }], verdict: { verdict: "failed" } });
    const again = await comesIn(code, "PC 1");
    expect(again.id).toBe(first.id);
    expect((await shown()).machines).toHaveLength(1);
  });

  test("a full room from one computer: every seat saves, is counted, and is forgotten at the end", async () => {
    const { code, shown, officer, check } = await checked({ seats: 3 });
    const machine = await comesIn(code);
    const { seats } = await sure(exam.commands.readiness.takeSeats(machine, { fullRoom: true }));
    expect(seats).toHaveLength(3);
    const saved = await Promise.all(
      seats.flatMap((seat) =>
        [1, 1, 2].map((seq) =>
          exam.commands.readiness.save(machine, { attempt: seat, lease: seat, entries: [answer(seq)] }),
        ),
      ),
    );
    expect(saved.every(({ ok }) => ok)).toBe(true);
    const full = { seats: 99, steady: 3, saves: { sent: 6, acknowledged: 6, slowest: 100 } };
    expect(await sure(exam.commands.readiness.reportFullRoom(machine, { ...full, steady: 2 }))).toMatchObject({
      found: { verdict: "failed" },
    });
    exam.clock.move(seconds(20));
    const { found } = await sure(exam.commands.readiness.reportFullRoom(machine, full));
    expect(found.verdict).toBe("passed");
    expect(await exam.commands.readiness.tellKeyboard(machine, { keyboard: "right" })).toMatchObject({
      refusal: "not-found",
    });
    expect((await shown()).trials).toMatchObject([
      { measured: { seats: 3, stored: 6 } },
      { measured: { seats: 3, stored: 6 }, found: { verdict: "passed" } },
    ]);

    await sure(exam.commands.readiness.end(officer, { check }));
    const left = exam.database.prisma;
    expect(await left.dummySeat.count({ where: { machineId: machine.id } })).toBe(0);
    expect(await left.dummyEntry.count({ where: { seatId: { in: [...seats] } } })).toBe(0);
  });

  test("nobody has to end it: when its time is over it ends by itself, and the code opens nothing any more", async () => {
    const { code, shown } = await checked();
    const machine = await comesIn(code);
    await saves(machine);
    await sure(report(machine));
    exam.clock.move(minutes(180));
    await exam.sweep();
    expect(await shown()).toMatchObject({ code: null, ended: { byName: "Examhall" }, verdict: { verdict: "passed" } });
    expect(await join(code)).toMatchObject({ refusal: "wrong-check-code" });
    expect(await report(machine)).toMatchObject({ refusal: "check-ended" });
  });
});

describe("what a computer with a code may do", () => {
  test("nothing but its dummy seat: no test, no room, no other machine's seat", async () => {
    const { code, sitting, check } = await checked();
    const running = await exam.make.running();
    const [machine, other] = [await comesIn(code), await comesIn(code)];
    const seat = await saves(other);
    const { attempts, sittings, readiness } = exam.commands;
    const attempt = running.id;
    const answers = await Promise.all([
      attempts.save(machine, { attempt, lease: running.lease, entries: [answer(1)] }),
      attempts.attend(machine, { machine: "m", lease: null }),
      sittings.open(machine, { sitting: sitting.id }),
      readiness.end(machine, { check }),
      readiness.start(machine, { sitting: sitting.id, seats: 1 }),
      exam.views.sittings.board(machine, { sitting: sitting.id }),
      exam.views.readiness.check(machine, { check }),
      exam.views.exam.sealedForm(machine, {}),
    ]);
    expect(answers.map((said) => (said.ok ? "yes" : said.refusal))).toEqual(answers.map(() => "not-allowed"));
    const theirs = { lease: seat, entries: [answer(99)] };
    expect(await readiness.save(machine, { attempt: seat, ...theirs })).toMatchObject({ refusal: "not-your-attempt" });
    expect(await readiness.save(machine, { attempt, ...theirs })).toMatchObject({ refusal: "check-ended" });
  });

  test("it is given practice questions and specimens, locked, and never a question of a live form", async () => {
    const { code } = await checked();
    const machine = await comesIn(code);
    const [{ sealed }, { key }] = [
      await sure(exam.views.readiness.sealedForm(machine, {})),
      await sure(exam.views.readiness.key(machine, {})),
    ];
    const form = JSON.parse(decrypt(Buffer.from(key, "base64"), Buffer.from(sealed)).toString()) as {
      items: { id: string }[];
    };
    const live = await exam.database.prisma.formItem.findMany({
      where: { form: { practice: false } },
      include: { item: true },
    });
    const secret = new Set(live.map(({ item }) => item.itemId));
    expect(secret.size).toBeGreaterThan(10);
    expect(form.items.length).toBeGreaterThan(10);
    expect(form.items.filter(({ id }) => secret.has(id))).toEqual([]);
  });

  test("what dummy seats do counts nowhere: no attempt, no journal, no marking, no exposure of a form", async () => {
    const count = async () => {
      const { attempt, journalEntry, markingTask, booking, lease } = exam.database.prisma;
      return Promise.all([attempt.count(), journalEntry.count(), markingTask.count(), booking.count(), lease.count()]);
    };
    const { code, officer, check } = await checked();
    const before = await count();
    const machine = await comesIn(code);
    await saves(machine);
    await sure(report(machine));
    await sure(exam.commands.readiness.end(officer, { check }));
    expect(await count()).toEqual(before);
  });

  test("wrong codes are counted for the place they come from, and after too many it waits", async () => {
    const { code } = await checked();
    const wrong = (typed: string) => exam.commands.readiness.join(null, { code: typed, name: "", address: "10.9.9.9" });
    const said: string[] = [];
    for (let time = 0; time < 6; time += 1) {
      const answered = await wrong("CCCCC");
      said.push(answered.ok ? "in" : answered.refusal);
    }
    expect(said).toEqual([...Array.from({ length: 5 }, () => "wrong-check-code"), "too-many-tries"]);
    expect((await join(code)).ok).toBe(true);
  });

  test("it cannot fill the database: a seat, a computer and a check hold only so much", async () => {
    const { code } = await checked();
    const machine = await comesIn(code);
    const seat = await saves(machine);
    const save = (seq: number) =>
      exam.commands.readiness.save(machine, { attempt: seat, lease: seat, entries: [answer(seq)] });
    const long = { ...answer(13), response: { RESPONSE: ["x".repeat(20_000)] } };
    expect(await exam.commands.readiness.save(machine, { attempt: seat, lease: seat, entries: [long] })).toMatchObject({
      refusal: "check-full",
    });
    expect(await save(200)).toMatchObject({ ok: true, savedThrough: 200 });
    expect(await save(201)).toMatchObject({ refusal: "check-full" });
    for (let time = 0; time < 50; time += 1) await sure(report(machine));
    expect(await report(machine)).toMatchObject({ refusal: "check-full" });
  });

  test("where somebody is signed in nothing is taken from them", async () => {
    const { code, officer } = await checked();
    const { candidate } = await exam.make.running();
    for (const actor of [officer, candidate])
      expect(await join(code, "", actor)).toMatchObject({ refusal: "somebody-signed-in" });
  });

  test("measurements from outside are read with suspicion", async () => {
    const { code } = await checked();
    const machine = await comesIn(code);
    for (const odd of [
      {},
      { ...reported, clockAhead: "7" },
      { ...reported, drawn: [{ type: "x".repeat(99), took: 1 }] },
    ])
      expect(await exam.commands.readiness.report(machine, odd)).toMatchObject({ refusal: "badly-formed" });
  });
});

describe("who checks a room", () => {
  test("the exams officer or an invigilator of its centre, and nobody of another", async () => {
    const { sitting, check } = await checked();
    const { id: elsewhere } = await exam.make.centre();
    const stranger = await exam.make.staff("invigilator", { centreId: elsewhere });
    const examiner = await exam.make.staff("examiner");
    const { readiness } = exam.commands;
    const asked = { sitting: sitting.id, seats: 1 };
    expect(await readiness.start(stranger, asked)).toMatchObject({ refusal: "not-at-your-centre" });
    expect(await readiness.end(stranger, { check })).toMatchObject({ refusal: "not-at-your-centre" });
    expect(await exam.views.readiness.check(stranger, { check })).toMatchObject({ refusal: "not-at-your-centre" });
    expect(await exam.views.readiness.ofSitting(stranger, { sitting: sitting.id })).toMatchObject({
      refusal: "not-at-your-centre",
    });
    expect(await readiness.start(examiner, asked)).toMatchObject({ refusal: "not-allowed" });
    expect(await readiness.start(null, asked)).toMatchObject({ refusal: "not-signed-in" });
    expect(await exam.views.readiness.check(examiner, { check: randomUUID() })).toMatchObject({
      refusal: "not-allowed",
    });
  });
});
