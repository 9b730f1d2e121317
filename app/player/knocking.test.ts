import { expect, test } from "vitest";
import { knocking } from "./knocking.ts";
import { turnedClock } from "./turned-clock.ts";

/** A door at which nobody answers, or which is found locked at once. */
function aDoor({ locked = false } = {}) {
  const clock = turnedClock();
  const log: string[] = [];
  const note = (what: string) => log.push(`${clock.now()} ${what}`);
  let reached = () => {};
  const socket = {
    connected: false,
    io: {
      on(_: "open", callback: () => void) {
        reached = callback;
      },
    },
    connect() {
      note("knocks");
      if (locked) clock.after(0, door.failed);
      return socket as never;
    },
    disconnect() {
      note("goes");
      return socket as never;
    },
  };
  const door = knocking({ socket, timers: clock });
  return { socket, door, log, pass: clock.pass, reached: () => reached() };
}

test("where nobody answers, a try is given up after a quarter of a minute and another is made soon after", async () => {
  const { door, log, pass } = aDoor();
  door.knock();
  await pass(30_000);
  expect(log).toEqual(["0 knocks", "15000 goes", "15400 knocks"]);
});

test("a try that hangs while what was asked long after it is answered is given up at once; one just begun is not", async () => {
  const { door, log, pass } = aDoor();
  door.knock();
  await pass(3_500);
  door.answered({ askedAt: 2_999, busy: false });
  await pass(500);
  door.answered({ askedAt: 3_000, busy: false });
  await pass(1_000);
  door.answered({ askedAt: 5_000, busy: false });
  expect(log).toEqual(["0 knocks", "4000 goes", "4400 knocks"]);
});

test("a try that stands in line at a busy server stays there for as long as it is busy", async () => {
  const { door, log, pass } = aDoor();
  door.answered({ askedAt: 0, busy: true });
  door.knock();
  for (let waited = 0; waited < 60_000; waited += 2_000) {
    await pass(2_000);
    door.answered({ askedAt: waited, busy: true });
  }
  expect(log).toEqual(["0 knocks"]);
  door.answered({ askedAt: 60_000, busy: false });
  await pass(400);
  expect(log).toEqual(["0 knocks", "60000 goes", "60400 knocks"]);
});

test("a try that began when the server did not answer is given up once, however busy it is now, and the next one stays", async () => {
  const { door, log, pass } = aDoor();
  door.answered({ askedAt: 0, busy: true });
  door.unanswered();
  door.knock();
  await pass(4_000);
  for (let waited = 4_000; waited < 30_000; waited += 2_000) {
    door.answered({ askedAt: waited, busy: true });
    await pass(2_000);
  }
  expect(log).toEqual(["0 knocks", "4000 goes", "4400 knocks"]);
});

test("only a try that has hung for three seconds, and at no open door, is worth asking about", async () => {
  const { door, pass, reached } = aDoor();
  door.knock();
  await pass(2_999);
  expect(door.hangsLong()).toBe(false);
  await pass(1);
  expect(door.hangsLong()).toBe(true);
  reached();
  expect(door.hangsLong()).toBe(false);
});

test("a server that has been reached is given the time it needs to let somebody in", async () => {
  const { door, log, pass, reached } = aDoor();
  door.knock();
  await pass(1_000);
  reached();
  await pass(60_000);
  expect(log).toEqual(["0 knocks"]);
});

test("where the server is known to be away, it is looked for ever more rarely, up to every three seconds", async () => {
  const { door, log, pass } = aDoor({ locked: true });
  door.knock();
  await pass(12_000);
  expect(log).toEqual([0, 400, 1_200, 2_800, 5_800, 8_800, 11_800].map((at) => `${at} knocks`));
});

test("whoever rests from knocking in vain knocks soon once the server is there, and whoever knocks goes on with it", async () => {
  const { door, log, pass } = aDoor({ locked: true });
  door.knock();
  await pass(3_000);
  door.isThere();
  await pass(1_000);
  const { door: other, log: noted, pass: passAtOther } = aDoor();
  other.knock();
  other.isThere();
  await passAtOther(1_000);
  expect([log.at(-1), noted]).toEqual(["3400 knocks", ["0 knocks"]]);
});

test("a browser that has its network back gives up what it tried without one and knocks within a second", async () => {
  const { door, log, pass } = aDoor();
  door.knock();
  await pass(1_000);
  door.networkBack();
  await pass(1_000);
  expect(log).toEqual(["0 knocks", "1000 goes", "1500 knocks"]);
});

test("a line that is open stays as it is, whatever the browser says of the network", async () => {
  const { socket, door, log, pass } = aDoor();
  door.knock();
  socket.connected = true;
  door.opened();
  door.networkBack();
  await pass(60_000);
  expect(log).toEqual(["0 knocks"]);
});

test("whoever has left knocks no more", async () => {
  const { door, log, pass } = aDoor({ locked: true });
  door.knock();
  door.stop();
  await pass(0);
  door.stop();
  await pass(60_000);
  expect(log).toEqual(["0 knocks"]);
});
