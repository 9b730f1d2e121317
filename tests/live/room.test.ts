import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { minutes } from "../../app/exam/time/time.ts";
import { sha256 } from "../../app/platform/secrets.ts";
import { type ExamDatabase, examDatabase } from "../support/database.ts";
import { sure } from "../support/factories.ts";
import { heard, liveHall } from "../support/live-hall.ts";
import { someoneWaits } from "../support/someone-waits.ts";

let exam: ExamDatabase;
let hall: Awaited<ReturnType<typeof liveHall>>;
beforeAll(async () => {
  exam = await examDatabase();
  hall = await liveHall(exam);
});
afterAll(async () => {
  await hall.close();
  await exam.close();
});

describe("the room, live", () => {
  test("nobody comes in without having signed in, with a false cookie, or from another site", async () => {
    await expect(hall.connect({})).rejects.toThrow("not-signed-in");
    await expect(hall.connect({ cookie: "examhall=ImZhbHNlIg%3D%3D" })).rejects.toThrow("not-signed-in");
    await expect(hall.connect({ origin: "http://elsewhere.example" })).rejects.toThrow();
  });

  test("a message that is none is refused in words, and the line goes on", async () => {
    const { invigilator, sittingId } = await exam.make.running();
    const { line: board } = await hall.enter(invigilator);
    for (const kind of ["watch", "since", "hold", "arrange"] as const)
      for (const odd of [null, "a sitting", { sitting: 5, to: 5 }])
        expect(await board.emitWithAck(kind, odd as never)).toMatchObject({ refusal: "badly-formed" });
    expect(await board.emitWithAck("watch", { sitting: sittingId })).toMatchObject({ ok: true });
    expect(hall.errors).toEqual([]);
  });

  test("a board hears of every answered question, and never of the answer", async () => {
    const { id, candidate, lease, invigilator, sittingId } = await exam.make.running();
    const { line: board } = await hall.enter(invigilator);
    const watched = await board.emitWithAck("watch", { sitting: sittingId });
    expect(watched.ok && watched.board.seats.map(({ answered }) => answered)).toEqual([0]);

    const { line: learner } = await hall.enter(candidate);
    await learner.emitWithAck("attend", { attempt: id, machine: "machine-one", lease });
    const change = heard(board, "changes", ({ seats }) => seats.some(({ answered }) => answered === 1));
    const entry = {
      seq: 1,
      left: minutes(74),
      kind: "answer" as const,
      item: "CSE-002",
      response: { RESPONSE: ["a very secret answer"] },
    };
    const saved = await learner.emitWithAck("save", { attempt: id, lease, entries: [entry] });
    const changes = await change;
    expect(saved).toMatchObject({ ok: true, savedThrough: 1, left: minutes(75) });
    expect(changes.seats).toMatchObject([{ attempt: id, answered: 1 }]);
    expect(JSON.stringify(changes)).not.toContain("secret");
  });

  test("extra time and a pause reach the learner, and two invigilators see the same", async () => {
    const { id, candidate, lease, invigilator, sittingId, centreId } = await exam.make.running();
    const second = await exam.make.staff("invigilator", { centreId });
    const boards = [await hall.enter(invigilator), await hall.enter(second)];
    for (const { line } of boards) await line.emitWithAck("watch", { sitting: sittingId });
    const { line: learner } = await hall.enter(candidate);
    await learner.emitWithAck("attend", { attempt: id, machine: "machine-one", lease });

    const longer = heard(learner, "attempt", ({ allowance }) => allowance === minutes(80));
    await sure(exam.commands.attempts.grantTime(invigilator, { attempt: id, minutes: 5, why: "A drill next door" }));
    expect((await longer).left).toBe(minutes(80));

    const blank = heard(learner, "attempt", ({ phase }) => phase === "paused");
    const seen = boards.map(({ line }) =>
      heard(line, "changes", ({ seats }) => seats.some(({ phase }) => phase === "paused")),
    );
    await sure(exam.commands.sittings.evacuate(second, { sitting: sittingId }));
    expect(await blank).toMatchObject({ stopped: "evacuation", evacuated: true, key: null });
    const [one, other] = await Promise.all(seen);
    expect(one?.seats).toEqual(other?.seats);
  });

  test("a page that is refused the seat is told nothing of the test that goes on elsewhere", async () => {
    const { id, candidate, lease, invigilator } = await exam.make.running();
    const { line: refused } = await hall.enter(candidate);
    const told: unknown[] = [];
    refused.on("attempt", (state) => told.push(state));
    expect(await refused.emitWithAck("attend", { attempt: id, machine: "machine-two", lease })).toMatchObject({
      ok: false,
    });
    const { line: seated } = await hall.enter(candidate);
    await seated.emitWithAck("attend", { attempt: id, machine: "machine-one", lease });
    const longer = heard(seated, "attempt", ({ allowance }) => allowance === minutes(80));
    await sure(exam.commands.attempts.grantTime(invigilator, { attempt: id, minutes: 5, why: "A drill next door" }));
    await longer;
    // What comes first over one line would have come first over the other.
    expect(await refused.emitWithAck("attend", { attempt: id, machine: "machine-two", lease })).toMatchObject({
      ok: false,
    });
    expect(told).toEqual([]);
  });

  test("a page that goes while its seat is being looked up is not shown as connected for good", async () => {
    const { id, candidate, lease, invigilator, sittingId } = await exam.make.running();
    const { line } = await hall.enter(candidate);
    await exam.store.change(async (tx) => {
      await tx.attempts.lock(id);
      line.emit("attend", { attempt: id, machine: "machine-one", lease }, () => {});
      await someoneWaits(exam);
      line.disconnect();
      // Whoever is let in now comes after it has gone.
      await hall.enter(invigilator);
      return { ok: true };
    });
    const { line: board } = await hall.enter(invigilator);
    exam.clock.move(minutes(1));
    await vi.waitFor(
      async () => {
        const watched = await board.emitWithAck("watch", { sitting: sittingId });
        expect(watched.ok && watched.board.seats.map(({ connection }) => connection)).toEqual(["lost"]);
      },
      { timeout: 10_000, interval: 200 },
    );
    // Long enough for what was looked up to have come.
    const seat = await exam.commands.attempts.attend(candidate, { machine: "machine-one", lease });
    expect(seat.ok).toBe(true);
    exam.clock.move(minutes(1));
    const watched = await board.emitWithAck("watch", { sitting: sittingId });
    expect(watched.ok && watched.board.seats.map(({ connection }) => connection)).toEqual(["lost"]);
  });

  test("a board that lost its line is told what it missed, or takes a new snapshot", async () => {
    const { id, invigilator, sittingId } = await exam.make.running();
    const { line } = await hall.enter(invigilator);
    const watched = await line.emitWithAck("watch", { sitting: sittingId });
    const version = watched.ok ? watched.board.version : -1;
    const changed = heard(line, "changes");
    await sure(exam.commands.attempts.pause(invigilator, { attempt: id, cause: "rest-break", why: "Rest break" }));
    await changed;
    const missed = await line.emitWithAck("since", { sitting: sittingId, version });
    expect(missed.ok && missed.changes !== "reset" && missed.changes.map(({ version: of }) => of)).toEqual([
      version + 1,
    ]);
    expect(await line.emitWithAck("since", { sitting: sittingId, version: version + 99 })).toEqual({
      ok: true,
      changes: "reset",
    });
  });

  test("an invigilator of another centre cannot watch", async () => {
    const { sittingId } = await exam.make.running();
    const stranger = await exam.make.staff("invigilator", { centreId: (await exam.make.centre()).id });
    const { line } = await hall.enter(stranger);
    expect(await line.emitWithAck("watch", { sitting: sittingId })).toMatchObject({
      ok: false,
      refusal: "not-at-your-centre",
    });
  });

  test("the machine a learner was moved away from is told at once, and an announcement reaches the learner", async () => {
    const { id, candidate, lease, invigilator, sittingId } = await exam.make.running();
    const { line } = await hall.enter(candidate);
    await line.emitWithAck("attend", { attempt: id, machine: "machine-one", lease });
    const said = heard(line, "announcement");
    await sure(exam.commands.sittings.announce(invigilator, { sitting: sittingId, text: "Thirty minutes are left." }));
    expect((await said).text).toBe("Thirty minutes are left.");
    const moved = heard(line, "attempt", (state) => state.lease !== lease);
    await sure(exam.commands.attempts.release(invigilator, { attempt: id, why: "The mouse is broken" }));
    expect((await moved).lease).toBeNull();
  });

  test("every board of the room shows what was announced at another one, and what was written down about the room", async () => {
    const { invigilator, sittingId } = await exam.make.running();
    const { line: board } = await hall.enter(invigilator);
    const watched = await board.emitWithAck("watch", { sitting: sittingId });
    expect(watched.ok && watched.board.sitting.log).toEqual({ latest: [], earlier: 0 });
    const said = heard(board, "changes", ({ sitting }) => sitting?.log.latest.length === 1);
    const key = "named-by-a-board";
    const about = { sitting: sittingId, key };
    await sure(exam.commands.sittings.announce(invigilator, { ...about, text: "Thirty minutes are left." }));
    const announced = { incident: null, words: "Thirty minutes are left.", by: invigilator.name, key };
    expect((await said).sitting?.log.latest).toMatchObject([announced]);
    const noted = heard(board, "changes", ({ sitting }) => sitting?.log.latest.length === 2);
    exam.clock.move(minutes(1));
    const bell = { ...about, type: "disturbance", narrative: "The bell rang." };
    await sure(exam.commands.sittings.writeIncident(invigilator, bell));
    const written = { incident: "disturbance", words: "The bell rang.", by: invigilator.name, key };
    expect((await noted).sitting?.log.latest).toMatchObject([written, announced]);
  });

  test("signing out ends the line", async () => {
    const { invigilator } = await exam.make.running();
    const { line, tokenHash } = await hall.enter(invigilator);
    const ended = new Promise((resolve) => line.once("disconnect", resolve));
    await sure(exam.commands.people.signOut(invigilator, { tokenHash }));
    expect(await ended).toBe("io server disconnect");
  });

  test("a computer in a readiness check saves over a line of its own, hears nothing of any room, and is let go with the check", async () => {
    const { id, lease, sittingId, centreId, invigilator } = await exam.make.running();
    const { check } = await sure(exam.commands.readiness.start(invigilator, { sitting: sittingId, seats: 2 }));
    const { check: shown } = await sure(exam.views.readiness.check(invigilator, { check }));
    const joined = await sure(
      exam.commands.readiness.join(null, { code: shown.code ?? "", name: "PC 1", address: "10.0.0.7" }),
    );
    const machine = await exam.actorOf(sha256(joined.token));
    if (machine?.kind !== "dummy-seat") throw new Error("No dummy seat was taken.");
    expect(machine).toEqual({ kind: "dummy-seat", id: joined.machine, name: "PC 1", checkId: check, centreId });

    const { line } = await hall.enter(machine);
    const { seats } = await sure(exam.commands.readiness.takeSeats(machine, { fullRoom: false }));
    const [seat = ""] = seats;
    const entry = { seq: 1, left: minutes(0), kind: "visit" as const, item: "PRACTICE-001" };
    const saved = await line.emitWithAck("save", { attempt: seat, lease: seat, entries: [entry] });
    expect(saved).toMatchObject({ ok: true, savedThrough: 1 });
    expect(await line.emitWithAck("save", { attempt: id, lease, entries: [entry] })).toMatchObject({ ok: false });
    await expect(line.timeout(200).emitWithAck("watch", { sitting: sittingId })).rejects.toThrow();
    await expect(
      line.timeout(200).emitWithAck("attend", { attempt: randomUUID(), machine: "m", lease: null }),
    ).rejects.toThrow();

    const ended = new Promise((resolve) => line.once("disconnect", resolve));
    await sure(exam.commands.readiness.end(invigilator, { check }));
    expect(await ended).toBe("io server disconnect");
    expect(await exam.actorOf(sha256(joined.token))).toBeNull();
  });

  test("nothing broke on the way", () => {
    expect(hall.errors).toEqual([]);
  });
});
