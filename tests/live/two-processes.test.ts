import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { minutes } from "../../app/exam/time/time.ts";
import type { HeardOf } from "../../app/live/contract.ts";
import { type ExamDatabase, examDatabase } from "../support/database.ts";
import { sure } from "../support/factories.ts";
import { call, expectArranged, heard, liveHall } from "../support/live-hall.ts";
import { redisMissing, redisServer } from "../support/redis.ts";

const missing = redisMissing();
if (missing !== null) console.warn(`Two processes are not tried: ${missing}`);

describe.skipIf(missing !== null)("a room whose people are connected to two processes", () => {
  let exam: ExamDatabase;
  let redis: Awaited<ReturnType<typeof redisServer>>;
  let first: Awaited<ReturnType<typeof liveHall>>;
  let second: Awaited<ReturnType<typeof liveHall>>;
  let other: ExamDatabase["app"];
  const everybodyHeard = () =>
    vi.waitUntil(() => first.neighbours() === "heard" && second.neighbours() === "heard", { timeout: 60_000 });
  beforeAll(async () => {
    redis = await redisServer();
    exam = await examDatabase();
    other = exam.again();
    first = await liveHall(exam, { redisUrl: redis.url });
    second = await liveHall(exam, { app: other, redisUrl: redis.url });
    await everybodyHeard();
  });
  afterAll(async () => {
    await first.close();
    await second.close();
    await other.close();
    await exam.close();
    await redis.stop();
  });

  test("a learner at one is told what the invigilator does at the other, and hears the announcement", async () => {
    const { id, candidate, lease, invigilator, sittingId } = await exam.make.running();
    const { line } = await first.enter(candidate);
    await line.emitWithAck("attend", { attempt: id, machine: "machine-one", lease });
    const longer = heard(line, "attempt", ({ allowance }) => allowance === minutes(80));
    await sure(other.commands.attempts.grantTime(invigilator, { attempt: id, minutes: 5, why: "A drill next door" }));
    expect((await longer).left).toBe(minutes(80));
    const said = heard(line, "announcement");
    await sure(other.commands.sittings.announce(invigilator, { sitting: sittingId, text: "Thirty minutes are left." }));
    expect((await said).text).toBe("Thirty minutes are left.");
  });

  test("a page without a socket at one is told at once what the invigilator does at the other", async () => {
    const { id, invigilator, sittingId } = await exam.make.running();
    const asking = { tokenHash: "its sign-in", attemptId: id, sittingId };
    first.requests.looked(asking);
    const toTell = (heard: HeardOf | null | undefined) => first.requests.news(asking, { heard });
    const paused = toTell(first.requests.heardNow(asking));
    await sure(
      other.commands.attempts.pause(invigilator, { attempt: id, cause: "rest-break", why: "A rest that was agreed" }),
    );
    expect(await paused).toMatchObject({ ok: true, state: { attempt: id, phase: "paused" } });
    const said = toTell((await paused)?.heard);
    await sure(other.commands.sittings.announce(invigilator, { sitting: sittingId, text: "Thirty minutes are left." }));
    expect(await said).toMatchObject({ ok: true, state: null, announcements: [{ text: "Thirty minutes are left." }] });
  });

  test("a board at one sees who is connected to the other, what they save, and when they are gone", async () => {
    const { id, candidate, lease, invigilator, sittingId } = await exam.make.running();
    const { line: board } = await second.enter(invigilator);
    await board.emitWithAck("watch", { sitting: sittingId });
    const { line } = await first.enter(candidate);
    await line.emitWithAck("attend", { attempt: id, machine: "machine-one", lease });
    // Long after the last message only the other process knows that the line still holds.
    exam.clock.move(minutes(1));
    await everybodyHeard();
    const silent = await board.emitWithAck("watch", { sitting: sittingId });
    expect(silent.ok && silent.board.seats.map(({ connection }) => connection)).toEqual(["connected"]);
    const answered = heard(board, "changes", ({ seats }) => seats.some((seat) => seat.answered === 1));
    const entry = {
      seq: 1,
      left: minutes(74),
      kind: "answer" as const,
      item: "CSE-002",
      response: { RESPONSE: ["x"] },
    };
    await line.emitWithAck("save", { attempt: id, lease, entries: [entry] });
    await answered;
    const lost = heard(board, "changes", ({ seats }) => seats.some(({ connection }) => connection === "lost"));
    line.disconnect();
    await lost;
  });

  test("signing out at one ends the line at the other", async () => {
    const { invigilator } = await exam.make.running();
    const { line, tokenHash } = await first.enter(invigilator);
    const ended = new Promise((resolve) => line.once("disconnect", resolve));
    await sure(other.commands.people.signOut(invigilator, { tokenHash }));
    expect(await ended).toBe("io server disconnect");
  });

  test("a learner at one is told of the board at the other that holds copies, whichever came first, and a line is arranged", async () => {
    const room = await exam.make.running();
    const { line: holder } = await second.enter(room.invigilator);
    await holder.emitWithAck("hold", { sitting: room.sittingId, name: "the board of the room" });
    const { line } = await first.enter(room.candidate);
    const told = heard(line, "holder");
    await line.emitWithAck("attend", { attempt: room.id, machine: "machine-one", lease: room.lease });
    expect(await told).toEqual({ peer: holder.id, name: "the board of the room" });

    await expectArranged({ line, holder, attempt: room.id });

    const toldLater = heard(line, "holder", ({ name }) => name === "a second board");
    const { line: later } = await second.enter(room.invigilator);
    await later.emitWithAck("hold", { sitting: room.sittingId, name: "a second board" });
    expect((await toldLater).peer).toBe(later.id);
  });

  test("nobody at one calls a board of another room, another learner or nobody at the other", async () => {
    const [mine, theirs] = [await exam.make.running(), await exam.make.running()];
    const { line } = await first.enter(mine.candidate);
    const { line: holder } = await second.enter(mine.invigilator);
    const { line: elsewhere } = await second.enter(theirs.invigilator);
    const { line: other } = await second.enter(theirs.candidate);
    const told = heard(line, "holder");
    await line.emitWithAck("attend", { attempt: mine.id, machine: "machine-one", lease: mine.lease });
    await other.emitWithAck("attend", { attempt: theirs.id, machine: "machine-two", lease: theirs.lease });
    await elsewhere.emitWithAck("hold", { sitting: theirs.sittingId, name: "another room" });
    await holder.emitWithAck("hold", { sitting: mine.sittingId, name: "this room" });
    // By then the boards of the other process are known here, those of other rooms as well.
    expect(await told).toMatchObject({ name: "this room" });
    for (const to of [elsewhere.id, other.id, "nobody"])
      expect(await line.emitWithAck("arrange", { ...call, to: to ?? "" })).toMatchObject({ refusal: "not-found" });

    const heardThere: unknown[] = [];
    other.on("arrange", (arranged) => heardThere.push(arranged));
    await holder.emitWithAck("arrange", { kind: "answer", text: "to a stranger", to: other.id ?? "" });
    const reached = heard(holder, "arrange");
    await line.emitWithAck("arrange", { ...call, to: holder.id ?? "" });
    await reached;
    expect(heardThere).toEqual([]);
  });

  test("a board whose page is closed at one is no longer told to those who come at the other", async () => {
    const room = await exam.make.running();
    const place = { attempt: room.id, machine: "machine-one", lease: room.lease };
    const stay = "the board that stays";
    const { line: before } = await first.enter(room.candidate);
    await before.emitWithAck("attend", place);
    // Whether the first board is heard of here before it goes is chance; once the second is, it is known to be gone.
    const known = heard(before, "holder", ({ name }) => name === stay);
    const { line: gone } = await second.enter(room.invigilator);
    await gone.emitWithAck("hold", { sitting: room.sittingId, name: "a board that goes" });
    gone.disconnect();
    const { line: stays } = await second.enter(room.invigilator);
    await stays.emitWithAck("hold", { sitting: room.sittingId, name: stay });
    await known;
    const { line } = await first.enter(room.candidate);
    const names: string[] = [];
    line.on("holder", ({ name }) => names.push(name));
    const told = heard(line, "holder", ({ name }) => name === stay);
    await line.emitWithAck("attend", place);
    await told;
    expect(names).toEqual([stay]);
  });

  test("while Redis is away the database is asked instead and boards say so; when it is back it is heard again", async () => {
    const { id, candidate, lease, invigilator, sittingId } = await exam.make.running();
    const { line } = await first.enter(candidate);
    await line.emitWithAck("attend", { attempt: id, machine: "machine-one", lease });
    const { line: board } = await second.enter(invigilator);
    await board.emitWithAck("watch", { sitting: sittingId });
    const told = heard(line, "holder");
    await board.emitWithAck("hold", { sitting: sittingId, name: "the board of the room" });
    await told;
    await redis.kill();
    exam.clock.move(minutes(1));

    await heard(board, "pulse", ({ news }) => news === "read");
    const { line: back } = await first.enter(candidate);
    await back.emitWithAck("attend", { attempt: id, machine: "machine-one", lease });
    const boards: string[] = [];
    back.on("holder", ({ peer }) => boards.push(peer));
    const paused = heard(line, "attempt", ({ phase }) => phase === "paused");
    await sure(other.commands.attempts.pause(invigilator, { attempt: id, cause: "rest-break", why: "Rest break" }));
    await paused;
    const said = heard(line, "announcement");
    await sure(other.commands.sittings.announce(invigilator, { sitting: sittingId, text: "Please stay seated." }));
    await said;

    await redis.start();
    await heard(board, "pulse", ({ news }) => news === "heard");
    await vi.waitUntil(() => boards.length > 0, { timeout: 60_000 });
    expect(boards).toEqual([board.id]);
    const goesOn = heard(line, "attempt", ({ phase }) => phase === "running");
    await sure(other.commands.attempts.resume(invigilator, { attempt: id }));
    await goesOn;
  });

  test("a process that goes sends its people away only after their save is answered", async () => {
    const { id, candidate, lease } = await exam.make.running();
    const { line } = await second.enter(candidate);
    await line.emitWithAck("attend", { attempt: id, machine: "machine-one", lease });
    const away = new Promise((resolve) => line.once("disconnect", resolve));
    const entry = {
      seq: 1,
      left: minutes(74),
      kind: "answer" as const,
      item: "CSE-002",
      response: { RESPONSE: ["x"] },
    };
    const saving = line.emitWithAck("save", { attempt: id, lease, entries: [entry] });
    await second.leave();
    expect(await saving).toMatchObject({ ok: true, savedThrough: 1 });
    // The reason after which a browser connects again by itself.
    expect(await away).toBe("transport close");
  });

  test("nothing broke on the way", () => {
    expect([first.errors, second.errors]).toEqual([[], []]);
  });
});
