import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Entry } from "../../app/exam/attempt/entry.ts";
import { duration, minutes, none, seconds } from "../../app/exam/time/time.ts";
import { attemptCommits } from "../../app/store/save-group.ts";
import { saveQueue } from "../../app/store/save-queue.ts";
import { type ExamDatabase, examDatabase } from "../support/database.ts";
import { sure } from "../support/factories.ts";

let exam: ExamDatabase;
beforeAll(async () => {
  exam = await examDatabase();
});
afterAll(() => exam.close());

const answer = (seq: number, value: string): Entry => ({
  seq,
  left: minutes(70),
  kind: "answer",
  item: "CSE-002",
  response: { RESPONSE: [value] },
});
const journalOf = (attemptId: string) =>
  exam.database.prisma.journalEntry.findMany({ where: { attemptId }, orderBy: { position: "asc" } });

describe("saving answers", () => {
  test("what was acknowledged is in the journal, in order, and sending it again changes nothing", async () => {
    const { id, candidate, lease } = await exam.make.running();
    const entries = [answer(1, "a"), answer(2, "ab")];
    const first = await sure(exam.commands.attempts.save(candidate, { attempt: id, lease, entries }));
    const again = await sure(exam.commands.attempts.save(candidate, { attempt: id, lease, entries }));
    expect([first.savedThrough, again.savedThrough, again.head]).toEqual([2, 2, first.head]);
    expect((await journalOf(id)).map(({ seq, standing }) => [seq, standing])).toEqual([
      [1, "counted"],
      [2, "counted"],
    ]);
  });

  test("saves of many learners that arrive together are all kept", async () => {
    const rooms = await Promise.all(Array.from({ length: 12 }, () => exam.make.running()));
    const saves = rooms.flatMap(({ id, candidate, lease }) =>
      [1, 2, 3].map((seq) =>
        exam.commands.attempts.save(candidate, { attempt: id, lease, entries: [answer(seq, `${seq}`)] }),
      ),
    );
    expect((await Promise.all(saves)).every(({ ok }) => ok)).toBe(true);
    for (const { id } of rooms) expect(await journalOf(id)).toHaveLength(3);
  });

  test("a save for somebody else's attempt is refused and stores nothing", async () => {
    const [mine, theirs] = [await exam.make.running(), await exam.make.running()];
    const saved = await exam.commands.attempts.save(mine.candidate, {
      attempt: theirs.id,
      lease: theirs.lease,
      entries: [answer(1, "x")],
    });
    expect(saved).toMatchObject({ ok: false, refusal: "not-your-attempt" });
    expect(await journalOf(theirs.id)).toEqual([]);
  });

  test("signs no database keeps, such as half an emoji, stop neither the learner's saving nor anybody else's", async () => {
    const [odd, other] = [await exam.make.running(), await exam.make.running()];
    const save = ({ id, candidate, lease }: typeof odd, text: string) =>
      exam.commands.attempts.save(candidate, { attempt: id, lease, entries: [answer(1, text)] });
    const [cut, beside] = await Promise.all([save(odd, "half \ud83d of one, and \u0000"), save(other, "whole 🙂")]);
    expect([cut.ok, beside.ok]).toEqual([true, true]);
    const [entry] = await journalOf(odd.id);
    expect(entry?.entry).toMatchObject({ response: { RESPONSE: ["half \ufffd of one, and \ufffd"] } });
    expect((await journalOf(other.id))[0]?.entry).toMatchObject({ response: { RESPONSE: ["whole 🙂"] } });
  });

  test("a save the database cannot take fails alone: those that arrived with it are kept", async () => {
    const [broken, fine] = [await exam.make.running(), await exam.make.running()];
    const { clock, database } = exam;
    const queue = saveQueue({
      clock,
      commit: attemptCommits({ pool: database.pool, grace: none }),
      gather: none,
      room: 1_000_000,
      changed: () => {},
    });
    const beyond = 2 ** 40;
    const saves = await Promise.allSettled([
      queue.save({
        bookingId: broken.candidate.bookingId,
        attempt: broken.id,
        lease: broken.lease,
        entries: [answer(beyond, "x")],
        receivedAt: clock.now(),
      }),
      queue.save({
        bookingId: fine.candidate.bookingId,
        attempt: fine.id,
        lease: fine.lease,
        entries: [answer(1, "y")],
        receivedAt: clock.now(),
      }),
    ]);
    expect(saves.map(({ status }) => status)).toEqual(["rejected", "fulfilled"]);
    expect([(await journalOf(broken.id)).length, (await journalOf(fine.id)).length]).toEqual([0, 1]);
  });

  test("while the database is slow saves wait in turn, each machine once, and what there is no room for stays with its sender", async () => {
    const [first, second, third] = [await exam.make.running(), await exam.make.running(), await exam.make.running()];
    const { clock, database } = exam;
    const commit = attemptCommits({ pool: database.pool, grace: none });
    const queue = saveQueue({ clock, commit, gather: none, room: 700, changed: () => {} });
    const save = ({ candidate, id, lease }: typeof first, ...entries: readonly Entry[]) =>
      queue.save({ bookingId: candidate.bookingId, attempt: id, lease, entries, receivedAt: clock.now() });
    const slow = await database.pool.connect();
    await slow.query("BEGIN");
    await slow.query("SELECT 1 FROM attempts WHERE id = $1 FOR UPDATE", [first.id]);

    const held = save(first, answer(1, "a"));
    const twice = [save(second, answer(1, "b")), save(second, answer(1, "b"), answer(2, "c"))];
    clock.move(seconds(3));
    expect(queue.behind()).toBe(seconds(3));
    expect(await save(third, answer(1, "long ".repeat(100)))).toMatchObject({
      refusal: "saving-is-slow",
      ease: 210,
    });
    await slow.query("COMMIT");
    slow.release();

    expect(await held).toMatchObject({ ok: true, savedThrough: 1, ease: seconds(6) });
    expect(await Promise.all(twice)).toMatchObject([{ savedThrough: 2 }, { savedThrough: 2 }]);
    expect((await journalOf(second.id)).map(({ seq }) => seq)).toEqual([1, 2]);
    expect(queue.behind()).toBe(none);
    const after = await save(third, answer(1, "long ".repeat(100)));
    expect([after.ok, "ease" in after]).toEqual([true, false]);
  });

  test("a refused save leaves no trace: not even that somebody else's machine was heard", async () => {
    const [mine, theirs] = [await exam.make.running(), await exam.make.running()];
    const seenAt = async () =>
      (await exam.database.prisma.attempt.findUniqueOrThrow({ where: { id: theirs.id } })).lastSeenAt;
    const before = await seenAt();
    exam.clock.move(seconds(30));
    await exam.commands.attempts.save(mine.candidate, { attempt: theirs.id, lease: theirs.lease, entries: [] });
    expect(await seenAt()).toEqual(before);
  });

  test("an entry within the grace counts; after the closing it is kept and does not count", async () => {
    const { id, candidate, lease } = await exam.make.running();
    exam.clock.move(minutes(75));
    exam.clock.move(seconds(4));
    const inGrace = await sure(
      exam.commands.attempts.save(candidate, { attempt: id, lease, entries: [answer(1, "in time")] }),
    );
    exam.clock.move(seconds(2));
    await exam.sweep();
    const late = await sure(
      exam.commands.attempts.save(candidate, { attempt: id, lease, entries: [answer(2, "too late")] }),
    );
    expect([inGrace.notCounted, late.notCounted, late.phase]).toEqual([null, "late", "closed"]);
    const { state } = await sure(exam.commands.attempts.attend(candidate, { machine: "machine-one", lease }));
    const [pushed] = await exam.states([id]);
    expect([state.closed?.late, pushed?.closed?.late]).toEqual([true, true]);
    expect((await journalOf(id)).map(({ standing }) => standing)).toEqual(["counted", "late"]);
    const response = await exam.database.prisma.response.findFirstOrThrow({
      where: { attemptId: id, item: { itemId: "CSE-002" } },
    });
    expect(response.value).toEqual({ RESPONSE: ["in time"] });
  });

  test("an answer to an item that is not on the form is kept, never counts, and the sender is told", async () => {
    const { id, candidate, lease } = await exam.make.running();
    const foreign: Entry = { ...answer(2, "x"), item: "CSE-999" } as Entry;
    const saved = await sure(
      exam.commands.attempts.save(candidate, { attempt: id, lease, entries: [answer(1, "mine"), foreign] }),
    );
    expect([saved.savedThrough, saved.notCounted]).toEqual([2, "not-on-form"]);
    expect((await journalOf(id)).map(({ standing }) => standing)).toEqual(["counted", "not-on-form"]);
    const { work } = await sure(exam.commands.attempts.attend(candidate, { machine: "machine-one", lease }));
    expect(Object.keys(work?.answers ?? {})).toEqual(["CSE-002"]);
  });

  test("an attempt that cannot be closed does not keep the others open", async () => {
    const [broken, fine] = [await exam.make.running(), await exam.make.running()];
    const { prisma } = exam.database;
    const { formId } = await prisma.attempt.findUniqueOrThrow({ where: { id: broken.id } });
    const { number, itemVersionId } = await prisma.formItem.findFirstOrThrow({ where: { formId } });
    const inTheWay = { id: randomUUID(), attemptId: broken.id, number, itemVersionId, value: {} };
    await prisma.response.create({ data: inTheWay });
    await prisma.attempt.update({ where: { id: broken.id }, data: { deadline: new Date(0) } });
    exam.clock.move(minutes(76));
    await expect(exam.sweep()).rejects.toThrow("Could not close 1");
    const phases = await prisma.attempt.findMany({
      where: { id: { in: [broken.id, fine.id] } },
      select: { phase: true },
    });
    expect(phases.map(({ phase }) => phase).sort()).toEqual(["closed", "running"]);
    await prisma.response.delete({ where: { id: inTheWay.id } });
  });

  test("what the old machine still held after a move is kept as stranded, beside what the new one saves", async () => {
    const { id, candidate, lease, invigilator } = await exam.make.running();
    await sure(exam.commands.attempts.release(invigilator, { attempt: id, why: "The screen went black" }));
    const moved = await sure(exam.commands.attempts.attend(candidate, { machine: "machine-two", lease: null }));
    expect(await exam.commands.attempts.submit(candidate, { attempt: id, lease })).toMatchObject({
      refusal: "lease-ended",
    });
    await sure(
      exam.commands.attempts.save(candidate, { attempt: id, lease: moved.lease, entries: [answer(1, "new machine")] }),
    );
    const old = await sure(
      exam.commands.attempts.save(candidate, { attempt: id, lease, entries: [answer(1, "old machine")] }),
    );
    expect(old.notCounted).toBe("stranded");
    const resumed = await sure(
      exam.commands.attempts.attend(candidate, { machine: "machine-two", lease: moved.lease }),
    );
    expect(resumed.work?.answers["CSE-002"]).toEqual({ RESPONSE: ["new machine"] });
  });

  test("a page that holds its work is not sent it again; one that comes to another seat is", async () => {
    const { id, candidate, lease } = await exam.make.running();
    await sure(exam.commands.attempts.save(candidate, { attempt: id, lease, entries: [answer(1, "kept")] }));
    const attend = (asked: object) =>
      sure(exam.commands.attempts.attend(candidate, { machine: "machine-one", holdsWork: true, ...asked }));
    const [back, anew] = [await attend({ lease }), await attend({ lease: null })];
    expect([back.work, back.savedThrough, back.lease]).toEqual([null, 1, lease]);
    expect(anew.work?.answers).toEqual({ "CSE-002": { RESPONSE: ["kept"] } });
  });

  test("a browser without a socket asks how its test stands from the seat it holds, and only from that", async () => {
    const { id, candidate, lease, invigilator } = await exam.make.running();
    const ask = (machine: string) => exam.commands.attempts.look(candidate, { machine, lease });
    const stands = await sure(ask("machine-one"));
    expect(Object.keys(stands).sort()).toEqual(["announcements", "ok", "state"]);
    expect(stands.state).toMatchObject({ attempt: id, phase: "running", lease, left: minutes(75) });
    await sure(exam.commands.attempts.release(invigilator, { attempt: id, why: "Keyboard broken" }));
    expect(await ask("machine-one")).toMatchObject({ refusal: "lease-ended" });
    await sure(exam.commands.attempts.terminate(invigilator, { attempt: id, why: "Walked out" }));
    const { state } = await sure(ask("machine-one"));
    expect([state.phase, state.closed?.reason, state.closed?.receipt]).toEqual([
      "closed",
      "terminated",
      expect.stringMatching(/^.{4}-.{4}-.{4}$/),
    ]);
  });

  test("the old machine cannot take the test back by itself, and another one needs the invigilator", async () => {
    const { candidate, lease, invigilator, id } = await exam.make.running();
    expect(await exam.commands.attempts.attend(candidate, { machine: "machine-two", lease: null })).toMatchObject({
      refusal: "seated-elsewhere",
    });
    await sure(exam.commands.attempts.release(invigilator, { attempt: id, why: "Keyboard broken" }));
    expect(await exam.commands.attempts.attend(candidate, { machine: "machine-one", lease })).toMatchObject({
      refusal: "lease-ended",
    });
  });

  test("the database itself refuses to change or remove what is in the journal", async () => {
    const { id, candidate, lease } = await exam.make.running();
    await sure(exam.commands.attempts.save(candidate, { attempt: id, lease, entries: [answer(1, "a")] }));
    for (const forbidden of [
      "UPDATE journal SET standing = 'late'",
      "DELETE FROM journal",
      "TRUNCATE journal",
      "DELETE FROM ledger",
      "UPDATE audit SET why = ''",
    ])
      await expect(exam.database.pool.query(forbidden)).rejects.toThrow(/append-only/);
  });

  test("the database itself refuses to take an attempt away from under its journal", async () => {
    const { id, candidate, lease } = await exam.make.running();
    await sure(exam.commands.attempts.save(candidate, { attempt: id, lease, entries: [answer(1, "a")] }));
    const { pool } = exam.database;
    for (const forbidden of [
      'WITH gone AS (DELETE FROM leases WHERE "attemptId" = $1) DELETE FROM attempts WHERE id = $1',
      "UPDATE attempts SET id = gen_random_uuid() WHERE id = $1",
    ])
      await expect(pool.query(forbidden, [id])).rejects.toThrow("There is a journal of this attempt");
    expect(await journalOf(id)).toHaveLength(1);
  });

  test("a message in the wrong form is refused in words and the learner's earlier answers stay", async () => {
    const { id, candidate, lease } = await exam.make.running();
    await sure(exam.commands.attempts.save(candidate, { attempt: id, lease, entries: [answer(1, "kept")] }));
    const wrong = await exam.commands.attempts.save(candidate, {
      attempt: id,
      lease,
      entries: [{ seq: "two", kind: "answer" }],
    });
    expect(wrong).toMatchObject({ ok: false, refusal: "badly-formed" });
    expect(await journalOf(id)).toHaveLength(1);
  });
});

describe("what was written in time and arrives after the end", () => {
  async function lateRoom() {
    const running = await exam.make.running();
    const { id, candidate, lease } = running;
    await sure(exam.commands.attempts.save(candidate, { attempt: id, lease, entries: [answer(1, "before")] }));
    exam.clock.move(minutes(76));
    await exam.sweep();
    await sure(
      exam.commands.attempts.save(candidate, { attempt: id, lease, entries: [answer(2, "a"), answer(3, "ab")] }),
    );
    const { sittingId } = await exam.database.prisma.attempt.findUniqueOrThrow({ where: { id } });
    return { ...running, sittingId, seat: async () => (await exam.seats(sittingId, [id]))[0] };
  }
  const decided = { choice: "should-count", why: "The network was down from 10:40" };

  test("it is on the board by question, and marks nothing", async () => {
    const { id, seat } = await lateRoom();
    const aside = (await seat())?.setAside;
    expect(aside).toMatchObject({ unsaid: { stranded: 0, late: 1 }, statement: null });
    expect(aside?.questions).toMatchObject([
      { number: 2, decided: null, counted: { desk: 1 }, aside: [{ from: "late", receivedAt: exam.clock.now() }] },
    ]);
    const response = await exam.database.prisma.response.findFirstOrThrow({
      where: { attemptId: id, item: { itemId: "CSE-002" } },
    });
    expect(response.value).toEqual({ RESPONSE: ["before"] });
  });

  test("the invigilator says once, for good, whether it should count, and the report has it among its incidents", async () => {
    const { id, invigilator, sittingId, seat } = await lateRoom();
    await sure(exam.commands.attempts.speakOnAside(invigilator, { attempt: id, ...decided }));
    expect((await seat())?.setAside).toMatchObject({
      unsaid: { late: 0 },
      statement: { ...decided, by: invigilator.name, at: exam.clock.now() },
    });
    const incidents = await exam.database.prisma.incident.findMany({ where: { sittingId } });
    expect(incidents.map(({ narrative }) => narrative)).toEqual([
      "An answer to question 2 arrived after the end of the test. It should count: the learner wrote it in time. The network was down from 10:40",
    ]);
    expect(await exam.commands.attempts.speakOnAside(invigilator, { attempt: id, ...decided })).toMatchObject({
      ok: false,
    });
    await expect(exam.database.prisma.lateRuling.deleteMany({ where: { attemptId: id } })).rejects.toThrow();
  });

  test("what arrives after that is to be spoken of anew", async () => {
    const { id, candidate, lease, invigilator, seat } = await lateRoom();
    await sure(exam.commands.attempts.speakOnAside(invigilator, { attempt: id, ...decided }));
    await sure(exam.commands.attempts.save(candidate, { attempt: id, lease, entries: [answer(4, "abc")] }));
    expect((await seat())?.setAside).toMatchObject({ unsaid: { late: 1 }, statement: decided });
  });

  test("nobody from another centre speaks, and not without a reason", async () => {
    const { id, invigilator } = await lateRoom();
    const stranger = await exam.make.staff("invigilator", { centreId: (await exam.make.centre()).id });
    const decide = (actor: typeof invigilator, over: object = {}) =>
      exam.commands.attempts.speakOnAside(actor, { attempt: id, ...decided, ...over });
    expect(await decide(stranger)).toMatchObject({ refusal: "not-at-your-centre" });
    expect(await decide(invigilator, { why: "" })).toMatchObject({ refusal: "badly-formed" });
    expect(await decide(invigilator, { choice: "perhaps" })).toMatchObject({ refusal: "badly-formed" });
  });
});

describe("a computer that cannot keep a copy", () => {
  const told = (id: string) => exam.database.prisma.attempt.findUniqueOrThrow({ where: { id } });

  test("it is on the board until it can again, and who said so when is written down", async () => {
    const { id, candidate, lease } = await exam.make.running();
    const tell = (keeping: string) =>
      sure(exam.commands.attempts.tellKeeping(candidate, { attempt: id, lease, keeping }));
    await tell("full");
    const [seat] = await exam.seats((await told(id)).sittingId, [id]);
    await tell("full");
    await tell("kept");
    const lines = await exam.database.prisma.auditLine.findMany({
      where: { attemptId: id, action: "tell of storage" },
      orderBy: { id: "asc" },
    });
    expect([seat?.keeping, (await told(id)).keeping]).toEqual(["full", "kept"]);
    expect(lines.map(({ detail }) => detail)).toEqual([{ keeping: "full" }, { keeping: "kept" }]);
  });

  test("a machine left behind, somebody else, and a word that is none say nothing of it", async () => {
    const [mine, theirs] = [await exam.make.running(), await exam.make.running()];
    const tell = (message: object) =>
      exam.commands.attempts.tellKeeping(mine.candidate, {
        attempt: mine.id,
        lease: mine.lease,
        keeping: "full",
        ...message,
      });
    expect(await tell({ lease: theirs.lease })).toMatchObject({ refusal: "lease-ended" });
    expect(await tell({ attempt: theirs.id, lease: theirs.lease })).toMatchObject({ refusal: "not-your-attempt" });
    expect(await tell({ keeping: "perhaps" })).toMatchObject({ refusal: "badly-formed" });
    expect([(await told(mine.id)).keeping, (await told(theirs.id)).keeping]).toEqual(["kept", "kept"]);
  });
});

describe("the clock", () => {
  test("a pause stops the clock, and time granted in the last second counts", async () => {
    const { id, candidate, lease, invigilator } = await exam.make.running();
    const left = async () =>
      (await sure(exam.commands.attempts.save(candidate, { attempt: id, lease, entries: [] }))).left;
    exam.clock.move(minutes(70));
    await sure(exam.commands.attempts.pause(invigilator, { attempt: id, cause: "evacuation", why: "Fire alarm" }));
    exam.clock.move(minutes(20));
    expect(await left()).toBe(minutes(5));
    await sure(exam.commands.attempts.resume(invigilator, { attempt: id }));
    exam.clock.move(duration(minutes(5) - 1));
    await sure(exam.commands.attempts.grantTime(invigilator, { attempt: id, minutes: 10, why: "Lost time" }));
    expect(await left()).toBe(minutes(10) + 1);
  });

  test("time that ran out closes the attempt once, at its deadline, with or without a browser", async () => {
    const { id, candidate, lease } = await exam.make.running();
    exam.clock.move(minutes(80));
    await Promise.all([exam.sweep(), exam.sweep(), exam.commands.attempts.submit(candidate, { attempt: id, lease })]);
    const attempt = await exam.database.prisma.attempt.findUniqueOrThrow({ where: { id } });
    const responses = await exam.database.prisma.response.count({ where: { attemptId: id } });
    expect([attempt.phase, attempt.closeReason]).toEqual(["closed", "time-expired"]);
    expect(attempt.closedAt?.getTime()).toBe(exam.clock.now() - minutes(5));
    expect(responses).toBe(24);
  });

  test("after a restart every acknowledged answer is there and the clock is right", async () => {
    const { id, candidate, lease } = await exam.make.running();
    await sure(exam.commands.attempts.save(candidate, { attempt: id, lease, entries: [answer(1, "kept")] }));
    exam.clock.move(minutes(10));
    const restarted = exam.again();
    const resumed = await sure(restarted.commands.attempts.attend(candidate, { machine: "machine-one", lease }));
    await restarted.close();
    expect(resumed.work?.answers).toEqual({ "CSE-002": { RESPONSE: ["kept"] } });
    expect([resumed.lease, resumed.savedThrough, resumed.state.left]).toEqual([lease, 1, minutes(65)]);
  });
});
