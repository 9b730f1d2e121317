import type { Attend, HeardOf, Looked } from "../live/contract.ts";
import type { HttpTransport } from "./http-transport.ts";
import { justBack, knocking, type LearnerSocket } from "./knocking.ts";
import { about, type Timers } from "./timers.ts";
import type { Heard, Transport } from "./transport.ts";

/** Milliseconds. */
const answerWithin = 5_000;
/** Coming in takes the server longest when a whole hall does; that the line is whole, the socket itself finds out. */
const seatWithin = 12_000;
const socketWithin = 3_000;
const askEvery = 2_000;
/** A request that was kept waiting for news is followed by the next, so that the server hears from somebody whose line is whole. */
const askOn = 200;
/** More processes than any installation has. */
const processes = 8;
/**
 * A server that answers readily has so long to let a socket in where one got through before; one that does not, or says so, is
 * busy. A hall that asks by requests costs it many times what sockets do, so that it would be busy longest when everybody needs
 * it: after a restart, or when all come at once.
 */
const longForASocket = 15_000;
const readily = 1_000;
/** After that nothing is waited for any longer: something lets sockets begin, and nothing through them. */
const longAtMost = 90_000;

type Parts = {
  readonly socket: LearnerSocket;
  readonly http: HttpTransport;
  readonly timers: Timers;
  readonly heard: Heard;
};

export type LiveTransport = Transport & {
  /** The browser says that there is a network again. */
  networkBack(): void;
};

/**
 * The socket while it is connected. When it has not been for three seconds and the server answers readily, requests instead, one
 * of which always waits there for what the server has to tell; the socket goes on trying and takes over again when it gets
 * through. A network that has let a socket through before will again: there requests wait longer.
 */
export function liveTransport({ socket, http, timers, heard }: Parts): LiveTransport {
  const door = knocking({ socket, timers });
  let byRequest = false;
  /** Sockets get through here. */
  let hasWorked = false;
  /**
   * Until when a server that answers readily may take to let the socket in; null while there is none. One that has just given
   * out this page was readily there.
   */
  let untilRequests: number | null = timers.now();
  /** The same for any server that is reached. */
  let untilAnyway: number | null = null;
  let callOff = () => {};
  let open = false;
  let closed = false;
  const told = new Set<string>();
  /** All that the server had to tell has been heard up to here; nothing of it before the first look, or after one in vain. */
  let heardOf: HeardOf | null = null;
  let seat: Attend | null = null;
  /** What was asked over ways that were open before, and is not answered yet. */
  let asked = new Set<() => void>();
  let looks = 0;

  const become = (now: boolean) => {
    const before = open;
    open = now;
    if (now && !before) {
      const unanswered = asked;
      asked = new Set();
      for (const giveUp of unanswered) giveUp();
      heard.connected();
    }
    if (!now && before) heard.lost();
  };
  const tellTheDoor = (askedAt: number, there: { readonly busy: boolean } | null) =>
    there === null ? door.unanswered() : door.answered({ askedAt, ...there });
  const lookAtTheDoor = async () => {
    if (!door.hangsLong()) return;
    const askedAt = timers.now();
    const there = await http.reach().catch(() => null);
    if (!closed) tellTheDoor(askedAt, there);
  };
  const hear = ({ state, announcements, heard: now }: Extract<Looked, { ok: true }>) => {
    const all = { ...heardOf, ...now };
    heardOf = Object.keys(all).length > processes ? (now ?? {}) : all;
    if (state !== null) heard.attempt(state);
    for (const announced of announcements) {
      if (!told.has(announced.id)) heard.announcement(announced);
      told.add(announced.id);
    }
  };
  const look = async () => {
    callOff();
    looks += 1;
    const mine = looks;
    // Before the first seat there is nothing to look at: asking for the seat is the try.
    if (seat === null) become(true);
    const message = seat && (heardOf === null ? seat : { ...seat, heard: heardOf });
    const answer = message && (await http.state(message).catch(() => null));
    if (!byRequest || closed || mine !== looks) return;
    if (seat !== null) become(answer !== null);
    if (answer !== null) void lookAtTheDoor();
    if (answer === null) heardOf = null;
    else if (answer.ok) hear(answer);
    else heard.refused(answer);
    callOff = timers.after(about(answer?.ok && answer.heard ? askOn : askEvery, timers), look);
  };
  const goByRequests = () => {
    byRequest = true;
    void look();
  };
  const seek = async () => {
    callOff();
    looks += 1;
    const mine = looks;
    const since = timers.now();
    const there = await http.reach().catch(() => null);
    if (socket.connected || closed || mine !== looks) return;
    tellTheDoor(since, there);
    const isReady = there !== null && !there.busy && timers.now() - since <= readily && !door.isAtTheDoor();
    if (isReady && untilRequests === null) door.isThere();
    const long = hasWorked ? longForASocket : socketWithin;
    untilRequests = isReady ? (untilRequests ?? since + about(long, timers)) : null;
    untilAnyway = there !== null ? (untilAnyway ?? since + about(longAtMost, timers)) : null;
    if ([untilRequests, untilAnyway].some((until) => until !== null && timers.now() >= until)) return goByRequests();
    callOff = timers.after(about(askEvery, timers), seek);
  };
  const waitForSocket = () => {
    callOff();
    if (!closed) callOff = timers.after(about(socketWithin, timers), seek);
  };

  socket.on("connect", () => {
    callOff();
    door.opened();
    looks += 1;
    hasWorked = true;
    byRequest = false;
    untilRequests = null;
    untilAnyway = null;
    // Also after requests worked: the socket must learn whose it is.
    open = false;
    become(true);
  });
  socket.on("disconnect", () => {
    // A try that broke half-way changes nothing for requests that work.
    if (!byRequest) {
      become(false);
      waitForSocket();
    }
    if (!closed) door.failed();
  });
  socket.on("connect_error", ({ message }) => {
    if (message !== "not-signed-in") return door.failed();
    door.stop();
    // No socket will be let in any more; by requests it is noticed that somebody signed in again in another tab.
    hasWorked = false;
    untilRequests = timers.now();
    heard.signedOut();
  });
  socket.on("attempt", heard.attempt);
  socket.on("announcement", heard.announcement);
  socket.on("signed-out", heard.signedOut);
  waitForSocket();
  door.knock();

  /** What was asked over a way that has broken is asked again over the one that has opened, and not waited for any longer. */
  const unlessAnotherOpens = <Answer>(answer: Promise<Answer>) =>
    new Promise<Answer>((resolve, reject) => {
      const giveUp = () => reject(new Error("Another way to the server has opened."));
      const own = asked.add(giveUp);
      answer.then(resolve, reject).finally(() => own.delete(giveUp));
    });
  const by = <Answer>(
    overSocket: (waiting: ReturnType<LearnerSocket["timeout"]>) => Promise<Answer>,
    overHttp: () => Promise<Answer>,
    within = answerWithin,
  ) => {
    if (socket.connected) return unlessAnotherOpens(overSocket(socket.timeout(within)));
    return byRequest ? unlessAnotherOpens(overHttp()) : Promise.reject(new Error("There is no way to the server yet."));
  };

  return {
    async attend(message) {
      const answer = await by(
        (waiting) => waiting.emitWithAck("attend", message),
        () => http.attend(message),
        seatWithin,
      );
      const { attempt, machine, lease } = message;
      seat = { attempt, machine, lease: answer.ok ? answer.lease : lease };
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
    networkBack() {
      if (closed) return;
      door.networkBack();
      if (!byRequest) return;
      heardOf = null;
      callOff();
      callOff = timers.after(about(justBack, timers), look);
    },
    close() {
      closed = true;
      callOff();
      door.stop();
      socket.disconnect();
    },
  };
}
