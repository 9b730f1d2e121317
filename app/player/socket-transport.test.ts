import { expect, test } from "vitest";
import { refused } from "../exam/people/refusals.ts";
import type { Saved } from "../live/contract.ts";
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

/** A room whose network lets sockets through, or not. */
function aRoom({ hangs = false, away = () => false }: { hangs?: boolean; away?: () => boolean } = {}) {
  const log: string[] = [];
  const on = new Map<string, (...told: never[]) => void>();
  const clock = turnedClock();
  const noting =
    <Said>(what: string, said: Said) =>
    async () => {
      log.push(what);
      return said;
    };
  const socket = {
    connected: false,
    on: (event: string, callback: (...told: never[]) => void) => on.set(event, callback),
    timeout: () => ({ emitWithAck: (event: string) => noting(`socket ${event}`, saved)() }),
    io: { on: () => {} },
    connect: () => {},
    disconnect: () => {},
  };
  const http = {
    attend: noting("request attend", refused("too-early")),
    save: noting("request save", hangs ? new Promise(() => {}) : saved),
    state: noting("request state", refused("too-early")),
    async reach() {
      log.push("reach");
      if (away()) throw new Error("nobody there");
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
  const connect = () => {
    socket.connected = true;
    on.get("connect")?.();
  };
  const disconnect = () => {
    socket.connected = false;
    on.get("disconnect")?.();
  };
  return { live, log, pass: clock.pass, connect, disconnect };
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
  const { live, log, pass } = aRoom();
  await pass(3_000);
  await live.attend({ machine: "m1", lease: null });
  await live.save(message);
  await pass(2_000);
  expect(log).toEqual(["told connected", "request attend", "request save", "request state", "told too-early"]);
});

test("a socket that gets through takes over from requests", async () => {
  const { live, log, pass, connect } = aRoom();
  await pass(3_000);
  await live.save(message);
  connect();
  await live.save(message);
  await pass(10_000);
  expect(log).toEqual(["told connected", "request save", "told connected", "socket save"]);
});

test("a hall whose server was restarted waits for its sockets and asks it for next to nothing meanwhile", async () => {
  const { live, log, pass, connect, disconnect } = aRoom();
  connect();
  disconnect();
  await pass(10_000);
  await expect(live.save(message)).rejects.toThrow("no way");
  connect();
  await live.save(message);
  await pass(30_000);
  const reaches = ["reach", "reach", "reach", "reach"];
  expect(log).toEqual(["told connected", "told lost", ...reaches, "told connected", "socket save"]);
});

test("a network that lets no more sockets through works by requests once the server has been there for a quarter of a minute", async () => {
  let away = true;
  const { live, log, pass, connect, disconnect } = aRoom({ away: () => away });
  connect();
  disconnect();
  await pass(60_000);
  away = false;
  log.length = 0;
  await pass(17_000);
  await live.save(message);
  expect(log.filter((what) => what !== "reach")).toEqual(["told connected", "request save"]);
});

test("a request that hangs when the socket gets through is asked again there at once", async () => {
  const { live, log, pass, connect } = aRoom({ hangs: true });
  await pass(3_000);
  const hanging = live.save(message);
  connect();
  await expect(hanging).rejects.toThrow("Another way");
  await live.save(message);
  expect(log).toEqual(["told connected", "request save", "told connected", "socket save"]);
});

test("where sockets are blocked, a browser that has its network back looks for the server within a second", async () => {
  const { live, log, pass } = aRoom();
  await pass(3_000);
  await live.attend({ machine: "m1", lease: null });
  live.networkBack();
  await pass(500);
  expect(log).toEqual(["told connected", "request attend", "request state", "told too-early"]);
});
