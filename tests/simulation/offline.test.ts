import { expect, test } from "vitest";
import { minutes, seconds } from "../../app/exam/time/time.ts";
import { anExamRoom, form } from "./desk.ts";

const chose = (choice: string) => ({ RESPONSE: [choice] });

async function working() {
  const room = anExamRoom();
  const desk = room.computer("desk-machine");
  const learner = await desk.open();
  learner.instructionsRead();
  await room.pass(100);
  room.become("running");
  await room.pass(100);
  return { room, desk, learner };
}

test("a browser opened again without a network goes on where it was, and everything arrives when it is back", async () => {
  const { room, desk, learner } = await working();
  learner.answer("q1", chose("A"));
  await room.pass(1_000);
  room.network(false);
  learner.answer("q2", chose("B"));
  await room.pass(1_000);
  learner.crash();
  await room.pass(minutes(2));
  const again = await desk.open();
  await room.pass(2_500);
  expect(again.snapshot()).toMatchObject({
    place: "seated",
    form,
    work: { answers: { q1: chose("A"), q2: chose("B") } },
    safe: { safe: 1, of: 2 },
    trouble: true,
    unsure: true,
  });
  again.answer("q1", chose("C"));
  await room.pass(1_000);
  room.network(true);
  await room.pass(10_000);
  expect(again.snapshot()).toMatchObject({ safe: { safe: 2, of: 2 }, trouble: false, unsure: false });
  expect(room.answers()).toEqual({ q1: chose("C"), q2: chose("B") });
  expect(room.standings().every(([, standing]) => standing === "counted")).toBe(true);
});

test("the time goes on while the browser is closed, and a computer's clock put back shows no more than was left", async () => {
  const { room, desk, learner } = await working();
  room.network(false);
  await room.pass(minutes(5));
  const before = learner.left();
  learner.crash();
  await room.pass(minutes(1));
  const honest = await desk.open();
  await room.pass(2_500);
  expect(honest.left()).toBeLessThanOrEqual(before - minutes(1));
  honest.crash();
  room.setWall(-minutes(60));
  const again = await desk.open();
  await room.pass(2_500);
  expect(again.left()).toBeLessThanOrEqual(before - minutes(1));
});

test("nothing is shown again of a test that was paused when the network went, however often the page is loaded", async () => {
  const { room, desk, learner } = await working();
  learner.answer("q1", chose("A"));
  room.become("paused");
  await room.pass(100);
  room.network(false);
  learner.crash();
  const again = await desk.open();
  await room.pass(minutes(10));
  expect(again.snapshot()).toMatchObject({ place: "seated", state: { phase: "paused" } });
  expect(again.left()).toBeGreaterThan(minutes(74));
});

test("a computer without a network does not go on with a test that was moved to another before", async () => {
  const { room, desk, learner } = await working();
  room.release();
  await room.pass(1_000);
  expect(learner.snapshot().place).toBe("moved");
  const other = await room.computer("other-machine").open();
  learner.crash();
  room.network(false);
  const again = await desk.open();
  await room.pass(5_000);
  again.answer("q1", chose("sabotage"));
  expect(again.snapshot()).toMatchObject({ place: "moved", work: { answers: {} } });
  room.network(true);
  await room.pass(1_000);
  expect(again.snapshot().place).toBe("moved");
  other.answer("q1", chose("A"));
  await room.pass(1_000);
  expect(room.answers()).toEqual({ q1: chose("A") });
});

test("time that runs out without a network locks the answers by itself; they are kept, sent on return and shown as late", async () => {
  const { room, desk, learner } = await working();
  room.network(false);
  await room.pass(minutes(74));
  learner.answer("q1", chose("in time"));
  await room.pass(minutes(2));
  learner.answer("q1", chose("too late"));
  expect(learner.snapshot()).toMatchObject({ timeUp: true, waiting: 1, work: { answers: { q1: chose("in time") } } });
  room.become("closed");
  learner.crash();
  const again = await desk.open();
  await room.pass(2_500);
  expect(again.snapshot()).toMatchObject({ timeUp: true, waiting: 1 });
  room.network(true);
  await room.pass(10_000);
  expect(again.snapshot()).toMatchObject({ state: { phase: "closed", closed: { late: true } }, waiting: 0 });
  expect(room.standings()).toContainEqual(["answer", "late"]);
  expect(desk.kept()).toBeNull();
});

test("a test handed in without a network is handed in when it is back, also after a reload", async () => {
  const { room, desk, learner } = await working();
  learner.answer("q1", chose("A"));
  room.network(false);
  learner.submit();
  await room.pass(1_000);
  learner.crash();
  const again = await desk.open();
  await room.pass(2_500);
  expect(again.snapshot()).toMatchObject({ submitting: true, state: { phase: "running" } });
  room.network(true);
  await room.pass(10_000);
  expect(room.answers()).toEqual({ q1: chose("A") });
  expect(again.snapshot().state?.closed?.receipt).toBe("ABCD-EFGH-JKMN");
});

test("more time given in the last second, while the screen is closing, opens it again", async () => {
  const { room, learner } = await working();
  await room.pass(learner.left() - seconds(1));
  learner.answer("q1", chose("A"));
  await room.pass(seconds(1) + 250);
  expect(learner.snapshot().timeUp).toBe(true);
  room.grant(minutes(5));
  expect(learner.snapshot()).toMatchObject({ timeUp: false, state: { phase: "running" } });
  learner.answer("q2", chose("B"));
  await room.pass(1_000);
  expect(room.answers()).toEqual({ q1: chose("A"), q2: chose("B") });
});

test.each(["refused", "full"] as const)(
  "storage that is %s is told to the room and to the learner, and so is its recovery; meanwhile answers go to the server",
  async (trouble) => {
    const { room, desk, learner } = await working();
    desk.storage(trouble);
    await room.pass(100);
    expect([room.keeping(), learner.snapshot().keeping]).toEqual([trouble, trouble]);
    learner.answer("q1", chose("A"));
    await room.pass(1_000);
    expect(room.answers()).toEqual({ q1: chose("A") });
    desk.storage("kept");
    await room.pass(100);
    expect([room.keeping(), learner.snapshot().keeping]).toEqual(["kept", "kept"]);
    expect(learner.snapshot().spoken?.words).toBe("Your answers are kept on this computer again.");
    expect(desk.kept()?.work.answers).toEqual({ q1: chose("A") });
  },
);

test("storage that is emptied while the test runs is written anew at once, the form too, and the room is told", async () => {
  const { room, desk, learner } = await working();
  room.network(false);
  learner.answer("q1", chose("A"));
  await room.pass(1_000);
  desk.storage("cleared");
  await room.pass(100);
  expect(desk.kept()?.work.answers).toEqual({ q1: chose("A") });
  expect(desk.hasForm()).toBe(true);
  room.network(true);
  await room.pass(10_000);
  expect(room.keeping()).toBe("cleared");
});

test("a computer that slept through the end asks the server on waking, and until it answers shows no time that is gone", async () => {
  const { room, learner } = await working();
  room.network(false);
  room.setWall(minutes(80));
  await room.pass(seconds(4));
  expect(learner.snapshot()).toMatchObject({ timeUp: true, unsure: true });
  room.network(true);
  await room.pass(seconds(10));
  expect(learner.snapshot()).toMatchObject({ timeUp: false, unsure: false });
  expect(learner.left()).toBeGreaterThan(minutes(74));
});

test("with a network, a computer's clock put on or back is set right before anybody sees it", async () => {
  const { room, learner } = await working();
  for (const by of [minutes(120), -minutes(60), minutes(60)]) {
    room.setWall(by);
    for (let tenth = 0; tenth < 60; tenth += 1) {
      await room.pass(100);
      expect(learner.snapshot().timeUp).toBe(false);
      expect(learner.left()).toBeGreaterThan(minutes(74));
    }
  }
});
