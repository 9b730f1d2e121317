import type { Socket } from "socket.io-client";
import type { Attend, ClientToServer, ServerToClient } from "../live/contract.ts";
import type { HttpTransport } from "./http-transport.ts";
import type { Timers } from "./timers.ts";
import type { Heard, Transport } from "./transport.ts";

export type LearnerSocket = Pick<
  Socket<ServerToClient, ClientToServer>,
  "connected" | "active" | "timeout" | "on" | "connect" | "disconnect"
>;

/** Milliseconds. */
const answerWithin = 5_000;
const socketWithin = 3_000;
const askEvery = 2_000;
const knockEvery = 5_000;

/**
 * How a learner's socket knocks. A process that stops sends its people on spread over a while already, so the first try comes
 * soon; after that ever more rarely, up to every five seconds.
 */
export const knocking = { transports: ["websocket"], reconnectionDelay: 400 };

type Parts = {
  readonly socket: LearnerSocket;
  readonly http: HttpTransport;
  readonly timers: Timers;
  readonly heard: Heard;
};

/**
 * The socket while it is connected. When it has not been for three seconds, requests instead, with a look every two
 * seconds at what the server would have told; the socket goes on trying and takes over again when it gets through.
 */
export function liveTransport({ socket, http, timers, heard }: Parts): Transport {
  let byRequest = false;
  let callOff = () => {};
  let open = false;
  let closed = false;
  const told = new Set<string>();
  let seat: Attend | null = null;

  const become = (now: boolean) => {
    const before = open;
    open = now;
    if (now && !before) heard.connected();
    if (!now && before) heard.lost();
  };
  const poll = async () => {
    // Before the first seat there is nothing to look at: asking for the seat is the try.
    if (seat === null) become(true);
    const answer = seat && (await http.state(seat).catch(() => null));
    if (!byRequest || closed) return;
    if (seat !== null) become(answer !== null);
    if (answer?.ok) {
      heard.attempt(answer.state);
      for (const announced of answer.announcements) {
        if (!told.has(announced.id)) heard.announcement(announced);
        told.add(announced.id);
      }
    } else if (answer !== null) heard.refused(answer);
    callOff = timers.after(askEvery, poll);
  };
  const fallBack = () => {
    byRequest = true;
    void poll();
  };
  const waitForSocket = () => {
    callOff();
    if (!closed) callOff = timers.after(socketWithin, fallBack);
  };

  socket.on("connect", () => {
    callOff();
    byRequest = false;
    // Also after requests worked: the socket must learn whose it is.
    open = false;
    become(true);
  });
  socket.on("disconnect", () => {
    become(false);
    waitForSocket();
  });
  socket.on("connect_error", ({ message }) => {
    if (message === "not-signed-in") heard.signedOut();
    // Turned away by the server itself, socket.io would not knock again.
    else if (!socket.active) timers.after(knockEvery, () => closed || socket.connect());
  });
  socket.on("attempt", heard.attempt);
  socket.on("announcement", heard.announcement);
  socket.on("signed-out", heard.signedOut);
  waitForSocket();

  const by = <Answer>(
    overSocket: (waiting: ReturnType<LearnerSocket["timeout"]>) => Promise<Answer>,
    overHttp: () => Promise<Answer>,
  ) => {
    if (socket.connected) return overSocket(socket.timeout(answerWithin));
    return byRequest ? overHttp() : Promise.reject(new Error("There is no way to the server yet."));
  };

  return {
    async attend(message) {
      const answer = await by(
        (waiting) => waiting.emitWithAck("attend", message),
        () => http.attend(message),
      );
      seat = { machine: message.machine, lease: answer.ok ? answer.lease : message.lease };
      return answer;
    },
    ready: (message) =>
      by(
        (waiting) => waiting.emitWithAck("ready", message),
        () => http.ready(message),
      ),
    save: (message) =>
      by(
        (waiting) => waiting.emitWithAck("save", message),
        () => http.save(message),
      ),
    submit: (message) =>
      by(
        (waiting) => waiting.emitWithAck("submit", message),
        () => http.submit(message),
      ),
    keeping: (message) =>
      by(
        (waiting) => waiting.emitWithAck("keeping", message),
        () => http.keeping(message),
      ),
    close() {
      closed = true;
      callOff();
      socket.disconnect();
    },
  };
}
