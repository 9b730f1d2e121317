import { accept } from "../../app/exam/attempt/accept.ts";
import { next, noWork, work } from "../../app/exam/attempt/answers.ts";
import type { Entry, Journalled } from "../../app/exam/attempt/entry.ts";
import { instant, minutes, seconds } from "../../app/exam/time/time.ts";
import { type Kept, type Outbox, outbox } from "../../app/player/outbox.ts";

/**
 * A learner answers while the network loses, doubles, delays and reorders both directions, browsers crash and are reloaded
 * from what they kept, and the invigilator moves the learner from desk to desk while what the old ones still hold is on its
 * way. In the end every answer the screen showed must be the one that counts, and everything the old desks held must be there.
 */

/** What a browser puts into one message, having kept what `kept` says; again, where it knows of a try that failed. */
type Pick = (box: Outbox, most: number, kept: Kept, isAgain: boolean) => readonly Entry[];
export type Rules = { readonly pick: Pick; readonly keepsBeforeSending: boolean };
export const asBuilt: Rules = {
  pick: (box, most, kept, isAgain) => box.prefix(most, kept.seq, isAgain),
  keepsBeforeSending: true,
};

export type Harm = {
  /** Waits for ever at some desk. */
  lost: number;
  /** Counts and is not what the screen showed, or was on the screen before a reload and not after. */
  wrong: number;
  /** Was left at a desk when the learner moved away, and is not in the journal. */
  thrownAway: number;
  /** Is in the journal twice. */
  duplicated: number;
};
/** What the runs were made of, so that nobody takes quiet ones for proof. */
export type Met = { moves: number; crashes: number; entries: number; stranded: number };

type Desk = { readonly lease: number; box: Outbox; vault: Kept };
type Flight =
  | { readonly to: "server"; readonly lease: number; readonly entries: readonly Entry[] }
  | { readonly to: "desk"; readonly lease: number; readonly savedThrough: number };

const items = ["q1", "q2", "q3", "q4"];
const onForm = new Set(items);
const now = instant(0);
const grace = seconds(30);

/** Numbers below `n`, always the same for a seed. */
export const numbers = (seed: number) => {
  let state = seed % 2_147_483_646 || 1;
  return (n: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % n;
  };
};

const fold = (entries: readonly Entry[], from = noWork) => entries.reduce(next, from).answers;
const differ = (a: Record<string, unknown>, b: Record<string, unknown>) =>
  items.filter((item) => JSON.stringify(a[item]) !== JSON.stringify(b[item])).length;

/** The server: one attempt, its journal, and the lease that may write. */
function aServer() {
  const journal: (Journalled & { readonly lease: number })[] = [];
  const savedThrough = new Map<number, number>();
  return {
    journal,
    savedThrough: (lease: number) => savedThrough.get(lease) ?? 0,
    save(current: number, lease: number, entries: readonly Entry[]) {
      const arrived = entries.map((entry) => ({ entry, receivedAt: now }));
      const accepted = accept(
        { phase: "running", deadline: null, lease: String(current), items: onForm },
        { lease: String(lease), savedThrough: savedThrough.get(lease) ?? 0, entries: arrived, grace },
      );
      journal.push(...accepted.keep.map((one) => ({ ...one, lease })));
      savedThrough.set(lease, accepted.savedThrough);
      return accepted.savedThrough;
    },
  };
}

function anExam(seed: number, { pick, keepsBeforeSending }: Rules) {
  const below = numbers(seed);
  const server = aServer();
  const met: Met = { moves: 0, crashes: 0, entries: 0, stranded: 0 };
  const network: Flight[] = [];
  let here: Desk = { lease: 1, box: outbox({ seq: 0, waiting: [] }), vault: { seq: 0, waiting: [] } };
  let desks: readonly Desk[] = [here];
  /** What the screen shows, and what it showed when the browser last kept its work. */
  let screen: Record<string, unknown> = {};
  let keptScreen = screen;
  let wrong = 0;
  const left: { readonly lease: number; readonly entry: Entry }[] = [];

  const keep = (desk: Desk) => {
    desk.vault = desk.box.kept();
    if (desk === here) keptScreen = screen;
  };
  const send = (desk: Desk, most: number) => {
    if (keepsBeforeSending) keep(desk);
    const entries = pick(desk.box, most, keepsBeforeSending ? desk.vault : desk.box.kept(), below(2) === 0);
    if (entries.length > 0) network.push({ to: "server", lease: desk.lease, entries });
  };
  const deliver = (flight: Flight) => {
    if (flight.to === "desk") desks.find(({ lease }) => lease === flight.lease)?.box.acknowledge(flight.savedThrough);
    else {
      const { lease, entries } = flight;
      network.push({ to: "desk", lease, savedThrough: server.save(here.lease, lease, entries) });
    }
  };
  /** After opening a browser: what waits is what was kept and is not acknowledged; the screen shows it over the server's work. */
  const open = (desk: Desk) => {
    const through = server.savedThrough(desk.lease);
    desk.box = outbox({
      seq: Math.max(desk.vault.seq, through),
      waiting: desk.vault.waiting.filter((entry) => entry.seq > through),
    });
    return fold(desk.box.waiting(), work(server.journal));
  };
  const crash = (desk: Desk) => {
    met.crashes += 1;
    const shown = open(desk);
    if (desk !== here) return;
    wrong += differ(shown, keptScreen);
    screen = shown;
    keptScreen = shown;
  };
  const move = () => {
    met.moves += 1;
    keep(here);
    left.push(...here.vault.waiting.map((entry) => ({ lease: here.lease, entry })));
    here = { lease: here.lease + 1, box: outbox({ seq: 0, waiting: [] }), vault: { seq: 0, waiting: [] } };
    desks = [...desks, here];
    screen = open(here);
    keep(here);
  };
  const answer = () => {
    met.entries += 1;
    const item = items[below(items.length)] ?? "q1";
    const response = { RESPONSE: [String(below(1_000))] };
    here.box.put({ kind: "answer", item, response, left: minutes(30) });
    screen = { ...screen, [item]: response };
  };
  /** Mostly the desk the learner sits at; now and then one that was left. */
  const someDesk = () => (below(3) > 0 ? here : (desks[below(desks.length)] ?? here));

  const step = () => {
    const chance = below(16);
    if (chance === 0) crash(someDesk());
    else if (chance === 1) below(6) === 0 && move();
    else if (chance === 2) keep(someDesk());
    else if (chance <= 5) send(someDesk(), 1 + below(3));
    else if (chance <= 8) for (const flight of network.splice(below(network.length || 1), 1)) deliver(flight);
    else if (chance === 9) network.splice(below(network.length || 1), 1);
    else if (chance === 10) network.push(...network.slice(below(network.length || 1)).slice(0, 1));
    else answer();
  };
  for (let turn = 0; turn < 50; turn += 1) step();

  // The network comes back: whatever still flies arrives, and every desk sends until everything is acknowledged.
  const waits = () => desks.reduce((sum, { box }) => sum + box.waiting().length, 0);
  for (let turn = 0; turn < 100 && waits() + network.length > 0; turn += 1) {
    for (const flight of network.splice(0)) deliver(flight);
    for (const desk of desks) send(desk, 200);
  }

  const { journal } = server;
  met.stranded = journal.filter(({ standing }) => standing === "stranded").length;
  const stored = new Set(journal.map(({ lease, entry }) => `${lease} ${JSON.stringify(entry)}`));
  const harm: Harm = {
    lost: waits(),
    wrong: wrong + differ(work(journal).answers, screen),
    thrownAway: left.filter(({ lease, entry }) => !stored.has(`${lease} ${JSON.stringify(entry)}`)).length,
    duplicated: journal.length - new Set(journal.map(({ lease, entry }) => `${lease} ${entry.seq}`)).size,
  };
  return { harm, met };
}

const plus = <Sums extends Record<string, number>>(a: Sums, b: Sums): Sums =>
  Object.fromEntries(Object.entries(a).map(([name, sum]) => [name, sum + (b[name] ?? 0)])) as Sums;

/** So many exams, the seeds counted from `first`; a failure is repeated with its seed alone. */
export function simulate(runs: number, rules: Rules = asBuilt, first = 1) {
  let harm: Harm = { lost: 0, wrong: 0, thrownAway: 0, duplicated: 0 };
  let met: Met = { moves: 0, crashes: 0, entries: 0, stranded: 0 };
  const bad: number[] = [];
  for (let seed = first; seed < first + runs; seed += 1) {
    const one = anExam(seed, rules);
    if (Object.values(one.harm).some((count) => count > 0)) bad.push(seed);
    harm = plus(harm, one.harm);
    met = plus(met, one.met);
  }
  return { runs, harm, met, badSeeds: bad };
}
