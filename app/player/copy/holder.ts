import { replaces } from "../../exam/attempt/copy.ts";
import type { CopyMessage } from "../../exam/attempt/copy-shape.ts";
import { type Duration, duration } from "../../exam/time/time.ts";
import type { Arranged } from "../../live/contract.ts";
import type { Timers } from "../timers.ts";
import type { CopyStore, KeptCopy } from "./copy-store.ts";
import { type Line, line } from "./line.ts";
import { answerPeer, type Peer } from "./peer.ts";

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
type Caller = { readonly attempt: string | null; readonly line: Line; readonly peer: Peer };

/** Two clocks of one computer differ by less, unless one was set or the computer slept; in milliseconds. */
const drift = 5_000;

export type Holder = ReturnType<typeof holder>;

/**
 * Holds the copies of a room at the board: sealed as they come, the newest of each learner. With a copy, a spare computer can
 * go on with a test whose computer has died, whether or not the server is there.
 */
export function holder({ sitting, timers, store, answer = answerPeer, changed }: Ways) {
  const held = new Map<string, Held>();
  const forms = new Map<string, Uint8Array<ArrayBuffer>>();
  const callers = new Map<string, Caller>();
  let spares: readonly Spare[] = [];
  let named = 0;

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
    for (const { attempt, sealed } of kept.forms) if (!forms.has(attempt)) forms.set(attempt, sealed);
    for (const copy of kept.copies)
      if (!held.has(copy.label.attempt)) held.set(copy.label.attempt, { ...copy, now: null });
    tell();
  });

  const take = (message: Extract<CopyMessage, { kind: "copy" }>, sealed: Uint8Array<ArrayBuffer>) => {
    const { label, salt } = message;
    const before = held.get(label.attempt);
    if (!replaces(before?.label ?? null, label)) return;
    const copy = { sitting, label, salt, sealed, wall: timers.wall() };
    held.set(label.attempt, { ...copy, now: timers.now() });
    void store.write(copy);
    tell();
  };

  const takeForm = (attempt: string, sealed: Uint8Array<ArrayBuffer>) => {
    forms.set(attempt, sealed);
    void store.writeForm({ attempt, sealed });
  };

  const heard = (peer: string, message: CopyMessage, bytes: Uint8Array<ArrayBuffer>) => {
    const caller = callers.get(peer);
    if (caller === undefined) return;
    // A spare computer speaks for the test that was brought to it, and for no other.
    const brought = spares.find((spare) => spare.peer === peer)?.attempt;
    if (message.kind === "opened" && brought === message.attempt) return moved(peer, message.attempt);
    // The server has said whose page it is: nobody writes on another's copy.
    if (message.kind === "form" && message.attempt === caller.attempt) takeForm(message.attempt, bytes);
    if (message.kind !== "copy" || message.label.attempt !== caller.attempt) return;
    take(message, bytes);
    caller.line.send({ kind: "held", label: message.label });
  };

  const arrive = (peer: string, caller: Caller) => {
    callers.set(peer, caller);
    if (caller.attempt !== null) caller.line.send({ kind: "hello", formHere: forms.has(caller.attempt) });
    else {
      named += 1;
      const name = `Spare ${named}`;
      spares = [...spares, { peer, name, stage: "waiting", attempt: null }];
      caller.line.send({ kind: "named", name });
    }
    tell();
  };
  const leave = (peer: string) => {
    if (!callers.delete(peer)) return;
    spares = spares.filter((spare) => spare.peer !== peer);
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
      const { answer: said } = await answer(text, (peer) => {
        const mine: Line = line(peer.channel, {
          open: () => arrive(from, { attempt, line: mine, peer }),
          message: (message, bytes) => heard(from, message, bytes),
          closed: () => {
            leave(from);
            peer.close();
          },
        });
      });
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
      setSpare(peer, { stage: "slip", attempt });
      return true;
    },
    /** The test is over and with the server: nothing of it stays in the room. */
    forget(attempt: string) {
      if (!held.delete(attempt)) return;
      forms.delete(attempt);
      void store.forget(attempt);
      tell();
    },
    stop() {
      for (const { peer } of callers.values()) peer.close();
    },
  };
}
