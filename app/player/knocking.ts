import type { Socket } from "socket.io-client";
import type { ClientToServer, ServerToClient } from "../live/contract.ts";
import { about, type Timers } from "./timers.ts";

export type LearnerSocket = Pick<
  Socket<ServerToClient, ClientToServer>,
  "connected" | "timeout" | "on" | "connect" | "disconnect"
> & {
  /** Calls back when the server has been reached, which may then take its time to say who may come in. */
  readonly io: { on(event: "open", reached: () => void): unknown };
};

/** The socket itself leaves knocking to us. */
export const learnerSocket = { transports: ["websocket"], reconnection: false, autoConnect: false };

/** Milliseconds. A network that is back is back for the whole room. */
export const justBack = 500;
/**
 * A process that stops sends its people on spread over a while already, so the first try comes soon; after that
 * ever more rarely.
 */
const soon = 400;
const rarest = 3_000;
/**
 * Nothing is waited for longer from a server that says nothing of itself; before that only a try that others overtake is given
 * up.
 */
const triedFor = 10_000;
const orLonger = 10_000;
const soonest = 3_000;

type Ways = {
  readonly socket: Pick<LearnerSocket, "connect" | "disconnect" | "connected" | "io">;
  readonly timers: Timers;
};

export type Knocking = ReturnType<typeof knocking>;

/** Knocks at the server until it opens, about as often as it is worth, and everybody of a hall in their own rhythm. */
export function knocking({ socket, timers }: Ways) {
  let inVain = 0;
  let callOff = () => {};
  /** When the present try began, until the server is reached. */
  let hangingSince: number | null = null;
  /** Since when the server has answered whatever it was asked. It has just given out this page. */
  let wholeSince: number | null = timers.now();
  /** Between a try that failed and the next. */
  let resting = false;
  /** The server has been reached, and has not yet said who may come in. */
  let atTheDoor = false;

  const again = (milliseconds: number) => {
    callOff();
    callOff = timers.after(about(milliseconds, timers), knock);
  };
  const failed = () => {
    hangingSince = null;
    wholeSince = null;
    resting = true;
    atTheDoor = false;
    const rest = Math.min(soon * 2 ** inVain, rarest);
    inVain += 1;
    again(rest);
  };
  const giveUp = () => {
    hangingSince = null;
    atTheDoor = false;
    socket.disconnect();
    again(soon);
  };
  const hangOn = () => {
    callOff();
    callOff = timers.after(triedFor + orLonger * timers.chance(), giveUp);
  };
  const knock = () => {
    hangOn();
    resting = false;
    atTheDoor = false;
    hangingSince = timers.now();
    socket.connect();
  };
  socket.io.on("open", () => {
    hangingSince = null;
    atTheDoor = true;
    callOff();
  });

  return {
    knock,
    /** The server has opened. */
    opened() {
      callOff();
      atTheDoor = false;
      inVain = 0;
    },
    /** A try has failed, or the line broke. */
    failed,
    /** The try hangs for so long that it is worth asking whether the line is whole. */
    hangsLong: () => hangingSince !== null && timers.now() - hangingSince >= soonest,
    /**
     * The server has answered what was asked at that time, so the line is whole. A try that hangs since long before then is given
     * up: it began when the line was dead, and would hang on until TCP sends it again. But a busy server may have it in a line,
     * from which it lets in one in each of its turns: whoever tries anew there goes to the end, and leaves a dead try for which
     * all others wait a turn. So what began on a whole line stays for as long as the server is busy.
     */
    answered({ askedAt, busy }: { readonly askedAt: number; readonly busy: boolean }) {
      wholeSince ??= askedAt;
      if (hangingSince === null) return;
      if (busy && hangingSince >= wholeSince) hangOn();
      else if (askedAt - hangingSince >= soonest) giveUp();
    },
    /** It has not. */
    unanswered() {
      wholeSince = null;
    },
    /** The socket itself gets through; it is the server that takes its time. */
    isAtTheDoor: () => atTheDoor,
    /** The server is there again, so nobody rests any longer from tries that found it away. */
    isThere() {
      if (resting) again(soon);
    },
    /** This computer has a network again: whatever is being tried began without one. */
    networkBack() {
      if (socket.connected) return;
      hangingSince = null;
      atTheDoor = false;
      socket.disconnect();
      inVain = 0;
      again(justBack);
    },
    stop() {
      resting = false;
      atTheDoor = false;
      callOff();
    },
  };
}
