import type { AttemptState, Attended, Looked, Saved } from "../../app/live/contract.ts";
import type { HttpTransport } from "../../app/player/http-transport.ts";
import type { LearnerSocket } from "../../app/player/knocking.ts";
import { seatRequests } from "../../app/player/seat-requests.ts";
import { liveTransport } from "../../app/player/socket-transport.ts";
import type { Timers } from "../../app/player/timers.ts";
import { turnedClock } from "../../app/player/turned-clock.ts";
import { numbers } from "./bad-network.ts";

/**
 * Milliseconds of its only thread that the server needs for what it is asked, about as they were measured: by a request the same
 * costs many times what it does over a socket.
 */
const costs = {
  lettingIn: 5,
  overSocket: { attend: 12, save: 0.2 },
  byRequest: { attend: 25, state: 15, save: 8 },
  reach: 0.4,
  turn: 0.2,
};
const toServer = 10;
const requestWithin = 10_000;
const lookWithin = 5_000;
/** The process measures every second whether it had any rest. */
const lately = 1_000;
const nextToNoRest = 0.1;

const state = { phase: "running" } as AttemptState;
const attended: Attended = {
  ok: true,
  lease: "l1",
  savedThrough: 0,
  state,
  work: null,
  announcements: [],
};
const saved = { ok: true, savedThrough: 1, head: "h", phase: "running", notCounted: null } as unknown as Saved;

/** A process with one thread, which lets in one connection in each turn of its loop, and does all else that waits. */
function aServer(clock: Timers) {
  let line: readonly (() => void)[] = [];
  let work: readonly { readonly costs: number; readonly done: () => void }[] = [];
  let turning = false;
  let worked = 0;
  let busy = true;

  const turn = () => {
    const [first, ...others] = line;
    const now = work;
    if (first === undefined && now.length === 0) {
      turning = false;
      return;
    }
    turning = true;
    line = others;
    work = [];
    const took = now.reduce((sum, one) => sum + one.costs, costs.turn);
    worked += took;
    clock.after(took, () => {
      first?.();
      for (const { done } of now) done();
      turn();
    });
  };
  const measure = () => {
    busy = worked > lately * (1 - nextToNoRest);
    worked = 0;
    clock.after(lately, measure);
  };
  clock.after(lately, measure);
  const awake = () => {
    if (!turning) turn();
  };
  return {
    busy: () => busy,
    /** Stands in line with everybody else. Whoever has gone meanwhile takes a turn all the same. */
    letIn(opened: () => void) {
      line = [...line, opened];
      awake();
    },
    do(cost: number, done: () => void) {
      work = [...work, { costs: cost, done }];
      awake();
    },
  };
}

/** A learner's page, from when its socket has to be let in until the server has seated it and stored what it had. */
function aPage(clock: Timers, server: ReturnType<typeof aServer>) {
  const on = new Map<string, () => void>();
  let tries = 0;
  let requestLine: "none" | "open" = "none";
  let isSafe = false;

  const answered = <Answer>(cost: number, answer: () => Answer) =>
    new Promise<Answer>((give) => server.do(cost, () => give(answer())));
  /** Over a line that is kept, once the server has let it in. */
  const request = <Answer>(cost: number, answer: () => Answer, within = requestWithin) =>
    new Promise<Answer>((give, giveUp) => {
      clock.after(within, () => giveUp(new Error("no answer")));
      const ask = () => void answered(cost, answer).then(give);
      if (requestLine === "open") return ask();
      clock.after(toServer, () =>
        server.letIn(() => {
          requestLine = "open";
          ask();
        }),
      );
    });
  const socket = {
    connected: false,
    io: { on: (event: string, callback: () => void) => on.set(`io ${event}`, callback) },
    on: (event: string, callback: () => void) => on.set(event, callback),
    connect() {
      tries += 1;
      const mine = tries;
      const isMine = () => mine === tries;
      clock.after(toServer, () =>
        server.letIn(() => {
          if (!isMine()) return;
          on.get("io open")?.();
          server.do(costs.lettingIn, () => {
            if (!isMine()) return;
            socket.connected = true;
            on.get("connect")?.();
          });
        }),
      );
    },
    disconnect() {
      tries += 1;
      socket.connected = false;
    },
    timeout: (within: number) => ({
      emitWithAck: (event: "attend" | "save") =>
        new Promise((give, giveUp) => {
          clock.after(within, () => giveUp(new Error("no answer")));
          void answered(costs.overSocket[event], () => (event === "attend" ? attended : saved)).then(give);
        }),
    }),
  };
  const http = {
    attend: () => request(costs.byRequest.attend, () => attended),
    save: () => request(costs.byRequest.save, () => saved),
    state: () => request<Looked>(costs.byRequest.state, () => ({ ok: true, state, announcements: [] }), lookWithin),
    reach: () => request(costs.reach, () => ({ busy: server.busy() }), lookWithin),
  } as unknown as HttpTransport;

  const seat = seatRequests({
    timers: clock,
    attend: () => live.attend({ attempt: "a1", machine: "m1", lease: "l1" }),
    seated: () => void live.save({ attempt: "a1", lease: "l1", entries: [] }).then(() => (isSafe = true), askAgain),
    refused() {},
    isWanted: (isKnown) => !isKnown,
    again: () => ask(),
  });
  const ask = () => void seat.ask({ lease: "l1", holdsWork: true });
  const askAgain = () => void clock.after(1_000, ask);
  const live = liveTransport({
    socket: socket as unknown as LearnerSocket,
    http,
    timers: clock,
    heard: {
      attempt() {},
      announcement() {},
      signedOut() {},
      refused() {},
      lost() {},
      connected() {
        seat.newWay();
        ask();
      },
    },
  });
  return {
    isSafe: () => isSafe,
    /** Its process has gone, and with it every line there was. */
    serverGone() {
      isSafe = false;
      requestLine = "none";
      tries += 1;
      socket.connected = false;
      on.get("disconnect")?.();
    },
  };
}

/** A hall of so many learners whose pages all come at once. */
export function aHall(learners: number, seed: number) {
  const below = numbers(seed);
  const clock = turnedClock(() => below(1_000) / 1_000);
  let server = aServer(clock);
  const here: ReturnType<typeof aServer> = {
    busy: () => server.busy(),
    letIn: (opened) => server.letIn(opened),
    do: (cost, done) => server.do(cost, done),
  };
  const pages = Array.from({ length: learners }, () => aPage(clock, here));
  return {
    /** Milliseconds until everybody's work is safe, or until it is too late. */
    async safeAfter(atMost: number) {
      const since = clock.now();
      while (pages.some((page) => !page.isSafe()) && clock.now() - since < atMost) await clock.pass(100);
      return { took: clock.now() - since, safe: pages.filter((page) => page.isSafe()).length };
    },
    /** What the old process had begun, nobody finishes. */
    serverStartsAgain() {
      server = aServer(clock);
      for (const page of pages) page.serverGone();
    },
  };
}
