import type { Entry } from "../../../app/exam/attempt/entry.ts";
import { duration } from "../../../app/exam/time/time.ts";
import type { Attended, Saved } from "../../../app/live/contract.ts";
import { latencies } from "./latency.ts";
import { type Line, openLine } from "./line.ts";
import { machineOf, type Seat } from "./seats.ts";

export type Seating = {
  readonly url: string;
  readonly seats: readonly Seat[];
  readonly items: readonly string[];
  readonly attend: boolean;
};
export type Saving = {
  readonly warmUp: number;
  readonly seconds: number;
  /** Everybody saves every so many seconds, come what may; null: again as soon as the last save is acknowledged. */
  readonly every: number | null;
};
/** What the server said it holds of a lease. */
export type Told = { readonly lease: string; readonly savedThrough: number };

type Learner = Seat & { readonly line: Line; readonly items: readonly string[]; seq: number; savedThrough: number };

const letters = ["A", "B", "C", "D"];
const words =
  "A customer who waits wants to know how long, and whether somebody is looking after it; say both, and keep to it.";

/** Two answers in three are a choice, one is a text of some length, as in the paper. */
const entry = (seq: number, items: readonly string[]): Entry => ({
  seq,
  left: duration(4_500_000 - seq),
  kind: "answer",
  item: items[seq % items.length] ?? "",
  response: { RESPONSE: [seq % 3 === 0 ? words.slice(0, 40 + (seq % 72)) : (letters[seq % 4] ?? "A")] },
});

export async function sit({ url, seats, items, attend }: Seating) {
  const began = performance.now();
  let slowest = 0;
  const learners: Learner[] = [];
  const rest = [...seats];
  const comeIn = async () => {
    for (let seat = rest.pop(); seat !== undefined; seat = rest.pop()) {
      const knocked = performance.now();
      const line = await openLine({ url, cookie: seat.cookie });
      if (attend) await attended(line, seat);
      slowest = Math.max(slowest, performance.now() - knocked);
      learners.push({ ...seat, line, items, seq: 0, savedThrough: 0 });
    }
  };
  await Promise.all(Array.from({ length: 32 }, comeIn));
  return { learners, seconds: (performance.now() - began) / 1_000, slowest };
}

export const attended = (line: Line, { attempt, lease }: Seat) =>
  new Promise<void>((resolve, reject) => {
    line.ask("attend", { attempt, machine: machineOf(attempt), lease }, (answer) => {
      const told = answer as Attended;
      if (told.ok) resolve();
      else reject(new Error(`Nobody sat down: ${told.refusal}`));
    });
  });

/** Everybody saves; answers when the last acknowledgement has come. */
export async function save(learners: readonly Learner[], { warmUp, seconds, every }: Saving) {
  const measured = latencies();
  let refused = 0;
  let isOver = false;
  let inFlight = 0;
  let allDone = () => {};
  const from = performance.now() + warmUp * 1_000;
  const until = from + seconds * 1_000;

  const saveOne = (learner: Learner, due: number) => {
    learner.seq += 1;
    inFlight += 1;
    const { attempt, lease, line, seq, items } = learner;
    line.ask("save", { attempt, lease, entries: [entry(seq, items)] }, (answer) => {
      const saved = answer as Saved;
      const now = performance.now();
      inFlight -= 1;
      if (saved.ok) learner.savedThrough = Math.max(learner.savedThrough, saved.savedThrough);
      else refused += 1;
      // What was sent within the time counts, however late its answer.
      if (due >= from && due < until) measured.add(now - due);
      if (!isOver && every === null) saveOne(learner, now);
      if (isOver && inFlight === 0) allDone();
    });
  };

  if (every === null) for (const learner of learners) saveOne(learner, performance.now());
  else pace(learners, every, () => isOver, saveOne);
  await new Promise((resolve) => setTimeout(resolve, (warmUp + seconds) * 1_000));
  isOver = true;
  if (inFlight > 0)
    await new Promise<void>((resolve) => {
      allDone = resolve;
    });
  const told = learners.map(({ lease, savedThrough }) => ({ lease, savedThrough }));
  return { latencies: measured.read(), refused, told };
}

/** Everybody at their own moment of the interval. A save counts from when it was due, so a late sender hides nothing. */
function pace(
  learners: readonly Learner[],
  every: number,
  isOver: () => boolean,
  saveOne: (learner: Learner, due: number) => void,
) {
  const gap = (every * 1_000) / learners.length;
  const began = performance.now();
  let sent = 0;
  const timer = setInterval(() => {
    if (isOver()) return clearInterval(timer);
    for (let due = began + sent * gap; due <= performance.now(); due = began + sent * gap) {
      const learner = learners[sent % learners.length];
      if (learner !== undefined) saveOne(learner, due);
      sent += 1;
    }
  }, 1);
}
