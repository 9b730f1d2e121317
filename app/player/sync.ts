import { longestBatch } from "../exam/attempt/batch.ts";
import type { Entry } from "../exam/attempt/entry.ts";
import type { Refused } from "../exam/people/refusals.ts";
import type { AttemptState, Saved } from "../live/contract.ts";
import type { Kept, Outbox } from "./outbox.ts";
import { about, type Timers } from "./timers.ts";
import type { Transport } from "./transport.ts";

/** Milliseconds. */
export const pace = {
  /** A pause in typing. */
  pause: 400,
  /** However long somebody types without a pause. */
  longest: 2_000,
  /** A save without entries says: still here. */
  heartbeat: 5_000,
  retries: [500, 1_000, 2_000, 4_000],
} as const;

/** off: nothing is sent. working: saves and heartbeats. emptying: sends what waits, then falls silent. submitting: hands in. */
export type Mode = "off" | "working" | "emptying" | "submitting";

type Ways = {
  readonly attempt: string;
  readonly lease: string;
  readonly outbox: Outbox;
  readonly transport: Pick<Transport, "save" | "submit">;
  readonly timers: Timers;
  /** Keeps this on the computer; nothing is sent that was not kept first. */
  keep(kept: Kept): Promise<void>;
  /** @param since when the question went out, by the timers' clock. */
  saved(saved: Extract<Saved, { ok: true }>, since: number): void;
  submitted(state: AttemptState, since: number): void;
  refused(refusal: Refused): void;
  /** How many tries in a row have failed. */
  trouble(failures: number): void;
};

export type Sync = ReturnType<typeof sync>;

/**
 * Brings the outbox to the server: one message in flight, always a prefix of what waits, again and again until it is
 * acknowledged. It gives up on nothing.
 */
export function sync(ways: Ways) {
  const { attempt, lease, outbox, timers } = ways;
  let mode: Mode = "off";
  let inFlight = false;
  let failures = 0;
  let triedAt = timers.now();
  /** How long it is left alone after a try that failed. */
  let rest = 0;
  let firstChange: number | null = null;
  let lastChange: number | null = null;
  let hurry = false;
  /** Time is up, or the page is about to go: until the server has it, it is not left alone for long. */
  let isLast = false;
  let ease = 0;
  let callOff = () => {};

  const dueAt = (): number | null => {
    if (mode === "off") return null;
    const waits = outbox.waiting().length > 0;
    if (mode === "emptying" && !waits) return null;
    if (hurry && isLast) return timers.now();
    if (failures > 0 && ease > 0) return triedAt + (isLast ? Math.min(ease, pace.retries[1]) : ease);
    if (failures > 0) return triedAt + rest;
    if (hurry || mode !== "working") return timers.now();
    // A server with more to save than it can has asked for larger and rarer messages.
    const eased = triedAt + ease;
    if (!waits) return Math.max(triedAt + pace.heartbeat, eased);
    if (firstChange === null || lastChange === null) return Math.max(timers.now(), eased);
    return Math.max(Math.min(lastChange + pace.pause, firstChange + pace.longest), eased);
  };

  const plan = () => {
    callOff();
    callOff = () => {};
    const due = inFlight ? null : dueAt();
    if (due !== null) callOff = timers.after(Math.max(0, due - timers.now()), () => void send());
  };

  const send = async () => {
    inFlight = true;
    hurry = false;
    firstChange = null;
    lastChange = null;
    const kept = outbox.kept();
    await ways.keep(kept);
    const entries = outbox.prefix(longestBatch, kept.seq, failures > 0);
    const handsIn = mode === "submitting" && entries.length === outbox.waiting().length;
    const since = timers.now();
    triedAt = since;
    try {
      const answered = handsIn ? await handIn(entries, since) : await save(entries, since);
      failures = answered ? 0 : failures + 1;
      if (answered) isLast = false;
    } catch {
      failures += 1;
      ease = 0;
    }
    inFlight = false;
    triedAt = timers.now();
    rest = about(pace.retries[failures - 1] ?? pace.retries[3], timers);
    ways.trouble(failures);
    plan();
  };

  const save = async (entries: readonly Entry[], since: number) => {
    const saved = await ways.transport.save({ attempt, lease, entries });
    ease = saved.ease ?? 0;
    if (!saved.ok) return no(saved);
    outbox.acknowledge(saved.savedThrough);
    ways.saved(saved, since);
    return true;
  };

  const handIn = async (entries: readonly Entry[], since: number) => {
    const submitted = await ways.transport.submit({ attempt, lease, entries });
    if (!submitted.ok) return no(submitted);
    outbox.acknowledge(entries.at(-1)?.seq ?? 0);
    mode = "emptying";
    ways.submitted(submitted.state, since);
    return true;
  };

  const no = (refusal: Refused) => {
    ways.refused(refusal);
    return false;
  };

  const flush = () => {
    if (mode === "off" || outbox.waiting().length === 0) return;
    hurry = true;
    plan();
  };

  return {
    /** Something was done that waits in the outbox. */
    changed() {
      const now = timers.now();
      firstChange ??= now;
      lastChange = now;
      plan();
    },
    /** An item was left: now, unless the server has asked for patience. */
    itemLeft() {
      if (ease === 0) flush();
    },
    /** Time is up, or the page is about to go: now, and again before long where the server has no room. */
    flush() {
      isLast = true;
      flush();
    },
    /** The server's word is wanted now, whether or not anything waits. */
    ask() {
      if (mode === "off" || inFlight || hurry) return;
      hurry = true;
      plan();
    },
    /** The way to the server is open again: no more waiting between tries. */
    reconnected() {
      if (failures > 0) triedAt = Number.NEGATIVE_INFINITY;
      plan();
    },
    become(next: Mode) {
      if (mode === next) return;
      mode = next;
      plan();
    },
    mode: () => mode,
    stop() {
      mode = "off";
      plan();
    },
  };
}
