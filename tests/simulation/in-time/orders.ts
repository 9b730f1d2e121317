import { isOver } from "../../../app/exam/attempt/attempt.ts";
import type { Standing } from "../../../app/exam/attempt/entry.ts";
import { deadline, stoppedFor, timeLeft } from "../../../app/exam/attempt/ledger.ts";
import { minutes } from "../../../app/exam/time/time.ts";
import { type Outbox, outbox } from "../../../app/player/outbox.ts";
import { turnedClock } from "../../../app/player/turned-clock.ts";
import { numbers } from "../bad-network.ts";
import { minutesOracle, type Order } from "./oracle.ts";
import { attemptIds } from "./records.ts";
import { grace, serverInTime } from "./server.ts";
import { shrunk } from "./shrink.ts";

/**
 * Orders of an exam's day in any order and at any time, most of all around the last second, at two processes of a server whose
 * clocks are apart: the real commands carry them out, and an oracle that knows nothing of ledgers says what must have become of
 * everybody's minutes and answers.
 */

type Deed =
  | Order
  | {
      readonly kind: "arrive";
      readonly learner: number;
      readonly desk: number;
      readonly code: "newest" | "earlier" | "none";
    }
  | { readonly kind: "ready" | "submit"; readonly learner: number; readonly desk: number | "here" }
  | { readonly kind: "grant"; readonly learner: number; readonly minutes: number; readonly again: boolean }
  | {
      readonly kind: "save";
      readonly learner: number;
      readonly desk: number | "here";
      /** How long the message is on its way, and waits at the server, in milliseconds. */
      readonly way: number;
      readonly storing: number;
    };

export type Step = {
  /** Milliseconds before it. */
  readonly wait: number;
  /** Instead: until so long after this learner's time runs out, where their clock runs. */
  readonly end?: { readonly learner: number; readonly plus: number };
  /** Which of the two processes carries it out. */
  readonly process: number;
  readonly deed: Deed;
};
export type Story = { readonly apart: number; readonly steps: readonly Step[] };

const learners = attemptIds.length;
const paper = minutes(3);

/** The story of a seed. */
export function storyOf(seed: number): Story {
  const below = numbers(seed);
  for (let turn = 0; turn < 5; turn += 1) below(2);
  const pick = <One>(all: readonly One[]) => all[below(all.length)] as One;
  const apart = pick([0, 0, 1, -1, 3]) * (below(5_000) + 1) * 0.2;
  const anybody = () => below(learners);
  /** Mostly where they sit. */
  const desk = () => (below(4) > 0 ? "here" : below(3));
  const deed = (): Deed => {
    const [learner, chance] = [anybody(), below(56)];
    if (chance >= 40) {
      const mends = ["resume-all", "return", "ready", "arrive", "resume", "save", "save", "save", "save"] as const;
      const kind = pick(mends);
      if (kind === "arrive") return { kind, learner, desk: below(3), code: "newest" };
      if (kind === "ready") return { kind, learner, desk: "here" };
      if (kind === "save") return { kind, learner, desk: "here", way: pick([5, 40]), storing: 0 };
      return kind === "resume" ? { kind, learner } : { kind };
    }
    if (chance < 11)
      return {
        kind: "save",
        learner,
        desk: desk(),
        way: pick([0, 10, 200, 3_000, 4_900, 6_000, 20_000]),
        storing: pick([0, 0, 5, 900, 4_000, 12_000]),
      };
    if (chance < 14) return { kind: "move", learner, stop: below(3) > 0 };
    if (chance < 19)
      return { kind: "arrive", learner, desk: below(3), code: pick(["newest", "newest", "earlier", "none"]) };
    if (chance < 22) return { kind: "ready", learner, desk: desk() };
    if (chance < 25) return { kind: "pause", learner, cause: pick(["pause", "rest-break"]) };
    if (chance < 28) return { kind: "resume", learner };
    if (chance < 31) return { kind: "grant", learner, minutes: 1 + below(2), again: below(4) === 0 };
    if (chance < 33) return { kind: "make-up", learner };
    if (chance === 33) return { kind: below(4) === 0 ? "submit" : "ready", learner, desk: 0 };
    if (chance === 34) return below(4) === 0 ? { kind: "terminate", learner } : { kind: "return" };
    return { kind: pick(["pause-all", "resume-all", "resume-all", "evacuate", "return"] as const) };
  };
  /** So many more follow one another closely. */
  let closely = 0;
  const one = (): Step => {
    closely = closely > 0 ? closely - 1 : below(10) === 0 ? 6 : 0;
    return {
      wait: (closely > 0 ? pick([0, 1, 200, 900, 2_000]) : pick([0, 0, 1, 40, 700, 3_000, 9_000, 20_000])) + below(3),
      ...(closely === 6 && {
        end: { learner: anybody(), plus: pick([-2_000, -1_000, -1, 0, 1, 2_500, 4_000, 4_999]) },
      }),
      process: below(2),
      deed: deed(),
    };
  };
  const opening = Array.from({ length: learners }, (_, learner): Step[] =>
    [
      { kind: "arrive", learner, desk: 0, code: "none" } as const,
      { kind: "ready", learner, desk: 0 } as const,
      { kind: "start", learner } as const,
    ].map((deed) => ({ wait: below(3), process: below(2), deed })),
  ).flat();
  return { apart: Math.round(apart), steps: [...opening, ...Array.from({ length: 60 }, one)] };
}

/** What the stories were made of, so that nobody takes quiet ones for proof. */
export type Met = Record<
  | "orders"
  | "refused"
  | "answers"
  | "late"
  | "stranded"
  | "moves"
  | "evacuations"
  | "expired"
  | "madeUp"
  | "lastSecond",
  number
>;
export const nothingMet: Met = {
  orders: 0,
  refused: 0,
  answers: 0,
  late: 0,
  stranded: 0,
  moves: 0,
  evacuations: 0,
  expired: 0,
  madeUp: 0,
  lastSecond: 0,
};

type Desk = { readonly machine: string; lease: string | null; box: Outbox };
type Made = { readonly learner: number; readonly lease: string; readonly seq: number; readonly must: Standing | null };

class Wrong extends Error {}

/** Plays a story to its end. @returns what is wrong, in words, or null; and what happened, for people to read. */
export async function play({ apart, steps }: Story) {
  const timers = turnedClock();
  const server = serverInTime(timers, { paper, apart });
  const { records } = server;
  const oracle = minutesOracle({ paper, learners, apart });
  const met = { ...nothingMet };
  const told: string[] = [];
  const codes: string[][] = attemptIds.map(() => []);
  const keys = attemptIds.map(() => 0);
  const desks = attemptIds.map((id) =>
    [0, 1, 2].map(
      (desk): Desk => ({ machine: `computer-${id.at(-1)}-${desk}`, lease: null, box: outbox({ seq: 0, waiting: [] }) }),
    ),
  );
  const made: Made[] = [];
  const deskOf = (learner: number, desk: number | "here") => {
    const all = desks[learner] ?? [];
    const here = all.find(({ lease }) => lease !== null && lease === attempt(learner).lease);
    return (desk === "here" ? (here ?? all[0]) : all[desk]) as Desk;
  };
  const place = (learner: number, desk: Desk) => `computer ${(desks[learner] ?? []).indexOf(desk) + 1}`;
  const id = (learner: number) => attemptIds[learner] as string;
  const attempt = (learner: number) => records.attempt(id(learner));
  const off = (process: number) => (process === 0 ? 0 : apart);
  const say = (words: string) => {
    told.push(`${(timers.now() / 1_000).toFixed(3)} s  ${words}`);
  };
  const must = (is: boolean, words: string) => {
    if (!is) throw new Wrong(words);
  };

  /** The server and the oracle agree about everybody. */
  const agree = () => {
    oracle.pass(timers.now());
    for (const learner of attemptIds.keys()) {
      const now = attempt(learner);
      const margin = () => oracle.of(learner).slack + Math.abs(apart) + 1;
      const { left } = oracle.of(learner);
      const name = `learner ${learner + 1}`;
      must(records.closings(id(learner)) === (now.phase === "closed" ? 1 : 0), `${name} was not closed exactly once`);
      if (now.phase === "closed" && !oracle.of(learner).over) {
        must(now.closed?.reason === "time-expired", `${name} was closed as ${now.closed?.reason} by nobody's order`);
        must(oracle.runs(learner), `${name} was closed while the clock had to stand`);
        must(left <= margin() - grace, `${name} was closed with ${left} ms left`);
        met.expired += 1;
        oracle.over(learner);
        continue;
      }
      if (oracle.of(learner).over) {
        must(now.phase === "closed", `${name} should be closed and is ${now.phase}`);
        continue;
      }
      if (apart !== 0 && Math.abs(left) <= margin() && oracle.of(learner).begun)
        oracle.adopt(learner, now.phase === "running", stoppedFor(now.ledger) === "evacuation" ? "out" : "order");
      must(
        oracle.runs(learner) === (now.phase === "running"),
        `${name} is ${now.phase}, with ${left} ms left, and the clock has to ${oracle.runs(learner) ? "run" : `stand (${oracle.of(learner).stop})`}`,
      );
      const shown = timeLeft(now.ledger, server.clock(0).now());
      const due = Math.max(0, left);
      must(Math.abs(shown - due) <= margin(), `${name} has ${shown} ms left and should have ${due}`);
      must(left > -(grace + longestStoring + 2_000 + margin()), `${name} was never closed`);
    }
  };
  const pass = async (by: number) => {
    const end = timers.now() + by;
    while (timers.now() < end) {
      const isNear = [...attemptIds.keys()].some((learner) => oracle.runs(learner) && oracle.of(learner).left < 8_000);
      await timers.pass(Math.min(isNear ? 250 : 5_000, end - timers.now()));
      agree();
    }
  };

  const ordered = async (order: Order, process: number, given: () => Promise<{ ok: boolean } & object>, amount = 0) => {
    oracle.pass(timers.now());
    const may = oracle.may(order);
    const answer = await given();
    met.orders += 1;
    if (!answer.ok) met.refused += 1;
    if ("learner" in order && Math.abs(oracle.of(order.learner).left) <= 6_000) met.lastSecond += 1;
    const why = answer.ok ? "" : ` (${(answer as unknown as { refusal: string }).refusal})`;
    say(
      `${"learner" in order ? `learner ${order.learner + 1}: ` : ""}${order.kind}${words(order)}${answer.ok ? "" : `, refused${why}`}`,
    );
    must(may === null || may === answer.ok, `${order.kind} was ${answer.ok ? "done" : "refused"}${why}`);
    if (answer.ok) oracle.done(order, off(process), amount);
    return answer;
  };

  const arrive = async (deed: Extract<Deed, { desk: number; code: string }>, process: number) => {
    const { learner, code } = deed;
    const known = codes[learner] ?? [];
    const typed = code === "newest" ? known.at(-1) : code === "earlier" ? known.at(-2) : undefined;
    if (code !== "none" && typed === undefined) return;
    if (typed !== undefined && !(await server.typeCode(process, typed)))
      return say(`learner ${learner + 1}: a code that opens nothing`);
    const desk = deskOf(learner, deed.desk);
    const before = attempt(learner);
    // Signing in anew is a page that remembers no seat of this test.
    const lease = typed === undefined ? desk.lease : null;
    const seated = await server.attend(process, { attempt: id(learner), machine: desk.machine, lease });
    say(
      `learner ${learner + 1}: sits down at ${place(learner, desk)}${seated.ok ? "" : `, refused (${seated.refusal})`}`,
    );
    if (!seated.ok || isOver(before)) return;
    if (seated.lease !== desk.lease) desk.box = outbox({ seq: 0, waiting: [] });
    desk.lease = seated.lease;
    if (seated.lease !== before.lease) oracle.done({ kind: "arrive", learner }, off(process));
    else oracle.heard(learner, null);
  };

  const save = (deed: Extract<Deed, { kind: "save" }>, process: number) => {
    const { learner, way, storing } = deed;
    const desk = deskOf(learner, deed.desk);
    const { lease } = desk;
    const { phase, ledger } = attempt(learner);
    const left = timeLeft(ledger, server.clock(0).now());
    // A page writes nothing where its clock stands or has run out.
    if (lease === null || phase !== "running" || left === 0) return;
    const { box } = desk;
    const response = { RESPONSE: [String(met.answers)] };
    box.put({ kind: "answer", item: "q1", response, left });
    const entries = box.prefix(200);
    met.answers += 1;
    say(
      `learner ${learner + 1}: answers at ${place(learner, desk)}; it arrives after ${way} ms and waits ${storing} to be stored`,
    );
    timers.after(way, () => {
      oracle.pass(timers.now());
      const before = oracle.of(learner);
      const wasOver = before.over;
      const arrivedWith = oracle.runs(learner) ? before.left - before.allowed : null;
      void server.save(process, { attempt: id(learner), lease, entries }, storing).then((saved) => {
        oracle.pass(timers.now());
        const then = oracle.of(learner);
        const leftAtArrival = arrivedWith === null ? null : arrivedWith + then.allowed;
        if (!saved.ok) throw new Error("An answer was refused.");
        const fresh = entries.filter(({ seq }) => !made.some((one) => one.lease === lease && one.seq === seq));
        made.push(...fresh.map(({ seq }) => ({ learner, lease, seq, must: standing() })));
        box.acknowledge(saved.savedThrough);
        if (attempt(learner).lease === lease && !then.over)
          oracle.heard(learner, fresh.length > 0 && standing() === "counted" ? before.way : null);

        function standing(): Standing | null {
          if (attempt(learner).lease !== lease) return "stranded";
          if (wasOver || then.over || attempt(learner).phase === "closed") return wasOver || then.over ? "late" : null;
          if (leftAtArrival === null || !oracle.runs(learner)) return "counted";
          const margin = then.slack + Math.abs(then.off) + Math.abs(apart) + 1;
          if (Math.abs(leftAtArrival + grace) <= margin) return null;
          return leftAtArrival < -grace ? "late" : "counted";
        }
      });
    });
  };

  const act = async ({ process, deed }: Step): Promise<void> => {
    switch (deed.kind) {
      case "save":
        return save(deed, process);
      case "arrive":
        return "desk" in deed ? arrive(deed, process) : undefined;
      case "ready": {
        const lease = "desk" in deed ? deskOf(deed.learner, deed.desk).lease : null;
        if (lease === null || attempt(deed.learner).lease !== lease) return;
        await ordered(deed, process, () => server.ready(process, { attempt: id(deed.learner), lease }));
        return;
      }
      case "submit": {
        const lease = "desk" in deed ? deskOf(deed.learner, deed.desk).lease : null;
        if (lease === null || attempt(deed.learner).phase !== "running") return;
        await ordered(deed, process, () =>
          server.submit(process, { attempt: id(deed.learner), lease, entries: [] }, 0),
        );
        return;
      }
      case "start":
        return void (await ordered(deed, process, () => server.start(process, id(deed.learner))));
      case "pause":
        return void (await ordered(deed, process, () => server.pause(process, id(deed.learner), deed.cause)));
      case "resume":
        return void (await ordered(deed, process, () => server.resume(process, id(deed.learner))));
      case "terminate":
        return void (await ordered(deed, process, () => server.terminate(process, id(deed.learner))));
      case "move": {
        met.moves += 1;
        const moved = await ordered(deed, process, () => server.release(process, id(deed.learner), deed.stop));
        if ("code" in moved) codes[deed.learner]?.push(String(moved.code));
        return;
      }
      case "grant": {
        if (!("minutes" in deed)) return;
        const { learner, again } = deed;
        if (!again) keys[learner] = (keys[learner] ?? 0) + 1;
        if (again && keys[learner] === 0) return;
        const before = attempt(learner).ledger.length;
        const order = {
          minutes: again ? (lastGrant[learner] ?? deed.minutes) : deed.minutes,
          key: `order-${learner}-${keys[learner]}`,
        };
        const answer = server.grant(process, id(learner), order);
        const given = await answer;
        // The same order again is answered as it was the first time, and gives nothing.
        const isNew = attempt(learner).ledger.length > before;
        if (given.ok && again && !isNew) return say(`learner ${learner + 1}: the same grant again`);
        lastGrant[learner] = order.minutes;
        await ordered(deed, process, () => answer, order.minutes * 60_000);
        return;
      }
      case "make-up": {
        const made = await server.makeUp(process, id(deed.learner));
        const amount = made.ok ? made.given * 60_000 : 0;
        await ordered(
          deed,
          process,
          async () => (made.ok && oracle.of(deed.learner).over ? { ok: false, refusal: "none" } : made),
          amount,
        );
        if (amount > 0) met.madeUp += 1;
        const { given, gifts, mostLost, lost, slack, over } = oracle.of(deed.learner);
        const margin = slack + Math.abs(apart) + 1;
        must(
          given <= mostLost + gifts * 60_000 + margin * gifts,
          `${given} ms were made up where at most ${mostLost} were lost`,
        );
        // Which of two computers came first is read from the server's clock: those that are apart may take them the other way round.
        must(over || apart !== 0 || given >= lost, `${given} ms were made up where ${lost} were lost`);
        return;
      }
      case "pause-all":
        return void (await ordered(deed, process, () => server.pauseAll(process)));
      case "resume-all":
        return void (await ordered(deed, process, () => server.resumeAll(process)));
      case "evacuate":
        met.evacuations += 1;
        return void (await ordered(deed, process, () => server.evacuate(process)));
      case "return":
        return void (await ordered(deed, process, () => server.returnToRoom(process)));
    }
  };
  const lastGrant = attemptIds.map(() => 1);

  /** So long from now, or up to the end that is meant. */
  const waitOf = ({ wait, end }: Step) => {
    const until = end === undefined ? null : deadline(attempt(end.learner).ledger);
    if (until === null || end === undefined || attempt(end.learner).phase !== "running") return wait;
    return Math.min(600_000, Math.max(0, until + end.plus - server.clock(0).now()));
  };

  try {
    /** So much is tried on those whose test is over. */
    let left = 6;
    for (const step of steps) {
      if (attemptIds.every((one) => isOver(records.attempt(one)))) left -= 1;
      if (attemptIds.every((one) => isOver(records.attempt(one))) && left === 0) break;
      await pass(waitOf(step));
      await act(step);
      await settled();
      agree();
    }
    // Nobody does anything any more: whose clock runs is closed when its time is over, and everybody else stands as they are.
    await pass(longestStoring + 20_000);
    const running = () => [...attemptIds.keys()].filter((learner) => oracle.runs(learner));
    for (let turn = 0; turn < 100 && running().length > 0; turn += 1) await pass(10_000);
    must(running().length === 0, "Somebody's clock runs for ever");
    for (const { learner, lease, seq, must: standing } of made) {
      const stored = records.journal(id(learner)).filter((one) => one.leaseId === lease && one.entry.seq === seq);
      must(stored.length === 1, `An answer that was said to be safe is there ${stored.length} times`);
      if (stored[0]?.standing === "late") met.late += 1;
      if (stored[0]?.standing === "stranded") met.stranded += 1;
      must(
        standing === null || stored[0]?.standing === standing,
        `An answer of learner ${learner + 1} is ${stored[0]?.standing} and should be ${standing}`,
      );
    }
    return { wrong: null, told, met };
  } catch (error) {
    if (!(error instanceof Wrong)) throw error;
    return { wrong: error.message, told, met };
  }
}

const longestStoring = 12_000;
const settled = () => new Promise<void>((done) => setImmediate(done));
const words = (order: Order) =>
  "cause" in order
    ? ` (${order.cause})`
    : "stop" in order
      ? order.stop
        ? ", the clock stopped"
        : ", the clock running"
      : "";

/** While one exam waits for its turned clock, others are played. */
const atOnce = 32;

/** So many exams, the seeds counted from `first`; of the first that goes wrong the shortest story that does. */
export async function simulateOrders(runs: number, first = 1) {
  let met = nothingMet;
  const badSeeds: number[] = [];
  for (let from = first; from < first + runs; from += atOnce) {
    const seeds = Array.from({ length: Math.min(atOnce, first + runs - from) }, (_, index) => from + index);
    const played = await Promise.all(seeds.map(async (seed) => ({ seed, ...(await play(storyOf(seed))) })));
    met = played.reduce((sum, one) => plus(sum, one.met), met);
    badSeeds.push(...played.filter(({ wrong }) => wrong !== null).map(({ seed }) => seed));
  }
  const [bad] = badSeeds;
  const story = bad === undefined ? [] : await toldShortly(storyOf(bad));
  return { runs, met, badSeeds, story };
}

const plus = (a: Met, b: Met): Met =>
  Object.fromEntries(Object.entries(a).map(([name, sum]) => [name, sum + b[name as keyof Met]])) as Met;

/** The shortest story that goes wrong as this one does, for people to read. */
export async function toldShortly({ apart, steps }: Story): Promise<readonly string[]> {
  const fails = async (some: readonly Step[]) => (await play({ apart, steps: some })).wrong !== null;
  const shortest = await shrunk(steps, fails);
  const { told, wrong } = await play({ apart, steps: shortest });
  return [...(apart === 0 ? [] : [`The second server's clock is ${apart} ms ahead.`]), ...told, `WRONG: ${wrong}`];
}
