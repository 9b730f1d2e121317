import type { Server as HttpServer } from "node:http";
import { type DefaultEventsMap, Server, type Socket } from "socket.io";
import type { Commands } from "../commands/commands.ts";
import type { News } from "../commands/door.ts";
import type { Actor } from "../exam/people/actor.ts";
import { type Refused, refused } from "../exam/people/refusals.ts";
import { type Clock, type Duration, none } from "../exam/time/time.ts";
import type { Views } from "../store/views/views.ts";
import type { PassedOn } from "./between-processes.ts";
import { boards as makeBoards } from "./boards.ts";
import type { AttemptState, ClientToServer, Pulse, Seat, ServerToClient, SittingState } from "./contract.ts";
import type { HeldRequests } from "./held-requests.ts";
import { type Arrangeable, type LinesBetween, linesBetween } from "./lines-between.ts";
import { messages, reading } from "./messages.ts";
import type { HeldAttempt, PresenceHere } from "./presence.ts";
import { takeLeave } from "./take-leave.ts";

type Data = Arrangeable & {
  /** Nobody at a spare computer. */
  actor: Actor | null;
  tokenHash: string | null;
  /** A learner's own, whether the seat is taken or not. */
  own: HeldAttempt | null;
  /** Messages that have not been answered yet. */
  busy: number;
};
export type Live = Server<ClientToServer, ServerToClient, DefaultEventsMap, Data>;
export type LiveSocket = Socket<ClientToServer, ServerToClient, DefaultEventsMap, Data>;

export type GatewayDeps = {
  readonly commands: Commands;
  readonly views: Views;
  readonly clock: Clock;
  readonly presence: PresenceHere;
  /** Pages without a socket. */
  readonly requests: HeldRequests;
  /** Whose sign-in the handshake's cookie is; null when it is nobody's. */
  signedIn(
    cookieHeader: string | undefined,
  ): Promise<{ actor: Actor; attempt: HeldAttempt | null; tokenHash: string } | null>;
  /** The sitting whose spare computer shows this pass; null when it is none of ours. */
  spareOf(pass: string): string | null;
  mayComeFrom(origin: string | undefined, host: string | undefined): boolean;
  /** Fresh states of attempts, for their learners' screens. */
  states(attempts: readonly string[]): Promise<readonly AttemptState[]>;
  seats(sittingId: string, attempts: readonly string[] | null): Promise<readonly Seat[]>;
  sitting(sittingId: string): Promise<SittingState | null>;
  /** Somebody took a seat here, or their line broke. */
  presenceChanged?(): void;
  /** To a page of the same room at another process; left out where there is none. */
  passOn?(passedOn: PassedOn): void;
  /** A board holds copies, or does no longer. */
  holdersChanged?(): void;
  /** How far saving lags, and whether other processes are heard; told to boards. */
  health?(): Pick<Pulse, "behind" | "news">;
  onError(error: unknown): void;
};

/** Sockets: they carry messages to the commands and news to the screens, and decide nothing. */
export function gateway(http: HttpServer, deps: GatewayDeps) {
  const io: Live = new Server(http, {
    serveClient: false,
    destroyUpgrade: false,
    transports: ["websocket"],
    pingInterval: 5_000,
    pingTimeout: 5_000,
    maxHttpBufferSize: 5_000_000,
    allowRequest: (request, decide) => decide(null, deps.mayComeFrom(request.headers.origin, request.headers.host)),
  });
  const boards = makeBoards({
    clock: deps.clock,
    reads: {
      seats: deps.seats,
      sitting: deps.sitting,
      connection: ({ attempt, lastSeenAt }) => deps.presence.of(attempt, lastSeenAt, deps.clock.now()),
    },
    send: {
      changes: (sitting, changes) => io.to(`sitting:${sitting}`).emit("changes", changes),
      pulse: (sitting, pulse) => io.to(`sitting:${sitting}`).emit("pulse", pulse),
      watched: (sitting) => (io.of("/").adapter.rooms.get(`sitting:${sitting}`)?.size ?? 0) > 0,
    },
    health: deps.health ?? (() => ({ behind: none, news: "heard" })),
    onError: deps.onError,
  });

  const lines = linesBetween(io, {
    clock: deps.clock,
    passOn: deps.passOn ?? null,
    holdersChanged: () => deps.holdersChanged?.(),
  });

  io.use(async (socket, next) => {
    try {
      const { spare } = socket.handshake.auth;
      const sitting = typeof spare === "string" ? deps.spareOf(spare) : null;
      const signedIn = sitting === null ? await deps.signedIn(socket.handshake.headers.cookie) : atASpare;
      if (signedIn === null) return next(new Error("not-signed-in"));
      const { actor, attempt, tokenHash } = signedIn;
      socket.data = { actor, tokenHash, own: attempt, attempt: null, sitting, holds: null, busy: 0 };
      next();
    } catch (error) {
      deps.onError(error);
      next(new Error("try-again"));
    }
  });

  io.on("connection", (socket) => {
    const { actor, tokenHash } = socket.data;
    if (tokenHash !== null) void socket.join(`sign-in:${tokenHash}`);
    socket.on(
      "arrange",
      answering(
        socket,
        deps,
        reading(messages.arrange, (message) => lines.arrange(socket, message)),
      ),
    );
    if (actor === null) lines.arrive(socket);
    if (actor?.kind === "candidate") learner(socket, deps, { boards, lines });
    if (actor?.kind === "staff") watcher(socket, deps, { boards, lines });
    if (actor?.kind === "dummy-seat") dummySeat(socket, deps);
  });

  return {
    announce(news: readonly News[]) {
      void tell(io, boards, deps, news).catch(deps.onError);
    },
    /** After saves: boards only, the learner has its acknowledgement. */
    saved(attempts: readonly { readonly attemptId: string; readonly sittingId: string }[]) {
      for (const { attemptId, sittingId } of attempts) boards.attemptChanged(sittingId, attemptId);
    },
    /** Whose sign-ins have a socket open here. */
    signedIn: (): readonly string[] => [...io.of("/").sockets.values()].flatMap(({ data }) => data.tokenHash ?? []),
    watched: boards.watched,
    /** Boards here that hold copies of their rooms, and what other processes say of theirs. */
    holdersHere: lines.here,
    holders: lines.heard,
    arranged: lines.arranged,
    /** Everybody is to connect to another process. */
    leave: (over: Duration) =>
      takeLeave(
        [...io.of("/").sockets.values()].map(({ data, conn }) => ({
          busy: () => data.busy,
          close: () => conn.close(),
        })),
        over,
      ),
    async close() {
      boards.stop();
      await io.close();
    },
  };
}

async function tell(io: Live, boards: ReturnType<typeof makeBoards>, deps: GatewayDeps, news: readonly News[]) {
  const attempts: string[] = [];
  for (const one of news) {
    if (one.about === "attempt") {
      boards.attemptChanged(one.sittingId, one.attemptId);
      if (one.only !== "boards") attempts.push(one.attemptId);
    }
    if (one.about === "sitting") boards.sittingChanged(one.sittingId);
    if (one.about === "announcement") {
      io.to(`learners:${one.sittingId}`).emit("announcement", one.announced);
      deps.requests.announcement(one.sittingId, one.announced);
    }
    if (one.about === "signed-out") {
      deps.requests.signedOut(one.tokenHashes);
      for (const tokenHash of one.tokenHashes) {
        io.to(`sign-in:${tokenHash}`).emit("signed-out");
        io.in(`sign-in:${tokenHash}`).disconnectSockets(true);
      }
    }
  }
  // Those who sit at another process are told there.
  const byRequest = deps.requests.attempts();
  const here = attempts.filter(
    (attempt) => io.of("/").adapter.rooms.has(`attempt:${attempt}`) || byRequest.has(attempt),
  );
  for (let from = 0; from < here.length; from += toldAtATime)
    for (const state of await deps.states(here.slice(from, from + toldAtATime))) {
      io.to(`attempt:${state.attempt}`).emit("attempt", state);
      deps.requests.attempt(state);
    }
}

/** The first learners of a hall are told before the last ones are read. */
const toldAtATime = 250;

type Acknowledge<Answer> = (answer: Answer) => void;

/** Answers every message, also when something breaks; a message without an acknowledgement is not ours. */
function answering<Message, Answer>(
  { data }: LiveSocket,
  deps: GatewayDeps,
  work: (message: Message) => Promise<Answer | Refused>,
) {
  return async (message: Message, acknowledge: Acknowledge<Answer | Refused>) => {
    if (typeof acknowledge !== "function") return;
    data.busy += 1;
    try {
      acknowledge(await work(message));
    } catch (error) {
      // Without an answer the sender keeps what it has and sends it again.
      deps.onError(error);
    } finally {
      data.busy -= 1;
    }
  };
}

type Around = { readonly boards: ReturnType<typeof makeBoards>; readonly lines: LinesBetween };

const atASpare = { actor: null, attempt: null, tokenHash: null };

function learner(socket: LiveSocket, deps: GatewayDeps, { boards, lines }: Around) {
  const { actor, own } = socket.data;
  const { attempts } = deps.commands;
  /** What the attempt's screen and the room are told. */
  const rooms = own === null ? [] : [`attempt:${own.attemptId}`, `learners:${own.sittingId}`];
  const seated = ({ attemptId, sittingId }: HeldAttempt) => {
    socket.data.attempt = attemptId;
    socket.data.sitting = sittingId;
    lines.arrive(socket);
    deps.presence.arrive({ attemptId, sittingId });
    deps.presenceChanged?.();
    boards.attemptChanged(sittingId, attemptId);
    socket.once("disconnect", () => {
      deps.presence.leave(attemptId);
      deps.presenceChanged?.();
      boards.attemptChanged(sittingId, attemptId);
    });
  };

  socket.on(
    "attend",
    answering(socket, deps, async (message) => {
      // News is heard before the attempt is read, so that none is missed in between.
      await socket.join(rooms);
      const attended = await attempts.attend(actor, message);
      const isSeated = socket.data.attempt !== null;
      // A page may be gone by then; nobody would say so any more.
      if (attended.ok && own !== null && !isSeated && socket.connected) seated(own);
      if (!attended.ok && !isSeated) for (const room of rooms) void socket.leave(room);
      return attended;
    }),
  );
  socket.on(
    "ready",
    answering(socket, deps, (message) => attempts.makeReady(actor, message)),
  );
  socket.on(
    "save",
    answering(socket, deps, (message) => attempts.save(actor, message)),
  );
  socket.on(
    "keeping",
    answering(socket, deps, (message) => attempts.tellKeeping(actor, message)),
  );
  socket.on(
    "submit",
    answering(socket, deps, (message) => attempts.handIn(actor, message)),
  );
  socket.on(
    "copy-kit",
    answering(socket, deps, (message) => deps.commands.copies.giveKit(actor, message)),
  );
}

/** A computer in a readiness check saves as a learner's does, and can do nothing else here. */
function dummySeat(socket: LiveSocket, deps: GatewayDeps) {
  socket.on(
    "save",
    answering(socket, deps, (message) => deps.commands.readiness.save(socket.data.actor, message)),
  );
}

function watcher(socket: LiveSocket, deps: GatewayDeps, { boards, lines }: Around) {
  const { actor } = socket.data;
  socket.on(
    "watch",
    answering(
      socket,
      deps,
      reading(messages.watch, async ({ sitting }) => {
        const allowed = await deps.views.sittings.head(actor, { sitting });
        if (!allowed.ok) return allowed;
        // Changes are heard before the room is read, so that none is missed in between.
        await socket.join(`sitting:${sitting}`);
        socket.data.sitting = sitting;
        const board = await boards.snapshot(sitting);
        return board === null ? refused("not-found") : { ok: true as const, board };
      }),
    ),
  );
  socket.on(
    "hold",
    answering(
      socket,
      deps,
      reading(messages.hold, async ({ sitting, name }) => {
        const held = await deps.commands.copies.hold(actor, { sitting });
        if (held.ok) lines.hold(socket, { sitting, name });
        return held;
      }),
    ),
  );
  socket.on(
    "since",
    answering(
      socket,
      deps,
      reading(messages.since, ({ sitting, version }) =>
        socket.rooms.has(`sitting:${sitting}`)
          ? { ok: true as const, changes: boards.since(sitting, version) }
          : refused("not-allowed", "Watch the sitting first."),
      ),
    ),
  );
}
