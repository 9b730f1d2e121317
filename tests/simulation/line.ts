import type { ClientToServer } from "../../app/live/contract.ts";
import type { HttpTransport } from "../../app/player/http-transport.ts";
import type { LearnerSocket } from "../../app/player/knocking.ts";
import { liveTransport } from "../../app/player/socket-transport.ts";
import type { Timers } from "../../app/player/timers.ts";
import type { Heard } from "../../app/player/transport.ts";
import type { Server } from "./desk.ts";

/** When TCP asks again for a connection that nobody has answered, and when it has none to answer, in milliseconds. */
const askedAgain = [0, 1_000, 3_000, 7_000, 15_000, 31_000, 63_000];
/** A socket over which nothing has come for so long counts as broken. */
const deadAfter = 10_000;
const requestWithin = 10_000;
const lookWithin = 5_000;
const onTheWay = 20;

/** A computer's line to the server. It dies without a word, and whatever is begun meanwhile hangs until TCP tries anew. */
export function aLine(clock: Timers) {
  let whole = true;
  let diedAt = 0;
  let broke = () => {};

  /** Calls back as soon as the server hears of what is asked for now; gives the way to give it up. */
  const through = (arrived: () => void) => {
    const [first = 0, ...later] = askedAgain;
    let callOff = () => {};
    const tryAt = (after: number, rest: readonly number[], before = 0) => {
      callOff = clock.after(after - before + onTheWay, () => {
        const [next] = rest;
        if (whole) arrived();
        else if (next !== undefined) tryAt(next, rest.slice(1), after + onTheWay);
      });
    };
    tryAt(first, later);
    return () => callOff();
  };
  const within = <Answer>(milliseconds: number, ask: () => Promise<Answer>) =>
    new Promise<Answer>((resolve, reject) => {
      const giveUp = through(() => ask().then(resolve, reject));
      clock.after(milliseconds, () => {
        giveUp();
        reject(new Error("no answer"));
      });
    });

  const socketTo = (server: Server) => {
    const on = new Map<string, (told?: unknown) => void>();
    let trying = () => {};
    const ask = (event: keyof ClientToServer, message: never) =>
      (server as unknown as Record<string, (message: never) => Promise<unknown>>)[event]?.(message) ??
      Promise.reject(new Error(`The room knows no ${event}.`));
    const socket = {
      connected: false,
      io: { on: (event: string, callback: () => void) => on.set(`io ${event}`, callback) },
      on: (event: string, callback: () => void) => on.set(event, callback),
      connect() {
        trying();
        trying = through(() => {
          on.get("io open")?.();
          socket.connected = true;
          on.get("connect")?.();
        });
      },
      disconnect() {
        trying();
        socket.connected = false;
      },
      timeout: (milliseconds: number) => ({
        // Over a line that died the socket's own bytes are sent again too late for anybody.
        emitWithAck: (event: keyof ClientToServer, message: never) =>
          whole
            ? within(milliseconds, () => ask(event, message))
            : new Promise((_, reject) => clock.after(milliseconds, () => reject(new Error("no answer")))),
      }),
    };
    server.tells((state) => {
      if (whole && socket.connected) on.get("attempt")?.(state);
    });
    broke = () => {
      if (!socket.connected) return;
      socket.connected = false;
      on.get("disconnect")?.();
    };
    return socket as unknown as LearnerSocket;
  };

  const requestsTo = (server: Server): HttpTransport => ({
    attend: (message) => within(requestWithin, () => server.attend(message)),
    ready: (message) => within(requestWithin, () => server.ready(message)),
    save: (message) => within(requestWithin, () => server.save(message)),
    submit: (message) => within(requestWithin, () => server.submit(message)),
    keeping: (message) => within(requestWithin, () => server.keeping(message)),
    takePlace: () => Promise.reject(new Error("Nobody comes from a copy here.")),
    state: () => within(lookWithin, server.state),
    reach: () => within(lookWithin, () => Promise.resolve({ busy: false })),
  });

  let live: ReturnType<typeof liveTransport> | null = null;
  return {
    connect(heard: Heard, server: Server) {
      live = liveTransport({ socket: socketTo(server), http: requestsTo(server), timers: clock, heard });
      return live;
    },
    dies() {
      whole = false;
      diedAt = clock.now();
      clock.after(deadAfter, () => {
        if (clock.now() - diedAt >= deadAfter) broke();
      });
    },
    isMended() {
      whole = true;
    },
    /** The browser of this computer tells that there is a network again. */
    browserSaysSo: () => live?.networkBack(),
  };
}
