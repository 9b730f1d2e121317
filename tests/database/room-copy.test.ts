import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { work } from "../../app/exam/attempt/answers.ts";
import { slipText } from "../../app/exam/attempt/copy.ts";
import type { Entry } from "../../app/exam/attempt/entry.ts";
import { minutes, seconds, sum } from "../../app/exam/time/time.ts";
import { proofTools } from "../../app/platform/proof-tools.ts";
import { sha256, sha256Base64 } from "../../app/platform/secrets.ts";
import { action as takePlaceAction } from "../../app/routes/exam-take-place.ts";
import { verify } from "../../app/store/verify.ts";
import { type ExamDatabase, examDatabase } from "../support/database.ts";
import { sure } from "../support/factories.ts";

let exam: ExamDatabase;
beforeAll(async () => {
  exam = await examDatabase();
});
afterAll(() => exam.close());

type Running = Awaited<ReturnType<ExamDatabase["make"]["running"]>>;

const answer = (seq: number, item: string, text: string, left = minutes(60)): Entry => ({
  seq,
  left,
  kind: "answer",
  item,
  response: { RESPONSE: [text] },
});

/** What a computer that opened the room's copy tells the server. */
async function copied({ id, candidate, lease, slip }: Running, entries: readonly Entry[]) {
  const { ticket } = await sure(exam.commands.copies.giveKit(candidate, { attempt: id, lease }));
  return {
    attempt: id,
    candidateNumber: slip.candidateNumber,
    from: lease,
    lease: randomUUID(),
    machine: `spare ${randomUUID()}`,
    ticket,
    entries,
  };
}
type Taking = Awaited<ReturnType<typeof copied>>;

/** Over HTTP, as the spare computer does it. */
async function report(taking: Taking | Record<string, unknown>) {
  const request = new Request("http://localhost/exam/take-place", {
    method: "POST",
    body: JSON.stringify(taking),
    headers: { "content-type": "application/json" },
  });
  const context = { actor: null, commands: exam.commands, address: "10.0.0.9", secureCookies: false };
  const answered = (await takePlaceAction({ request, context, params: {} } as never)) as Response;
  return { status: answered.status, cookie: answered.headers.get("Set-Cookie"), said: await answered.json() };
}

const journal = async (id: string) =>
  (await exam.database.prisma.journalEntry.findMany({ where: { attemptId: id }, orderBy: { position: "asc" } })).map(
    ({ leaseId, seq, standing, entry }) => ({ leaseId, seq, standing, entry: entry as Entry }),
  );
const answers = async (id: string) => work((await journal(id)) as never).answers;

describe("a learner who went on from the room's copy", () => {
  test("is let in with what was copied counted as the old computer's, and goes on at the new one with no time won", async () => {
    const running = await exam.make.running();
    const { id, candidate, lease } = running;
    await sure(exam.commands.attempts.save(candidate, { attempt: id, lease, entries: [answer(1, "CSE-002", "safe")] }));
    const taking = await copied(running, [answer(2, "CSE-003", "typed without the server")]);
    exam.clock.move(minutes(10));

    const { status, cookie, said } = await report(taking);
    expect([status, said]).toEqual([200, { ok: true, counts: true }]);
    expect(cookie).toContain("HttpOnly");
    const seated = await sure(
      exam.commands.attempts.attend(candidate, { machine: taking.machine, lease: taking.lease }),
    );
    expect(seated).toMatchObject({
      lease: taking.lease,
      savedThrough: 0,
      state: { left: minutes(65), phase: "running" },
    });
    await sure(
      exam.commands.attempts.save(candidate, {
        attempt: id,
        lease: taking.lease,
        entries: [answer(10_001, "CSE-004", "typed at the spare one")],
      }),
    );
    expect((await journal(id)).map(({ leaseId, standing }) => [leaseId, standing])).toEqual([
      [lease, "counted"],
      [lease, "counted"],
      [taking.lease, "counted"],
    ]);
    expect(Object.keys(await answers(id))).toEqual(["CSE-002", "CSE-003", "CSE-004"]);
  });

  test("is written down with the reason, and only the time nobody could work is called lost", async () => {
    const running = await exam.make.running();
    const { id, candidate, invigilator, sittingId } = running;
    const taking = await copied(running, [answer(1, "CSE-002", "typed without the server")]);
    exam.clock.move(minutes(12));
    await report(taking);
    const unable: Entry = {
      seq: 10_001,
      left: minutes(63),
      kind: "unable",
      cause: "reloaded",
      from: (exam.clock.now() - minutes(5)) as never,
      to: (exam.clock.now() - minutes(3)) as never,
      sure: true,
    };
    await sure(exam.commands.attempts.save(candidate, { attempt: id, lease: taking.lease, entries: [unable] }));
    const lines = await exam.database.prisma.auditLine.findMany({ where: { attemptId: id } });
    expect(lines.map(({ action, why }) => [action, why])).toContainEqual([
      "go on from the room's copy",
      "The server could not be reached; the learner went on from the room's copy",
    ]);
    const board = await sure(exam.views.sittings.board(invigilator, { sitting: sittingId }));
    expect(board.board.seats.find(({ attempt }) => attempt === id)?.lostTime).toBe(minutes(2));
  });

  test("may say it again when the answer was lost: nothing is doubled", async () => {
    const running = await exam.make.running();
    const taking = await copied(running, [answer(1, "CSE-002", "once"), answer(2, "CSE-003", "once")]);
    const said = [await report(taking), await report(taking), await report(taking)];
    expect(said.map(({ said }) => said)).toEqual(Array(3).fill({ ok: true, counts: true }));
    expect((await journal(running.id)).length).toBe(2);
    expect(await exam.database.prisma.lease.count({ where: { attemptId: running.id } })).toBe(2);
  });

  test("with a copy older than what the server holds: the server's journal wins, and nothing is doubled", async () => {
    const running = await exam.make.running();
    const { id, candidate, lease } = running;
    const old = await copied(running, [answer(1, "CSE-002", "old"), answer(2, "CSE-003", "old")]);
    const entries = [answer(1, "CSE-002", "old"), answer(2, "CSE-003", "old"), answer(3, "CSE-002", "newer")];
    await sure(exam.commands.attempts.save(candidate, { attempt: id, lease, entries }));
    expect((await report(old)).said).toEqual({ ok: true, counts: true });
    expect((await journal(id)).map(({ seq }) => seq)).toEqual([1, 2, 3]);
    const seated = await sure(exam.commands.attempts.attend(candidate, { machine: old.machine, lease: old.lease }));
    expect(seated.work?.answers).toMatchObject({ "CSE-002": { RESPONSE: ["newer"] } });
  });

  test("at a second spare computer: the first one has the test, and what was typed at the second is kept beside it", async () => {
    const running = await exam.make.running();
    const { id, candidate } = running;
    const first = await copied(running, [answer(1, "CSE-002", "copied")]);
    const second = { ...first, lease: randomUUID(), machine: "another spare one" };
    expect((await report(first)).said).toEqual({ ok: true, counts: true });
    expect((await report(second)).said).toEqual({ ok: true, counts: false });
    expect(
      await exam.commands.attempts.attend(candidate, { machine: second.machine, lease: second.lease }),
    ).toMatchObject({ refusal: "lease-ended" });
    const typed = { attempt: id, lease: second.lease, entries: [answer(10_001, "CSE-003", "at the second")] };
    expect(await sure(exam.commands.attempts.save(candidate, typed))).toMatchObject({ notCounted: "stranded" });
    expect((await journal(id)).map(({ standing }) => standing)).toEqual(["counted", "stranded"]);
  });

  test("after the invigilator has moved the learner by code: the copy takes nothing back", async () => {
    const running = await exam.make.running();
    const { id, candidate, invigilator } = running;
    const taking = await copied(running, [answer(1, "CSE-002", "copied")]);
    await sure(exam.commands.attempts.release(invigilator, { attempt: id, why: "The screen has gone dark" }));
    const seated = await sure(exam.commands.attempts.attend(candidate, { machine: "moved by code", lease: null }));
    expect((await report(taking)).said).toEqual({ ok: true, counts: false });
    const now = await exam.database.prisma.attempt.findUniqueOrThrow({ where: { id } });
    expect(now.leaseId).toBe(seated.lease);
    expect((await journal(id)).map(({ standing }) => standing)).toEqual(["stranded"]);
  });

  test("when the old computer comes back with more: it has lost its place, and what it brings is kept beside", async () => {
    const running = await exam.make.running();
    const { id, candidate, lease } = running;
    await report(await copied(running, [answer(1, "CSE-002", "copied")]));
    const more = [answer(1, "CSE-002", "copied"), answer(2, "CSE-003", "never copied")];
    expect(await sure(exam.commands.attempts.save(candidate, { attempt: id, lease, entries: more }))).toMatchObject({
      notCounted: "stranded",
    });
    expect(await exam.commands.attempts.attend(candidate, { machine: "machine-one", lease })).toMatchObject({
      refusal: "lease-ended",
    });
    expect((await journal(id)).map(({ seq, standing }) => [seq, standing])).toEqual([
      [1, "counted"],
      [2, "stranded"],
    ]);
  });

  test("after time ran out: everything arrives, as late as anybody's, and the one closing stays", async () => {
    const running = await exam.make.running();
    const { id, candidate } = running;
    const taking = await copied(running, [answer(1, "CSE-002", "copied")]);
    exam.clock.move(sum(minutes(75), seconds(10)));
    await exam.sweep();
    const receipt = (await exam.database.prisma.attempt.findUniqueOrThrow({ where: { id } })).receipt;
    expect((await report(taking)).said).toEqual({ ok: true, counts: true });
    const typed = { attempt: id, lease: taking.lease, entries: [answer(10_001, "CSE-003", "at the spare one")] };
    expect(await sure(exam.commands.attempts.save(candidate, typed))).toMatchObject({ notCounted: "late" });
    expect((await journal(id)).map(({ standing }) => standing)).toEqual(["late", "late"]);
    const after = await exam.database.prisma.attempt.findUniqueOrThrow({ where: { id } });
    expect([after.phase, after.receipt]).toEqual(["closed", receipt]);
    const { faulty } = await verify(exam.database.pool, { attempt: id }, proofTools(exam.secrets));
    expect(faulty).toEqual([]);
  });
});

describe("who may go on from a copy", () => {
  test("nobody without the ticket that was sealed into it, nor with another's, nor for another learner", async () => {
    const [mine, theirs] = [await exam.make.running(), await exam.make.running()];
    const taking = await copied(mine, [answer(1, "CSE-002", "mine")]);
    const other = await copied(theirs, []);
    for (const wrong of [
      { ticket: other.ticket },
      { ticket: "" },
      { ticket: taking.ticket.slice(0, -1) },
      { from: other.from },
      { attempt: other.attempt },
      { candidateNumber: other.candidateNumber },
    ])
      expect((await report({ ...taking, ...wrong })).said, JSON.stringify(wrong)).toMatchObject({
        refusal: "wrong-ticket",
      });
    expect(await journal(mine.id)).toEqual([]);
  });

  test("nobody signed in as somebody else, not even with a good ticket, and not under a number that is in use", async () => {
    const [mine, theirs] = [await exam.make.running(), await exam.make.running()];
    const taking = await copied(mine, []);
    const take = (message: Record<string, unknown>, who = mine.candidate) =>
      exam.commands.copies.takePlace(who, message);
    expect(await take(taking, theirs.candidate)).toMatchObject({ refusal: "not-your-attempt" });
    expect(await take({ ...taking, lease: theirs.lease })).toMatchObject({ refusal: "wrong-ticket" });
    expect(await take({ ...taking, ticket: sha256("guessed") })).toMatchObject({ refusal: "wrong-ticket" });
  });

  test("what copies are made with is given to the learner at the computer that has the test, and is what the slip gives", async () => {
    const running = await exam.make.running();
    const { id, candidate, lease, slip, invigilator } = running;
    const { secret } = await sure(exam.commands.copies.giveKit(candidate, { attempt: id, lease }));
    expect(secret).toBe(sha256Base64(slipText(slip.candidateNumber, slip.keycode)));
    expect(await exam.commands.copies.giveKit(invigilator, { attempt: id, lease })).toMatchObject({
      refusal: "not-allowed",
    });
    expect(await exam.commands.copies.giveKit(candidate, { attempt: id, lease: randomUUID() })).toMatchObject({
      refusal: "lease-ended",
    });
    const other = await exam.make.running();
    expect(await exam.commands.copies.giveKit(candidate, { attempt: other.id, lease: other.lease })).toMatchObject({
      refusal: "not-your-attempt",
    });
  });
});

describe("a spare computer", () => {
  test("belongs to the room whose code was typed, while the sitting is open and for the day", async () => {
    const { invigilator, sittingId } = await exam.make.running();
    const { spareCode } = await sure(exam.commands.copies.hold(invigilator, { sitting: sittingId }));
    const opened = await sure(
      exam.commands.copies.openSpare(null, { code: spareCode.toLowerCase(), address: "10.0.0.3" }),
    );
    expect(exam.secrets.sittingOfPass(opened.pass, exam.clock.now())).toBe(sittingId);
    expect(exam.secrets.sittingOfPass(opened.pass, exam.clock.now() + minutes(12 * 60))).toBeNull();
    expect(exam.secrets.sittingOfPass(opened.pass.replace(sittingId, randomUUID()), exam.clock.now())).toBeNull();
    expect(exam.secrets.sittingOfPass("nonsense", exam.clock.now())).toBeNull();

    await exam.database.prisma.sitting.update({ where: { id: sittingId }, data: { phase: "ended" } });
    expect(await exam.commands.copies.openSpare(null, { code: spareCode, address: "10.0.0.3" })).toMatchObject({
      refusal: "wrong-spare-code",
    });
  });

  test("has a name that no other of the room has, whichever board speaks of it", async () => {
    const { invigilator, sittingId } = await exam.make.running();
    const { spareCode } = await sure(exam.commands.copies.hold(invigilator, { sitting: sittingId }));
    const open = () => sure(exam.commands.copies.openSpare(null, { code: spareCode, address: "10.0.0.4" }));
    const names = (await Promise.all([open(), open(), open()])).map(({ name }) => name);
    expect(names.toSorted()).toEqual(["Spare 1", "Spare 2", "Spare 3"]);
  });

  test("is nobody's without the code, and guessing comes to an end", async () => {
    const { sittingId } = await exam.make.running();
    const stranger = await exam.make.staff("invigilator", { centreId: (await exam.make.centre()).id });
    expect(await exam.commands.copies.hold(stranger, { sitting: sittingId })).toMatchObject({
      refusal: "not-at-your-centre",
    });
    let refusal = "";
    for (let number = 0; number <= 150; number++) {
      const answer = await exam.commands.copies.openSpare(null, { code: `KKK-K${number}`, address: "10.9.9.8" });
      refusal = answer.ok ? "in" : answer.refusal;
    }
    expect(refusal).toBe("too-many-tries");
  });
});
