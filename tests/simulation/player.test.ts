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

test("the locked form waits on the computer and opens only when the test is started", async () => {
  const room = anExamRoom();
  const learner = await room.computer("m").open();
  expect(learner.snapshot()).toMatchObject({ place: "seated", formHere: true, form: null });
  learner.instructionsRead();
  await room.pass(100);
  expect(learner.snapshot().state?.phase).toBe("ready");
  expect(learner.snapshot().form).toBeNull();
  room.become("running");
  await room.pass(100);
  expect(learner.snapshot().form).toEqual(form);
});

test("the test is not called ready before the instructions are read", async () => {
  const room = anExamRoom();
  const learner = await room.computer("m").open();
  await room.pass(10_000);
  expect(learner.snapshot().state?.phase).toBe("admitted");
});

test("an answer is on the screen at once and safe after a pause in typing", async () => {
  const { room, learner } = await working();
  learner.answer("q1", chose("A"));
  expect(learner.snapshot()).toMatchObject({
    work: { answers: { q1: chose("A") } },
    safe: { safe: 0, of: 1 },
    waiting: 1,
  });
  await room.pass(500);
  expect(learner.snapshot()).toMatchObject({ safe: { safe: 1, of: 1 }, waiting: 0, trouble: false });
  expect(room.answers()).toEqual({ q1: chose("A") });
});

test("a browser that crashes 50 ms after an answer comes back with it", async () => {
  const { room, desk, learner } = await working();
  learner.answer("q1", chose("A"));
  await room.pass(50);
  learner.crash();
  const again = await desk.open();
  await room.pass(50);
  expect(again.snapshot().work.answers).toEqual({ q1: chose("A") });
  await room.pass(1_000);
  expect(room.answers()).toEqual({ q1: chose("A") });
});

test("while the network is down the learner works on, and everything arrives when it is back", async () => {
  const { room, learner } = await working();
  room.network(false);
  learner.answer("q1", chose("A"));
  await room.pass(30_000);
  learner.answer("q1", chose("B"));
  learner.answer("q2", chose("C"));
  await room.pass(1_000);
  expect(learner.snapshot()).toMatchObject({ trouble: true, safe: { safe: 0, of: 2 } });
  room.network(true);
  await room.pass(1_000);
  expect(learner.snapshot()).toMatchObject({ trouble: false, safe: { safe: 2, of: 2 } });
  expect(room.answers()).toEqual({ q1: chose("B"), q2: chose("C") });
});

test("a line that breaks before the page has its seat back is followed by asking again over the next one, at once", async () => {
  const { room } = await working();
  room.network(false);
  room.silent(true);
  room.network(true);
  await room.pass(100);
  room.network(false);
  room.silent(false);
  room.network(true);
  await room.pass(100);
  expect(room.isKnown()).toBe(true);
});

test("a server that is too busy to give the seat back is asked again until it does", async () => {
  const { room } = await working();
  room.network(false);
  room.silent(true);
  room.network(true);
  await room.pass(6_000);
  room.silent(false);
  expect(room.isKnown()).toBe(false);
  await room.pass(2_000);
  expect(room.isKnown()).toBe(true);
});

test("a page that had to wait for another tab goes on from what was kept, without a network too", async () => {
  const { room, desk, learner } = await working();
  learner.answer("q1", chose("A"));
  await room.pass(1_000);
  room.network(false);
  learner.crash();
  const again = await desk.open({ afterAnotherTab: true });
  await room.pass(5_000);
  expect(again.snapshot()).toMatchObject({ place: "seated", work: { answers: { q1: chose("A") } } });
});

test("whoever has handed in without a network has handed in, however often the page is loaded anew", async () => {
  const { room, desk, learner } = await working();
  room.network(false);
  learner.answer("q1", chose("A"));
  learner.submit();
  await room.pass(1_000);
  learner.crash();
  const hasty = await desk.open();
  hasty.crash();
  const again = await desk.open();
  await room.pass(5_000);
  expect(again.snapshot()).toMatchObject({ place: "seated", submitting: true });
  room.network(true);
  await room.pass(10_000);
  expect(again.snapshot().state?.phase).toBe("closed");
  expect(room.answers()).toEqual({ q1: chose("A") });
});

test("what a computer still holds of a seat before is in every record it keeps, from its first moment on", async () => {
  const { room, desk, learner } = await working();
  room.network(false);
  learner.answer("q1", chose("A"));
  await room.pass(1_000);
  learner.crash();
  const kept = desk.kept();
  if (kept === null) throw new Error("Nothing is kept.");
  const behind = [{ lease: "an-earlier-lease", waiting: kept.waiting }];
  await desk.bring({ ...kept, behind });
  await desk.open();
  const held = desk.written().map((record) => record.behind.length);
  expect(held).toEqual(held.map(() => 1));
  expect(held).not.toEqual([]);
});

test("a learner who was signed out and signs in again in another tab goes on in the page that still holds the work", async () => {
  const { room, desk, learner } = await working();
  desk.storage("refused");
  room.network(false);
  learner.answer("q1", chose("A"));
  await room.pass(1_000);
  room.network(true);
  room.signOut();
  await room.pass(20_000);
  expect(learner.snapshot()).toMatchObject({ place: "signed-out", keeping: "refused", waiting: 1 });
  room.signInAgain();
  await room.pass(20_000);
  expect(learner.snapshot()).toMatchObject({ place: "seated", waiting: 0 });
  expect(room.answers()).toEqual({ q1: chose("A") });
});

test("a page left open says that somebody else has signed in, keeps what it holds, and sends it when its learner is back", async () => {
  const { room, learner } = await working();
  room.network(false);
  learner.answer("q1", chose("A"));
  await room.pass(1_000);
  room.signOut();
  room.somebodyElseSignsIn();
  room.network(true);
  await room.pass(20_000);
  expect(learner.snapshot()).toMatchObject({ place: "signed-out", somebodyElse: true, waiting: 1 });
  expect(room.answers()).toEqual({});
  room.signInAgain();
  await room.pass(20_000);
  expect(learner.snapshot()).toMatchObject({ place: "seated", waiting: 0 });
  expect(room.answers()).toEqual({ q1: chose("A") });
});

test("an answer about somebody else's test is none: nothing of it comes on the screen", async () => {
  const room = anExamRoom();
  const learner = await room.computer("m").open({ attempt: "a2" });
  expect(learner.snapshot()).toMatchObject({ place: "signed-out", somebodyElse: true, state: null });
});

test("a pause stops the work; what was typed before it is kept", async () => {
  const { room, learner } = await working();
  learner.answer("q1", chose("A"));
  room.become("paused");
  learner.answer("q1", chose("B"));
  await room.pass(minutes(10));
  expect(room.answers()).toEqual({ q1: chose("A") });
  room.become("running");
  await room.pass(50);
  learner.answer("q1", chose("B"));
  await room.pass(500);
  expect(room.answers()).toEqual({ q1: chose("B") });
  expect(learner.left()).toBeGreaterThan(minutes(74));
});

test.each([
  ["a pause", "paused"],
  ["the start", "ready"],
] as const)(
  "what the clock ran before a screen that did not hear that %s was over is told as time nobody could work",
  async (_title, phase) => {
    const { room, learner } = await working();
    room.become(phase);
    await room.pass(minutes(2));
    room.network(false);
    room.become("running");
    await room.pass(60_000);
    expect(learner.snapshot().state?.phase).toBe(phase);
    room.network(true);
    await room.pass(2_000);
    expect(learner.snapshot().state?.phase).toBe("running");
    const [[cause, lost] = ["none", 0]] = room.unable();
    expect([cause, Math.round(Number(lost) / 1_000)]).toEqual(["blocked", 60]);
  },
);

test("what the clock ran before a screen that did not hear of it is told also when the page is loaded anew", async () => {
  const { room, desk, learner } = await working();
  room.become("paused");
  await room.pass(10_000);
  room.network(false);
  room.become("running");
  await room.pass(60_000);
  learner.crash();
  room.network(true);
  await desk.open();
  await room.pass(2_000);
  const [[cause, lost] = ["none", 0]] = room.unable();
  expect([cause, Math.round(Number(lost) / 1_000)]).toEqual(["reloaded", 60]);
});

test("what ran of more time before a screen that had locked without hearing of it is told as time nobody could work, also when the page is loaded anew", async () => {
  for (const isReloaded of [false, true]) {
    const { room, desk, learner } = await working();
    await room.pass(minutes(74));
    room.network(false);
    room.grant(minutes(5));
    await room.pass(minutes(2));
    expect(learner.snapshot().timeUp).toBe(true);
    if (isReloaded) learner.crash();
    room.network(true);
    const now = isReloaded ? await desk.open() : learner;
    await room.pass(2_000);
    expect(now.snapshot().timeUp).toBe(false);
    const [[cause, lost] = ["none", 0]] = room.unable();
    expect(cause).toBe(isReloaded ? "reloaded" : "blocked");
    // From the last look at which it could be worked on.
    expect(Math.floor(Number(lost) / 1_000)).toBe(60);
  }
});

test("a screen that hears at once that the clock goes on tells of no time in which nobody could work", async () => {
  const { room } = await working();
  room.become("paused");
  await room.pass(minutes(2));
  room.grant(minutes(5));
  room.become("running");
  await room.pass(10_000);
  expect(room.unable()).toEqual([]);
});

test("a learner moved to another desk carries on there; the old desk locks and sends what it still held", async () => {
  const { room, learner } = await working();
  learner.answer("q1", chose("A"));
  await room.pass(1_000);
  room.network(false);
  learner.answer("q2", chose("late"));
  await room.pass(1_000);
  room.release();
  room.network(true);
  const other = await room.computer("other-machine").open();
  await room.pass(2_000);
  expect(other.snapshot().work.answers).toEqual({ q1: chose("A") });
  expect(learner.snapshot().place).toBe("moved");
  learner.answer("q1", chose("sabotage"));
  other.answer("q2", chose("C"));
  await room.pass(10_000);
  expect(room.answers()).toEqual({ q1: chose("A"), q2: chose("C") });
  expect(room.standings()).toContainEqual(["answer", "stranded"]);
  expect(learner.snapshot().waiting).toBe(0);
});

test("a computer that was left and loaded anew forgets what it held as soon as the server has it", async () => {
  const { room, desk, learner } = await working();
  learner.answer("q1", chose("A"));
  room.release();
  room.network(false);
  await room.pass(1_000);
  learner.crash();
  await desk.open();
  await room.pass(5_000);
  expect(desk.kept()).toMatchObject({ elsewhere: true, waiting: [{ kind: "answer" }] });
  room.network(true);
  await room.pass(5_000);
  expect(room.standings()).toEqual([["answer", "stranded"]]);
  expect(desk.kept()?.waiting).toEqual([]);
});

test("who comes back to a server whose clock is some seconds behind sees that the test was started meanwhile", async () => {
  const room = anExamRoom();
  const learner = await room.computer("m").open();
  learner.instructionsRead();
  await room.pass(100);
  room.network(false);
  room.become("running");
  await room.pass(500);
  room.putServerClock(-5_000);
  room.network(true);
  await room.pass(500);
  expect(learner.snapshot()).toMatchObject({ state: { phase: "running" }, form });
  room.become("paused");
  await room.pass(100);
  expect(learner.snapshot().state?.phase).toBe("paused");
});

test("news that overtakes the seat on its way keeps nobody from saving", async () => {
  const { room } = await working();
  room.release();
  room.slow(300);
  const other = await room.computer("other-machine").open();
  room.grant(minutes(1));
  await room.pass(400);
  room.slow(0);
  expect(other.snapshot().place).toBe("seated");
  other.answer("q1", chose("A"));
  await room.pass(1_000);
  expect(room.answers()).toEqual({ q1: chose("A") });
  expect(other.snapshot()).toMatchObject({ waiting: 0, trouble: false });
});

test("a learner released by mistake can take the seat at the same computer again", async () => {
  const { room, learner } = await working();
  room.release();
  await room.pass(100);
  expect(learner.snapshot().place).toBe("moved");
  learner.attendAgain("new");
  await room.pass(100);
  learner.answer("q1", chose("A"));
  await room.pass(1_000);
  expect(room.answers()).toEqual({ q1: chose("A") });
});

test("a learner moved away and back again carries on at the first computer, also after its browser was closed", async () => {
  const { room, desk, learner } = await working();
  room.release();
  await room.pass(100);
  learner.crash();
  const other = await room.computer("other-machine").open();
  other.answer("q1", chose("B"));
  await room.pass(1_000);
  const back = await desk.open();
  expect(back.snapshot().place).toBe("moved");
  back.attendAgain("new");
  await room.pass(100);
  expect(back.snapshot().place).toBe("refused");
  room.release();
  back.attendAgain("new");
  await room.pass(1_000);
  expect(back.snapshot()).toMatchObject({ place: "seated", work: { answers: { q1: chose("B") } } });
  expect(other.snapshot().place).toBe("moved");
});

test("more time is told and shown at once", async () => {
  const { room, learner } = await working();
  room.grant(minutes(10));
  expect(learner.snapshot().announcements.map(({ text }) => text)).toEqual(["You have been given 10 minutes more."]);
  expect(learner.snapshot().spoken?.words).toBe("You have been given 10 minutes more.");
  expect(learner.left()).toBeGreaterThan(minutes(84));
});

test("ten, five and one minutes before the end are said, and shown to who has hidden the clock", async () => {
  const { room, learner } = await working();
  for (const left of [10, 5, 1]) {
    await room.pass(learner.left() - minutes(left) - seconds(1));
    const before = learner.snapshot().spoken?.turn ?? 0;
    await room.pass(seconds(2));
    const words = left === 1 ? "1 minute left." : `${left} minutes left.`;
    expect(learner.snapshot().spoken).toEqual({ words, turn: before + 1, seen: true });
  }
});

test("at the end of time the answers lock and the last ones are sent; more time unlocks them", async () => {
  const { room, learner } = await working();
  await room.pass(minutes(75) - seconds(1));
  learner.answer("q1", chose("A"));
  await room.pass(seconds(2));
  expect(learner.snapshot().timeUp).toBe(true);
  learner.answer("q1", chose("too late"));
  expect(room.answers()).toEqual({ q1: chose("A") });
  room.grant(minutes(5));
  await room.pass(300);
  expect(learner.snapshot().timeUp).toBe(false);
  learner.answer("q2", chose("B"));
  await room.pass(1_000);
  expect(room.answers()).toEqual({ q1: chose("A"), q2: chose("B") });
});

test("handing in sends the last answers, shows the receipt and leaves nothing on the computer", async () => {
  const { room, desk, learner } = await working();
  learner.answer("q1", chose("A"));
  learner.submit();
  await room.pass(1_000);
  expect(room.answers()).toEqual({ q1: chose("A") });
  expect(learner.snapshot()).toMatchObject({
    state: { closed: { receipt: "ABCD-EFGH-JKMN" } },
    form: null,
    waiting: 0,
  });
  await room.pass(minutes(1));
  expect(desk.kept()).toBeNull();
});

test("answers that wait when the test is ended elsewhere are sent all the same and then forgotten", async () => {
  const { room, desk, learner } = await working();
  room.network(false);
  learner.answer("q1", chose("A"));
  await room.pass(1_000);
  room.become("closed");
  expect(desk.kept()?.waiting.length).toBeGreaterThan(0);
  room.network(true);
  await room.pass(10_000);
  expect(room.standings()).toContainEqual(["answer", "late"]);
  expect(desk.kept()).toBeNull();
});

test("that an answer arrived after the end is told also when the acknowledgement of it was lost", async () => {
  const { room, desk, learner } = await working();
  room.network(false);
  learner.answer("q1", chose("A"));
  await room.pass(1_000);
  room.become("closed");
  room.losesAnswers(true);
  room.network(true);
  await room.pass(4_000);
  expect([room.standings().at(-1), desk.kept()?.waiting.length]).toEqual([["answer", "late"], 1]);
  room.losesAnswers(false);
  await room.pass(10_000);
  expect(learner.snapshot()).toMatchObject({ waiting: 0, state: { closed: { late: true } } });
});

/** Written without a network, ended elsewhere meanwhile, and then on its way. */
async function withAnAnswerAfterTheEnd(before: (room: Awaited<ReturnType<typeof working>>["room"]) => void) {
  const { room, learner } = await working();
  room.network(false);
  learner.answer("q1", chose("A"));
  await room.pass(1_000);
  room.become("closed");
  before(room);
  room.network(true);
  return { room, learner };
}
const toldOfIt = { waiting: 0, state: { closed: { late: true } } };

test("that an answer arrived after the end is told also when the page had asked for its seat before, and is answered after", async () => {
  const { room, learner } = await withAnAnswerAfterTheEnd((room) => room.slowSeat(1_000));
  await room.pass(3_000);
  expect(learner.snapshot()).toMatchObject(toldOfIt);
});

test("that an answer arrived after the end is told also when other news came while it was being stored", async () => {
  const { room, learner } = await withAnAnswerAfterTheEnd((room) => room.storing(300));
  await room.pass(150);
  room.grant(minutes(0));
  expect(learner.snapshot()).toMatchObject({ waiting: 1, state: { closed: { late: false } } });
  await room.pass(3_000);
  expect(learner.snapshot()).toMatchObject(toldOfIt);
});

test("that an answer arrived after the end is told also when the question that would have brought it was lost", async () => {
  const { room, learner } = await withAnAnswerAfterTheEnd((room) => room.slow(1_000));
  await room.pass(900);
  room.silent(true);
  await room.pass(1_000);
  expect(learner.snapshot()).toMatchObject({ waiting: 0, state: { closed: { late: false } } });
  room.silent(false);
  await room.pass(10_000);
  expect(learner.snapshot()).toMatchObject(toldOfIt);
});

test("a server whose clock was put back is heard all the same: a pause hides the question", async () => {
  const { room, learner } = await working();
  room.putServerClock(-60_000);
  room.become("paused");
  await room.pass(100);
  expect(learner.snapshot().state?.phase).toBe("paused");
});
