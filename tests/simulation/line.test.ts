import { describe, expect, test } from "vitest";
import { minutes, seconds } from "../../app/exam/time/time.ts";
import { turnedClock } from "../../app/player/turned-clock.ts";
import { numbers } from "./bad-network.ts";
import { anExamRoom } from "./desk.ts";
import { aLine } from "./line.ts";

/** How many learners of a hall are looked at, one after the other. */
const hall = 40;
const look = 100;

type Cut = { readonly away: number; readonly says: boolean; readonly reloads?: boolean };

/** A learner whose line dies without a word and is whole again later. Answers after how long all that was typed is safe. */
async function cutOff(seed: number, { away, says, reloads = false }: Cut) {
  const below = numbers(seed * 7_919);
  const clock = turnedClock(() => below(1_000) / 1_000);
  const room = anExamRoom(clock);
  const line = aLine(clock);
  const computer = room.computer("m", line.connect);
  let learner = await computer.open();
  learner.instructionsRead();
  await room.pass(3_000);
  room.become("running");
  await room.pass(10_000);
  learner.answer("q1", { RESPONSE: ["before"] });
  await room.pass(1_000);
  expect(learner.snapshot()).toMatchObject({ waiting: 0, trouble: false });

  line.dies();
  for (let typed = 0; typed < away / 1_500; typed += 1) {
    learner.answer("q2", { RESPONSE: [`line ${typed}`] });
    await room.pass(1_500);
  }
  expect(learner.snapshot()).toMatchObject({ trouble: true });
  if (reloads) {
    learner.crash();
    learner = await computer.open();
    await room.pass(below(30_000));
  }
  line.isMended();
  if (says) line.browserSaysSo();
  const mended = clock.now();
  const isSafe = () => learner.snapshot().waiting === 0 && !learner.snapshot().trouble && learner.snapshot().connected;
  while (!isSafe() && clock.now() - mended < minutes(1)) await room.pass(look);
  learner.crash();
  expect(room.answers().q2).toEqual(learner.snapshot().work.answers.q2);
  return clock.now() - mended;
}

const everybody = (cut: Cut) => Promise.all(Array.from({ length: hall }, (_, place) => cutOff(place + 1, cut)));
/** As many as came back within one fifth of a second. */
const most = (took: readonly number[]) =>
  Math.max(...took.map((one) => took.filter((other) => other === one || other === one + look).length));

describe.each([
  ["a quarter of a minute", seconds(15)],
  ["a minute", minutes(1)],
  ["five minutes", minutes(5)],
])("after %s without a line that no computer is told of", (_, away) => {
  test("everything typed is safe within five seconds, and the hall does not come back in one instant", async () => {
    const took = await everybody({ away, says: false });
    expect(Math.max(...took)).toBeLessThanOrEqual(5_000);
    expect(most(took)).toBeLessThan(hall / 2);
  });

  test("where browsers notice that it is back, within two", async () => {
    const took = await everybody({ away, says: true });
    expect(Math.max(...took)).toBeLessThanOrEqual(2_000);
  });

  test("a page that was loaded again meanwhile is as quick, whether its browser notices or not", async () => {
    expect(Math.max(...(await everybody({ away, says: false, reloads: true })))).toBeLessThanOrEqual(5_000);
    expect(Math.max(...(await everybody({ away, says: true, reloads: true })))).toBeLessThanOrEqual(2_000);
  });
});
