import { setTimeout as waitFor } from "node:timers/promises";
import type { Entry } from "../../../app/exam/attempt/entry.ts";
import { duration } from "../../../app/exam/time/time.ts";
import type { Saved } from "../../../app/live/contract.ts";
import { pace as playersPace } from "../../../app/player/sync.ts";
import { type Line, openLine } from "./line.ts";
import { attended } from "./savers.ts";
import type { Seat } from "./seats.ts";
import { machineTime } from "./starters.ts";

export type Coming = { readonly url: string; readonly seats: readonly Seat[]; readonly items: readonly string[] };

/** How busy the room is. */
export type Busy = {
  readonly seconds: number;
  /** Everybody answers another question every so many seconds, each at their own moment. */
  readonly every: number;
  /** So many a second lose their line for three seconds. */
  readonly lost: number;
  /** So many a second have a computer that calls for help for five seconds, because its storage is full. */
  readonly calling: number;
};

/** What happened at a learner's end of the line, and when by the machine's clock. */
export type Happening = {
  readonly attempt: string;
  readonly at: number;
  readonly what: "answered" | "lost" | "back" | "calls" | "well";
  /** How many questions they have answered. */
  readonly answered: number;
};

type Learner = Seat & {
  line: Line;
  seq: number;
  /** In trouble, and left alone until it is over. */
  away: boolean;
  /** The answer under way. */
  saving: Promise<unknown>;
  /** There is a line. */
  isHere: boolean;
  /** When they last sent anything, by the machine's clock. */
  saidAt: number;
};

export async function comeIn({ url, seats, items }: Coming) {
  const learners: Learner[] = [];
  const rest = [...seats];
  const one = async () => {
    for (let seat = rest.pop(); seat !== undefined; seat = rest.pop())
      learners.push({
        ...seat,
        line: await takeSeat(url, seat),
        seq: 0,
        away: false,
        saving: Promise.resolve(),
        isHere: true,
        saidAt: machineTime(),
      });
  };
  await Promise.all(Array.from({ length: 32 }, one));
  const timer = setInterval(() => sayStillHere(learners), 500);
  return {
    url,
    items,
    learners,
    leave() {
      clearInterval(timer);
      for (const { line } of learners) line.close();
    },
  };
}

/** As players do that have nothing to save: a machine that is not heard at all is a problem of its own. */
function sayStillHere(learners: readonly Learner[]) {
  const now = machineTime();
  for (const learner of learners) {
    if (!learner.isHere || now - learner.saidAt < playersPace.heartbeat) continue;
    const { attempt, lease, line } = learner;
    learner.saidAt = now;
    line.ask("save", { attempt, lease, entries: [] }, () => {});
  }
}

/** The line breaks, and the machine knows of it. */
export function cutLine(learner: Learner) {
  learner.isHere = false;
  learner.line.close();
}

async function takeSeat(url: string, seat: Seat): Promise<Line> {
  const line = await openLine({ url, cookie: seat.cookie });
  await attended(line, seat);
  return line;
}

export type Room = Awaited<ReturnType<typeof comeIn>>;

/** Plays the room and answers with everything that happened in it, when all of it has been acknowledged. */
export async function beBusy(room: Room, { seconds, every, lost, calling }: Busy): Promise<readonly Happening[]> {
  const happened: Happening[] = [];
  const note = ({ attempt, seq }: Learner, what: Happening["what"]) =>
    void happened.push({ attempt, at: machineTime(), what, answered: Math.min(seq, room.items.length) });
  const work: Promise<void>[] = [];
  const times = (learners: readonly Learner[], perSecond: number, deed: (learner: Learner) => Promise<void>) =>
    pace(learners, perSecond * seconds, seconds, (learner) => void work.push(deed(learner)));
  const few = spread(room.learners);
  const half = Math.floor(few.length / 2);
  await Promise.all([
    times(room.learners, room.learners.length / every, (learner) => answer(room, learner, note)),
    times(few.slice(0, half), lost, (learner) => loseTheLine(room, learner, note)),
    times(few.slice(half), calling, (learner) => call(learner, note)),
  ]);
  await Promise.all(work);
  return happened;
}

/** Neighbours are not in trouble together. */
const spread = (learners: readonly Learner[]) =>
  Array.from({ length: learners.length }, (_, at) => learners[(at * 37) % learners.length]).filter(
    (learner) => learner !== undefined,
  );

/** So many deeds, evenly, one learner after another; whoever is in trouble is passed over. */
async function pace(learners: readonly Learner[], deeds: number, seconds: number, deed: (one: Learner) => void) {
  const began = performance.now();
  for (let done = 0; done < deeds; done += 1) {
    const wait = began + (done * seconds * 1_000) / deeds - performance.now();
    if (wait > 1) await waitFor(wait);
    const learner = learners[done % learners.length];
    if (learner !== undefined && !learner.away) deed(learner);
  }
}

type Note = (learner: Learner, what: Happening["what"]) => void;

async function answer({ items }: Room, learner: Learner, note: Note) {
  learner.seq += 1;
  note(learner, "answered");
  const { attempt, lease, seq, line } = learner;
  const entry: Entry = {
    seq,
    left: duration(4_500_000 - seq),
    kind: "answer",
    item: items[seq % items.length] ?? "",
    response: { RESPONSE: [`answer ${seq}`] },
  };
  learner.saidAt = machineTime();
  learner.saving = asked(line, "save", { attempt, lease, entries: [entry] });
  const saved = (await learner.saving) as Saved;
  if (!saved.ok) throw new Error(`Not saved: ${saved.refusal}`);
}

async function loseTheLine({ url }: Room, learner: Learner, note: Note) {
  learner.away = true;
  await learner.saving;
  note(learner, "lost");
  cutLine(learner);
  await waitFor(3_000);
  learner.line = await openLine({ url, cookie: learner.cookie });
  note(learner, "back");
  await attended(learner.line, learner);
  learner.isHere = true;
  learner.away = false;
}

async function call(learner: Learner, note: Note) {
  const { attempt, lease, line } = learner;
  learner.away = true;
  note(learner, "calls");
  await asked(line, "keeping", { attempt, lease, keeping: "full" });
  await waitFor(5_000);
  note(learner, "well");
  await asked(line, "keeping", { attempt, lease, keeping: "kept" });
  learner.away = false;
}

const asked = (line: Line, event: string, message: unknown) =>
  new Promise<unknown>((resolve) => line.ask(event, message, resolve));
