import type { Entry, Received } from "../exam/attempt/entry.ts";
import { easeFor, turnAfter, weightOf } from "../exam/attempt/pressure.ts";
import { refused } from "../exam/people/refusals.ts";
import { between, type Clock, type Duration, earlier, type Instant } from "../exam/time/time.ts";
import type { Saved } from "../live/contract.ts";
import type { Committed } from "./save-group.ts";

export type SaveRequest = {
  readonly bookingId: string;
  readonly attempt: string;
  readonly lease: string;
  readonly entries: readonly Entry[];
  /** When it reached the server: by this it is in time or late. */
  readonly receivedAt: Instant;
};
export type SaveQueue = {
  /** Answers when what was sent is committed, or is refused. Rejects when the database does not answer: nothing was said to be safe. */
  save(request: SaveRequest): Promise<Saved>;
  /** How long the save that has waited longest has been waiting. */
  behind(): Duration;
  /** How long the group that was given to the database first has been there without an answer. */
  hanging(): Duration;
  /** Whatever reached this process before then is stored, or was never said to be. */
  storedUpTo(): Instant;
  /** Waits until everything that waits is committed. */
  drain(): Promise<void>;
};

type Deps = {
  readonly clock: Clock;
  /** One transaction for the whole group: when it answers, all of it is on the disk; when it throws, nothing is. */
  commit(group: readonly WaitingSave[], now: Instant): Promise<Committed>;
  /** How long to gather before a commit. */
  readonly gather: Duration;
  /** Once so many bytes wait in memory, what comes on top of them stays with its sender, which tries again. */
  readonly room: number;
  /** After the commit, once a batch. */
  changed(attempts: readonly { readonly attemptId: string; readonly sittingId: string }[]): void;
};

/** Entries that waited together keep each its own time of arrival. */
export type WaitingSave = Omit<SaveRequest, "entries"> & { readonly entries: readonly Received[] };
type Waiting = WaitingSave & {
  readonly weight: number;
  resolve(saved: Saved): void;
  reject(error: unknown): void;
};
type Group = readonly Waiting[];

const mostPerCommit = 256;
/** While PostgreSQL writes one group to the disk, the next one is decided. More would only make the groups smaller. */
const mostWriters = 2;
/** Fewer than these wait for the writer that is at work. */
const worthASecondWriter = 64;

/**
 * Group commit: whatever arrives within a few milliseconds, from all attempts, is one transaction. A busy room makes the
 * groups larger instead of the queue of transactions longer. No attempt is in two groups at once, so its saves are decided
 * in the order in which they came.
 */
export function saveQueue({ clock, commit, gather, room, changed }: Deps): SaveQueue {
  // In the order of arrival. A machine that sends again what still waits does not wait twice.
  const waiting = new Map<string, Waiting>();
  let weight = 0;
  let lastTurn: Instant | null = null;
  /** Since when. */
  const writing = new Map<Group, Instant>();
  const held = new Set<string>();
  let gathering = false;
  let whenIdle: (() => void)[] = [];

  const take = (): Group => {
    const group: Waiting[] = [];
    for (const [machine, one] of waiting) {
      if (group.length === mostPerCommit) break;
      if (held.has(one.attempt)) continue;
      group.push(one);
      waiting.delete(machine);
    }
    return group;
  };

  const write = async (group: Group) => {
    writing.set(group, clock.now());
    for (const { attempt } of group) held.add(attempt);
    await answer(group);
    weight -= group.reduce((sum, one) => sum + one.weight, 0);
    for (const { attempt } of group) held.delete(attempt);
    writing.delete(group);
    begin();
  };

  const answer = async (group: Group): Promise<void> => {
    try {
      const { answers, touched } = await commit(group, clock.now());
      const ease = easeFor(between(group[0]?.receivedAt ?? clock.now(), clock.now()));
      group.forEach(({ resolve }, index) => {
        const answer = answers[index] ?? refused("no-such-attempt");
        resolve(answer.ok && ease > 0 ? { ...answer, ease } : answer);
      });
      if (touched.length > 0) changed(touched);
    } catch (error) {
      // What the database cannot take fails alone, or one learner's message would stop the saving of a whole hall.
      if (group.length > 1 && isAboutTheData(error)) for (const one of group) await answer([one]);
      else for (const { reject } of group) reject(error);
    }
  };

  const noRoom = (): Saved => {
    lastTurn = turnAfter(lastTurn, clock.now());
    return { ...refused("saving-is-slow"), ease: between(clock.now(), lastTurn) };
  };

  const begin = () => {
    while (writing.size < mostWriters && waiting.size >= (writing.size === 0 ? 1 : worthASecondWriter)) {
      const group = take();
      if (group.length === 0) break;
      void write(group);
    }
    if (writing.size > 0 || waiting.size > 0) return;
    for (const idle of whenIdle) idle();
    whenIdle = [];
  };

  const gatherThenBegin = () => {
    if (gathering) return;
    gathering = true;
    setTimeout(() => {
      gathering = false;
      begin();
    }, gather);
  };

  const storedUpTo = () =>
    [...writing.keys(), waiting.values()].reduce(
      (first, queue) => earlier(first, firstOf(queue)?.receivedAt ?? first),
      clock.now(),
    );

  return {
    save: (request) =>
      new Promise((resolve, reject) => {
        // One message may go beyond, or what somebody gathered for long would never find room.
        if (weight >= room) return resolve(noRoom());
        const added = weightOf(request.entries);
        weight += added;
        const { bookingId, attempt, lease, receivedAt } = request;
        const machine = `${bookingId} ${attempt} ${lease}`;
        const before = waiting.get(machine);
        const entries = request.entries.map((entry) => ({ entry, receivedAt }));
        const one = { bookingId, attempt, lease, receivedAt, entries, weight: added, resolve, reject };
        waiting.set(machine, before === undefined ? one : together(before, one));
        gatherThenBegin();
      }),
    behind: () => between(storedUpTo(), clock.now()),
    hanging() {
      const now = clock.now();
      return between([...writing.values()].reduce(earlier, now), now);
    },
    storedUpTo,
    drain: () =>
      new Promise((resolve) => {
        whenIdle.push(resolve);
        begin();
      }),
  };
}

const firstOf = (queue: Iterable<Waiting>): Waiting | undefined => {
  for (const first of queue) return first;
  return undefined;
};

/** Two messages of one machine become one, and both are answered with what becomes of it. What came twice came when it first did. */
function together(one: Waiting, other: Waiting): Waiting {
  const entries = new Map([...other.entries, ...one.entries].map((received) => [received.entry.seq, received]));
  return {
    ...one,
    entries: [...entries.values()],
    weight: one.weight + other.weight,
    resolve(saved) {
      one.resolve(saved);
      other.resolve(saved);
    },
    reject(error) {
      one.reject(error);
      other.reject(error);
    },
  };
}

/** Numbers too large to be written, and PostgreSQL's classes 22 and 23: the values are at fault, not the connection. */
const isAboutTheData = (error: unknown) =>
  error instanceof RangeError ||
  (error instanceof Error && "code" in error && typeof error.code === "string" && /^2[23]/.test(error.code));
