import { describe, expect, test } from "vitest";
import { duration, minutes, seconds } from "../../app/exam/time/time.ts";
import { copyKey, newSalt, sealCopy, slipSecret, toText } from "../../app/player/copy/copy-seal.ts";
import { type HandedOver, openHandedOver } from "../../app/player/copy/move-in.ts";
import type { Room } from "../../app/player/room.ts";
import type { Remembered } from "../../app/player/vault.ts";
import { anExamRoom } from "./desk.ts";

const chose = (choice: string) => ({ RESPONSE: [choice] });
const slip = { candidateNumber: "1004", keycode: "3467-9CDF" };
const whose = { attempt: "a1", candidateNumber: "1004", name: "Ann" } as Room;

type ExamRoom = ReturnType<typeof anExamRoom>;

/** A learner at work, with one answer at the server and one that never came there. */
async function cutOff() {
  const room = anExamRoom();
  const desk = room.computer("desk-machine");
  const learner = await desk.open();
  learner.instructionsRead();
  await room.pass(100);
  room.become("running");
  await room.pass(100);
  learner.answer("q1", chose("A"));
  await room.pass(1_000);
  room.network(false);
  learner.answer("q2", chose("C"));
  await room.pass(1_000);
  return { room, desk, learner };
}

/** The copy as a board would hand it over now. */
async function copyOf(remembered: Remembered | null, room: ExamRoom): Promise<HandedOver> {
  if (!remembered?.lease || remembered.clock === null) throw new Error("Nothing is kept.");
  const passed = duration(room.timers.wall() - remembered.clock.wall);
  const salt = newSalt();
  const label = { attempt: "a1", lease: remembered.lease, turn: 7 };
  const key = await copyKey(await slipSecret(slip.candidateNumber, slip.keycode), salt);
  const sealed = await sealCopy(key, label, { room: whose, remembered, ticket: "the ticket" });
  return { label, salt: toText(salt), sealed, form: new Uint8Array(), passed, sure: true, at: room.timers.now() };
}

let leases = 0;
async function opened(copy: HandedOver, room: ExamRoom, machine = "spare-machine") {
  const ways = {
    timers: room.timers,
    newMachine: () => machine,
    newLease: () => {
      leases += 1;
      return `spare-lease-${leases}`;
    },
  };
  return openHandedOver(copy, slip, ways);
}

async function goesOn(copy: HandedOver, room: ExamRoom, machine = "spare-machine") {
  const moved = await opened(copy, room, machine);
  if (!moved.ok) throw new Error(moved.refusal);
  const spare = room.computer(machine);
  await spare.bring(moved.remembered);
  return { spare, learner: await spare.open() };
}

describe("going on at a spare computer, without a server", () => {
  test("the same answers, and the time that there is; what is typed then arrives when the server is back", async () => {
    const { room, desk, learner } = await cutOff();
    const left = learner.left();
    learner.crash();
    const copy = await copyOf(desk.kept(), room);
    await room.pass(minutes(2));
    const { learner: moved } = await goesOn(copy, room);
    expect(moved.snapshot()).toMatchObject({
      place: "seated",
      trouble: true,
      unsure: true,
      work: { answers: { q1: chose("A"), q2: chose("C") } },
      safe: { safe: 1, of: 2 },
    });
    expect(left - moved.left()).toBeGreaterThanOrEqual(minutes(2));
    expect(left - moved.left()).toBeLessThan(minutes(2) + seconds(1));

    moved.answer("q1", chose("B"));
    await room.pass(minutes(1));
    expect(moved.snapshot()).toMatchObject({ safe: { safe: 0, of: 2 }, trouble: true });
    room.network(true);
    await room.pass(10_000);
    expect(moved.snapshot()).toMatchObject({ place: "seated", trouble: false, safe: { safe: 2, of: 2 }, waiting: 0 });
    expect(room.answers()).toEqual({ q1: chose("B"), q2: chose("C") });
    expect(room.standings().filter(([kind]) => kind === "answer")).toEqual(Array(3).fill(["answer", "counted"]));
  });

  test("also when its page is loaded anew before the server is back", async () => {
    const { room, desk, learner } = await cutOff();
    learner.crash();
    const { spare, learner: moved } = await goesOn(await copyOf(desk.kept(), room), room);
    moved.answer("q1", chose("B"));
    await room.pass(1_000);
    moved.crash();
    const again = await spare.open();
    expect(again.snapshot().work.answers).toEqual({ q1: chose("B"), q2: chose("C") });
    expect(again.snapshot().safe).toEqual({ safe: 0, of: 2 });
    room.network(true);
    await room.pass(10_000);
    expect(room.answers()).toEqual({ q1: chose("B"), q2: chose("C") });
    expect(room.standings().filter(([kind]) => kind === "answer").length).toBe(3);
  });

  test("where the server holds more than the copy did, the screen shows what the server holds", async () => {
    const { room, desk, learner } = await cutOff();
    const copy = await copyOf(desk.kept(), room);
    room.network(true);
    await room.pass(2_000);
    learner.answer("q2", chose("newer"));
    await room.pass(2_000);
    learner.crash();
    room.network(false);
    const { learner: moved } = await goesOn(copy, room);
    expect(moved.snapshot().work.answers).toEqual({ q1: chose("A"), q2: chose("C") });
    room.network(true);
    await room.pass(10_000);
    expect(moved.snapshot().work.answers).toEqual({ q1: chose("A"), q2: chose("newer") });
    expect(room.answers()).toEqual({ q1: chose("A"), q2: chose("newer") });
  });

  test("of two spare computers with one copy the first has the test; what was typed at the second is kept beside it", async () => {
    const { room, desk, learner } = await cutOff();
    learner.crash();
    const copy = await copyOf(desk.kept(), room);
    const { learner: first } = await goesOn(copy, room, "first-spare");
    const { learner: second } = await goesOn(copy, room, "second-spare");
    first.answer("q1", chose("first"));
    second.answer("q1", chose("second"));
    await room.pass(1_000);
    room.network(true);
    await room.pass(20_000);
    expect([first, second].map((one) => one.snapshot().place).sort()).toEqual(["moved", "seated"]);
    expect(room.standings().filter(([kind]) => kind === "answer")).toContainEqual(["answer", "stranded"]);
    expect([first.snapshot().waiting, second.snapshot().waiting]).toEqual([0, 0]);
  });

  test("the old computer, still alive, comes back with more: that is kept beside, and its screen is locked", async () => {
    const { room, desk, learner } = await cutOff();
    const copy = await copyOf(desk.kept(), room);
    learner.answer("q1", chose("never copied"));
    await room.pass(1_000);
    const { learner: moved } = await goesOn(copy, room);
    moved.answer("q1", chose("at the spare one"));
    await room.pass(1_000);
    room.network(true);
    await room.pass(20_000);
    expect(moved.snapshot()).toMatchObject({ place: "seated", waiting: 0 });
    expect(learner.snapshot()).toMatchObject({ place: "moved", waiting: 0 });
    expect(room.answers()).toEqual({ q1: chose("at the spare one"), q2: chose("C") });
  });
});

describe("a computer that was locked while the server was away", () => {
  const lockedAtItsDesk = async () => {
    const { room, desk, learner } = await cutOff();
    learner.crash();
    const kept = desk.kept();
    if (kept === null) throw new Error("Nothing is kept.");
    await desk.bring({ ...kept, locked: true });
    return { room, desk, learner: await desk.open() };
  };

  test("stays locked by itself, and sends what it holds", async () => {
    const { room, learner } = await lockedAtItsDesk();
    await room.pass(10_000);
    expect(learner.snapshot()).toMatchObject({ place: "moved", waiting: 1 });
    room.network(true);
    await room.pass(10_000);
    expect(learner.snapshot()).toMatchObject({ place: "moved", waiting: 0 });
  });

  test("goes on when its learner asks for that and the server says so, however long that takes", async () => {
    const { room, learner } = await lockedAtItsDesk();
    learner.attendAgain("new");
    await room.pass(60_000);
    expect(learner.snapshot().place).not.toBe("seated");
    room.network(true);
    await room.pass(10_000);
    expect(learner.snapshot()).toMatchObject({
      place: "seated",
      work: { answers: { q1: chose("A"), q2: chose("C") } },
      waiting: 0,
    });
  });

  test("may ask again after a no", async () => {
    const { room, learner } = await lockedAtItsDesk();
    room.network(true);
    room.release();
    const other = await room.computer("other-machine").open();
    learner.attendAgain("new");
    await room.pass(1_000);
    expect(learner.snapshot().place).toBe("refused");
    other.crash();
    room.release();
    learner.attendAgain("before");
    await room.pass(10_000);
    expect(learner.snapshot().place).toBe("moved");
    learner.attendAgain("new");
    await room.pass(10_000);
    expect(learner.snapshot().place).toBe("seated");
  });
});

describe("a copy opens", () => {
  test("not with another slip", async () => {
    const { room, desk } = await cutOff();
    const copy = await copyOf(desk.kept(), room);
    const ways = { timers: room.timers, newMachine: () => "m", newLease: () => "l" };
    for (const [wrong, refusal] of [
      [{ candidateNumber: "1005" }, "not-brought-here"],
      [{ keycode: "3467-9CDG" }, "not-brought-here"],
      [{ keycode: "34" }, "wrong-keycode"],
    ] as const)
      expect(await openHandedOver(copy, { ...slip, ...wrong }, ways)).toMatchObject({ refusal });
  });

  test("not when it was made before the start, or of a test that is over", async () => {
    const { room, desk } = await cutOff();
    const kept = desk.kept();
    if (!kept?.state) throw new Error("Nothing is kept.");
    for (const [phase, refusal] of [
      ["ready", "too-early"],
      ["closed", "attempt-closed"],
    ] as const) {
      const copy = await copyOf({ ...kept, state: { ...kept.state, phase } }, room);
      expect(await opened(copy, room)).toMatchObject({ refusal });
    }
  });
});
