import { expect, test } from "vitest";
import { refused } from "../exam/people/refusals.ts";
import { instant } from "../exam/time/time.ts";
import type { AttemptState, HeardOf, Look, Looked, Saved } from "../live/contract.ts";
import type { HttpTransport } from "./http-transport.ts";
import type { LearnerSocket } from "./knocking.ts";
import { liveTransport } from "./socket-transport.ts";
import { turnedClock } from "./turned-clock.ts";

const saved = {
  ok: true,
  savedThrough: 0,
  head: "h",
  phase: "running",
  left: 0,
  at: 0,
  notCounted: null,
} as unknown as Saved;
const message = { attempt: "a1", lease: "l1", entries: [] };

/** What is looked at only where it matters. */
const aside = ["reach", "knocks", "goes"];

/** A room whose network lets sockets through, or not. */
type Oddities = {
  readonly hangs?: boolean;
  /** What the server answers to a look, which it may keep waiting. */
  readonly look?: (heard: HeardOf | undefined) => Promise<Looked>;
  /** How long the server takes to say that it is there, in milliseconds; null when it is away. */
  readonly there?: () => number | null;
  /** What it says of itself. */
  readonly busy?: () => boolean;
};

function aRoom({ hangs = false, there = () => 0, busy = () => false, ...oddities }: Oddities = {}) {
  const log: string[] = [];
  const on = new Map<string, (told?: unknown) => void>();
  const clock = turnedClock();
  const noting =
    <Said>(what: string, said: Said) =>
    async () => {
      log.push(what);
      return said;
    };
  const socket = {
    connected: false,
    on: (event: string, callback: (told?: unknown) => void) => on.set(event, callback),
    timeout: () => ({ emitWithAck: (event: string) => noting(`socket ${event}`, saved)() }),
    io: { on: (event: string, callback: () => void) => on.set(`io ${event}`, callback) },
    connect: () => log.push("knocks"),
    disconnect: () => log.push("goes"),
  };
  const http = {
    attend: noting("request attend", refused("too-early")),
    save: noting("request save", hangs ? new Promise(() => {}) : saved),
    state({ heard }: Look) {
      log.push("request state");
      return oddities.look?.(heard) ?? Promise.resolve(refused("too-early"));
    },
    async reach() {
      log.push("reach");
      const after = there();
      if (after === null) throw new Error("nobody there");
      if (after > 0) await new Promise<void>((resolve) => clock.after(after, resolve));
      return { busy: busy() };
    },
  } as unknown as HttpTransport;
  const live = liveTransport({
    socket: socket as unknown as LearnerSocket,
    http,
    timers: clock,
    heard: {
      attempt: () => log.push("told attempt"),
      announcement: () => log.push("told announcement"),
      signedOut: () => log.push("told signed out"),
      refused: ({ refusal }) => log.push(`told ${refusal}`),
      connected: () => log.push("told connected"),
      lost: () => log.push("told lost"),
    },
  });
  log.length = 0;
  const connect = () => {
    socket.connected = true;
    on.get("connect")?.();
  };
  const disconnect = () => {
    socket.connected = false;
    on.get("disconnect")?.();
  };
  return {
    live,
    log,
    /** Without what it costs next to nothing to ask, and the socket's own tries. */
    asked: () => log.filter((what) => !aside.includes(what)),
    pass: clock.pass,
    connect,
    disconnect,
    reachTheDoor: () => on.get("io open")?.(),
    turnAway: (message: string) => on.get("connect_error")?.({ message }),
  };
}

test("while the socket is connected everything goes over it", async () => {
  const { live, log, connect } = aRoom();
  connect();
  await live.save(message);
  expect(log).toEqual(["told connected", "socket save"]);
});

test("before there is any way, asking fails at once so that it can be tried again", async () => {
  const { live } = aRoom();
  await expect(live.save(message)).rejects.toThrow("no way");
});

test("a room that blocks sockets works by requests after three seconds", async () => {
  const { live, asked, pass } = aRoom();
  await pass(3_000);
  await live.attend({ attempt: "a1", machine: "m1", lease: null });
  await live.save(message);
  await pass(2_000);
  expect(asked()).toEqual(["told connected", "request attend", "request save", "request state", "told too-early"]);
});

test("where sockets are blocked, one request after the other waits for news, and says what was heard of each process", async () => {
  const asked: (HeardOf | undefined)[] = [];
  const told: Looked[] = [
    { ok: true, state: {} as AttemptState, announcements: [] },
    { ok: true, state: {} as AttemptState, announcements: [], heard: { p1: 0 } },
    { ok: true, state: null, announcements: [{ id: "n1", text: "Ten minutes", at: instant(0) }], heard: { p2: 4 } },
  ];
  const look = (heard: HeardOf | undefined) => {
    asked.push(heard);
    const [next] = told.splice(0, 1);
    return next ? Promise.resolve(next) : new Promise<Looked>(() => {});
  };
  const room = aRoom({ look });
  await room.pass(3_000);
  await room.live.attend({ attempt: "a1", machine: "m1", lease: null });
  await room.pass(4_000);
  expect(asked).toEqual([undefined, {}]);
  await room.pass(400);
  expect(asked).toEqual([undefined, {}, { p1: 0 }, { p1: 0, p2: 4 }]);
  expect(room.log.filter((what) => what.startsWith("told"))).toEqual([
    "told connected",
    "told attempt",
    "told attempt",
    "told announcement",
  ]);
});

test("after a look in vain the next one is not kept waiting, so that a line that is whole again is found soon", async () => {
  const asked: (HeardOf | undefined)[] = [];
  const look = async (heard: HeardOf | undefined): Promise<Looked> => {
    asked.push(heard);
    if (asked.length === 2) throw new Error("no network");
    return { ok: true, state: {} as AttemptState, announcements: [], heard: { p1: asked.length } };
  };
  const { live, pass } = aRoom({ look });
  await pass(3_000);
  await live.attend({ attempt: "a1", machine: "m1", lease: null });
  await pass(4_200);
  expect(asked).toEqual([undefined, { p1: 1 }, undefined]);
});

test("a socket that gets through takes over from requests", async () => {
  const { live, asked, pass, connect } = aRoom();
  await pass(3_000);
  await live.save(message);
  connect();
  await live.save(message);
  await pass(10_000);
  expect(asked()).toEqual(["told connected", "request save", "told connected", "socket save"]);
});

test("a hall whose server was restarted waits for its sockets and asks it for next to nothing meanwhile", async () => {
  const { live, log, asked, pass, connect, disconnect } = aRoom();
  connect();
  disconnect();
  await pass(10_000);
  await expect(live.save(message)).rejects.toThrow("no way");
  connect();
  await live.save(message);
  await pass(30_000);
  expect(asked()).toEqual(["told connected", "told lost", "told connected", "socket save"]);
  expect(log.filter((what) => what === "reach")).toHaveLength(4);
});

test("a network that lets no more sockets through works by requests once the server has answered readily for a quarter of a minute", async () => {
  let there: number | null = null;
  const { live, asked, pass, connect, disconnect } = aRoom({ there: () => there });
  connect();
  disconnect();
  await pass(60_000);
  there = 0;
  expect(asked()).toEqual(["told connected", "told lost"]);
  await pass(17_000);
  await live.save(message);
  expect(asked()).toEqual(["told connected", "told lost", "told connected", "request save"]);
});

test.each([
  ["takes its time to answer", { there: () => 1_500 }, () => {}],
  ["says so", { busy: () => true }, () => {}],
  ["has the socket at its door", {}, (room: ReturnType<typeof aRoom>) => room.reachTheDoor()],
])(
  "a server that %s is busy, and is asked by requests only after a minute and a half",
  async (_, oddities, comesAbout) => {
    const room = aRoom(oddities);
    room.connect();
    room.disconnect();
    await room.pass(3_000);
    comesAbout(room);
    await room.pass(80_000);
    await expect(room.live.save(message)).rejects.toThrow("no way");
    await room.pass(20_000);
    await room.live.save(message);
    expect(room.asked().at(-1)).toBe("request save");
  },
);

test("a server that is there again is knocked at soon, and not when the next knock would have been due", async () => {
  let there: number | null = null;
  const { log, pass, connect, disconnect, turnAway } = aRoom({ there: () => there });
  connect();
  disconnect();
  for (let turnedAway = 0; turnedAway < 6; turnedAway += 1) {
    while (log.at(-1) !== "knocks") await pass(100);
    turnAway("websocket error");
    log.push("rests");
  }
  there = 0;
  log.length = 0;
  await pass(2_500);
  // Of itself it would have rested for three seconds.
  expect(log.slice(0, 2)).toEqual(["reach", "knocks"]);
});

test.each([
  ["busy", "keeps", true, []],
  ["at ease", "leaves", false, ["goes", "knocks"]],
])(
  "where the server is %s, whoever works by requests %s the place of a socket that hangs in its line",
  async (_, __, busyLater, expected) => {
    let busy = false;
    const { live, log, pass } = aRoom({ busy: () => busy });
    await pass(3_500);
    await live.attend({ attempt: "a1", machine: "m1", lease: null });
    busy = busyLater;
    log.length = 0;
    await pass(6_000);
    expect(log.filter((what) => what === "goes" || what === "knocks")).toEqual(expected);
  },
);

test("a page that opens in a busy hall keeps its place in the line, and asks by requests when the server has rest and still lets no socket in", async () => {
  let busy = true;
  const { live, log, asked, pass } = aRoom({ busy: () => busy });
  await pass(30_000);
  expect(log.filter((what) => what !== "reach")).toEqual([]);
  await expect(live.save(message)).rejects.toThrow("no way");
  busy = false;
  await pass(6_000);
  await live.save(message);
  expect(asked()).toEqual(["told connected", "request save"]);
});

test("a page that opens without a network is told of none, and works over the socket as soon as that gets through", async () => {
  let there: number | null = null;
  const { live, log, asked, pass, connect } = aRoom({ there: () => there });
  await pass(60_000);
  expect(asked()).toEqual([]);
  there = 0;
  log.length = 0;
  await pass(2_000);
  expect(log).toEqual(["reach", "goes", "knocks"]);
  connect();
  await live.save(message);
  expect(asked()).toEqual(["told connected", "socket save"]);
});

test("a page that was signed out asks by requests, so that it goes on when somebody signs in again in another tab", async () => {
  const { live, asked, pass, connect, disconnect, reachTheDoor, turnAway } = aRoom();
  connect();
  disconnect();
  await pass(500);
  reachTheDoor();
  turnAway("not-signed-in");
  await pass(6_000);
  await live.save(message);
  expect(asked()).toEqual(["told connected", "told lost", "told signed out", "told connected", "request save"]);
});

test("a request that hangs when the socket gets through is asked again there at once", async () => {
  const { live, asked, pass, connect } = aRoom({ hangs: true });
  await pass(3_000);
  const hanging = live.save(message);
  connect();
  await expect(hanging).rejects.toThrow("Another way");
  await live.save(message);
  expect(asked()).toEqual(["told connected", "request save", "told connected", "socket save"]);
});

test("where sockets are blocked, a browser that has its network back looks for the server within a second", async () => {
  const { live, asked, pass } = aRoom();
  await pass(3_000);
  await live.attend({ attempt: "a1", machine: "m1", lease: null });
  live.networkBack();
  await pass(500);
  expect(asked()).toEqual(["told connected", "request attend", "request state", "told too-early"]);
});
