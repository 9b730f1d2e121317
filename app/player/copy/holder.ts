import { replaces } from "../../exam/attempt/copy.ts";
import type { CopyMessage } from "../../exam/attempt/copy-shape.ts";
import { type Duration, duration } from "../../exam/time/time.ts";
import type { Arranged } from "../../live/contract.ts";
import type { Timers } from "../timers.ts";
import type { CopyStore, KeptCopy } from "./copy-store.ts";
import { type Line, line } from "./line.ts";
import { answerPeer } from "./peer.ts";

/** How the room's copies stand, for the board to show. */
export type RoomCopies = {
  /** By attempt: the computer's own clock when the newest copy came, and whether the learner's page is still on the line. */
  readonly copies: ReadonlyMap<string, { readonly at: number; readonly live: boolean }>;
  readonly spares: readonly Spare[];
};

/** waiting: for a copy. slip: for the learner's slip. here: the learner goes on there. */
export type Spare = {
  readonly peer: string;
  readonly name: string;
  readonly stage: "waiting" | "slip" | "here";
  readonly attempt: string | null;
};

type Ways = {
  readonly sitting: string;
  readonly timers: Timers;
  readonly store: CopyStore;
  readonly answer?: typeof answerPeer;
  changed(copies: RoomCopies): void;
};

type Held = KeptCopy & {
  /** By the monotonic clock; null when it came before this page was loaded. */ readonly now: number | null;
};
type Connection = { close(): void };
type Caller = { readonly attempt: string | null; readonly line: Line; readonly connection: Connection };

/** A board of an earlier version kept no list of them. */
const leftFor = (lease: string, before: Partial<KeptCopy> | undefined): readonly string[] => {
  const { label, former = [] } = before ?? {};
  return label === undefined || label.lease === lease ? former : [...former, label.lease];
};

/** Two clocks of one computer differ by less, unless one was set or the computer slept; in milliseconds. */
const drift = 5_000;
/** Computers that cannot reach each other by then never do, and a browser has only so many connections; in milliseconds. */
const throughWithin = 20_000;

export type Holder = ReturnType<typeof holder>;

/**
 * Holds the copies of a room at the board: sealed as they come, the newest of each learner. With a copy, a spare computer can
 * go on with a test whose computer has died, whether or not the server is there.
 */
export function holder({ sitting, timers, store, answer = answerPeer, changed }: Ways) {
  const held = new Map<string, Held>();
  const forms = new Map<string, Uint8Array<ArrayBuffer>>();
  const callers = new Map<string, Caller>();
  const connections = new Set<Connection>();
  /** Tests of which nothing is to be held any more, whatever is still on its way. */
  const over = new Set<string>();
  let spares: readonly Spare[] = [];
  /** The test that was brought from here, by spare computer. */
  const brought = new Map<string, string>();
  let named = 0;
  let stopped = false;

  const tell = () => {
    const live = new Set([...callers.values()].map(({ attempt }) => attempt));
    changed({
      // Without the form a copy is of no use to another computer.
      copies: new Map(
        [...held]
          .filter(([attempt]) => forms.has(attempt))
          .map(([attempt, { wall }]) => [attempt, { at: wall, live: live.has(attempt) }]),
      ),
      spares,
    });
  };

  const loaded = store.read(sitting).then((kept) => {
    const isWanted = (attempt: string, here: ReadonlyMap<string, unknown>) => !here.has(attempt) && !over.has(attempt);
    for (const { attempt, sealed } of kept.forms) if (isWanted(attempt, forms)) forms.set(attempt, sealed);
    for (const copy of kept.copies)
      if (isWanted(copy.label.attempt, held)) held.set(copy.label.attempt, { ...copy, now: null });
    tell();
  });

  /** Answers whether it is held now. */
  const take = (message: Extract<CopyMessage, { kind: "copy" }>, sealed: Uint8Array<ArrayBuffer>): boolean => {
    const { label, salt } = message;
    const before = held.get(label.attempt);
    if (!replaces(before?.label ?? null, label, before?.former ?? [])) return false;
    const copy = { sitting, label, former: leftFor(label.lease, before), salt, sealed, wall: timers.wall() };
    held.set(label.attempt, { ...copy, now: timers.now() });
    void store.write(copy);
    tell();
    return true;
  };

  const takeForm = (attempt: string, sealed: Uint8Array<ArrayBuffer>) => {
    forms.set(attempt, sealed);
    void store.writeForm({ attempt, sealed });
  };

  const heard = (peer: string, message: CopyMessage, bytes: Uint8Array<ArrayBuffer>) => {
    const caller = callers.get(peer);
    if (caller === undefined) return;
    // A spare computer speaks for the test that was brought to it, and for no other.
    if (message.kind === "opened" && brought.get(peer) === message.attempt) return moved(peer, message.attempt);
    if (message.kind === "hello" && caller.attempt === null) {
      introduced(peer, message);
      return greet(peer, caller);
    }
    if (caller.attempt === null || over.has(caller.attempt)) return;
    // The server has said whose page it is: nobody writes on another's copy.
    if (message.kind === "form" && message.attempt === caller.attempt) takeForm(message.attempt, bytes);
    if (message.kind !== "copy" || message.label.attempt !== caller.attempt) return;
    if (take(message, bytes)) caller.line.send({ kind: "held", label: message.label });
  };

  const letGo = (connection: Connection) => {
    if (connections.delete(connection)) connection.close();
  };
  const arrive = (peer: string, caller: Caller) => {
    const before = callers.get(peer);
    callers.set(peer, caller);
    if (before !== undefined) letGo(before.connection);
    greet(peer, caller);
    tell();
  };
  const greet = (peer: string, { attempt, line: to }: Caller) =>
    to.send(attempt === null ? { kind: "named", name: nameOf(peer) } : { kind: "hello", formHere: forms.has(attempt) });
  /** A spare computer keeps its name, and what was brought to it, when its line is made anew. */
  const nameOf = (peer: string): string => {
    const known = spares.find((spare) => spare.peer === peer);
    if (known !== undefined) return known.name;
    named += 1;
    const name = `Spare ${named}`;
    spares = [...spares, { peer, name, stage: "waiting", attempt: null }];
    return name;
  };
  /** Its own screen and every other board call it so; and another board may have brought it a test. */
  const introduced = (peer: string, { called, stage, brought: attempt }: Extract<CopyMessage, { kind: "hello" }>) => {
    if (called === undefined || stage === undefined) return;
    setSpare(peer, { name: called, stage, attempt: attempt ?? null });
  };
  /** The line of a page breaks; it may have called again over another one before that was known here. */
  const leave = (peer: string, broken: Line) => {
    if (callers.get(peer)?.line !== broken) return;
    callers.delete(peer);
    spares = spares.filter((spare) => spare.peer !== peer);
    brought.delete(peer);
    tell();
  };

  const moved = (peer: string, attempt: string) => {
    setSpare(peer, { stage: "here", attempt });
    const lease = held.get(attempt)?.label.lease;
    for (const caller of callers.values())
      if (caller.attempt === attempt && lease !== undefined) caller.line.send({ kind: "lock", lease });
  };
  const setSpare = (peer: string, change: Partial<Spare>) => {
    spares = spares.map((spare) => (spare.peer === peer ? { ...spare, ...change } : spare));
    tell();
  };

  /** Whichever clock says more: what has passed can take time off a screen, and none of it may be left out. */
  const since = ({ now, wall }: Held): { readonly passed: Duration; readonly sure: boolean } => {
    const byWall = timers.wall() - wall;
    const counted = now === null ? null : timers.now() - now;
    return {
      passed: duration(Math.max(0, byWall, counted ?? 0)),
      sure: counted !== null && Math.abs(byWall - counted) < drift,
    };
  };

  return {
    loaded,
    /** Somebody of the room calls. Answers what to say back. */
    async called({ from, attempt, text }: Arranged): Promise<string> {
      const connection: Connection = { close: () => {} };
      let isThrough = false;
      const { answer: said, close } = await answer(text, (channel) => {
        const mine: Line = line(channel, {
          open() {
            isThrough = true;
            arrive(from, { attempt, line: mine, connection });
          },
          message: (message, bytes) => heard(from, message, bytes),
          closed() {
            leave(from, mine);
            letGo(connection);
          },
        });
      });
      connection.close = close;
      connections.add(connection);
      if (stopped) letGo(connection);
      timers.after(throughWithin, () => isThrough || letGo(connection));
      return said;
    },
    /** Gives the copy of a test to a spare computer. False when either is not there. */
    handOver(attempt: string, peer: string): boolean {
      const copy = held.get(attempt);
      const form = forms.get(attempt);
      const caller = callers.get(peer);
      if (copy === undefined || form === undefined || caller === undefined || !caller.line.isOpen()) return false;
      const { label, salt, sealed } = copy;
      caller.line.send({ kind: "form", attempt }, form);
      caller.line.send({ kind: "hand-over", label, salt, ...since(copy) }, sealed);
      brought.set(peer, attempt);
      setSpare(peer, { stage: "slip", attempt });
      return true;
    },
    /** The test is over and with the server: nothing of it stays in the room. */
    forget(attempt: string) {
      if (over.has(attempt)) return;
      over.add(attempt);
      void store.forget(attempt);
      const [hadCopy, hadForm] = [held.delete(attempt), forms.delete(attempt)];
      if (hadCopy || hadForm) tell();
    },
    stop() {
      stopped = true;
      for (const connection of connections) letGo(connection);
      store.close();
    },
  };
}
