import { isOver } from "../../../app/exam/attempt/attempt.ts";
import type { Entry } from "../../../app/exam/attempt/entry.ts";
import { timeLeft } from "../../../app/exam/attempt/ledger.ts";
import { minutes } from "../../../app/exam/time/time.ts";
import { type TurnedClock, turnedClock } from "../../../app/player/turned-clock.ts";
import { numbers } from "../bad-network.ts";
import { type Computer, computerInTime, type Line, type Storage } from "./computer.ts";
import { attemptIds } from "./records.ts";
import { serverInTime } from "./server.ts";
import { shrunk } from "./shrink.ts";
import { inVirtualTime } from "./virtual-browser.ts";

/**
 * One learner, two computers with the real player in their browsers, and the real commands: lines break and come back to another
 * process, computers sleep, have their clocks set and their storage fail, pages are loaded anew and opened twice, and meanwhile
 * the room is ordered about. Somebody who only looks on says what the screen has to show once all has been well for a while, and
 * what became of every answer and every minute.
 */

type Deed =
  | { readonly kind: "answer"; readonly item: "q1" | "q2" }
  | { readonly kind: "pause" | "resume" | "pause-all" | "resume-all" | "evacuate" | "return" | "make-up" | "terminate" }
  | { readonly kind: "grant" | "move" | "sit" | "stay" | "submit" }
  | { readonly kind: "line"; readonly computer: number; readonly to: Line; readonly process: number }
  | { readonly kind: "sleep" | "wake" | "reload" | "second-tab" | "close-tab"; readonly computer: number }
  | { readonly kind: "clock"; readonly computer: number; readonly by: number }
  | { readonly kind: "storage"; readonly computer: number; readonly to: Storage };

export type ScreenStep = { readonly wait: number; readonly process: number; readonly deed: Deed };
export type ScreenStory = { readonly seed: number; readonly apart: number; readonly steps: readonly ScreenStep[] };

const attempt = attemptIds[0];
const paper = minutes(3);
/** So long after the last trouble everything must be as it should, in milliseconds. */
const soon = 14_000;
const lookEvery = 250;
/** A shorter sleep is taken for a slow network. */
const shortestTold = 15_000;
/** When the clock that is turned stands at nothing, at the server. */
const beganAt = Date.parse("2026-06-01T09:00:00Z");

export function screenStoryOf(seed: number): ScreenStory {
  const below = numbers(seed * 31 + 7);
  for (let turn = 0; turn < 5; turn += 1) below(2);
  const pick = <One>(all: readonly One[]) => all[below(all.length)] as One;
  /** In every second story clocks and storage are left alone: then no minute may be missing in what is told. */
  const kinds = below(2) === 0 ? 22 : 24;
  const deed = (): Deed => {
    const computer = below(4) > 0 ? 0 : 1;
    switch (below(kinds)) {
      case 0:
      case 1:
      case 2:
      case 3:
      case 4:
      case 5:
        return { kind: "answer", item: pick(["q1", "q2"] as const) };
      case 6:
        return { kind: pick(["pause", "pause-all"] as const) };
      case 7:
      case 8:
        return { kind: pick(["resume", "resume-all"] as const) };
      case 9:
        return { kind: "evacuate" };
      case 10:
      case 11:
        return { kind: "return" };
      case 12:
        return { kind: pick(["grant", "grant", "make-up"] as const) };
      case 13:
        return { kind: "move" };
      case 14:
      case 15:
        return { kind: "sit" };
      case 16:
        return below(6) === 0
          ? { kind: pick(["submit", "terminate"] as const) }
          : { kind: pick(["stay", "sit", "return", "resume"] as const) };
      case 17:
      case 18:
        return { kind: "line", computer, to: pick(["cut", "cut", "silent"] as const), process: 0 };
      case 19:
      case 20:
        return { kind: "line", computer, to: "whole", process: below(2) };
      case 21:
        return below(2) === 0
          ? { kind: pick(["sleep", "wake"] as const), computer }
          : { kind: pick(["reload", "reload", "second-tab", "close-tab"] as const), computer };
      case 22:
        return { kind: "clock", computer, by: pick([-3_600_000, -20_000, -1_000, 1_000, 20_000, 3_600_000]) };
      default:
        return { kind: "storage", computer, to: pick(["slow", "failing", "full", "fine", "fine", "fine"] as const) };
    }
  };
  const apart = pick([0, 0, 1, -1]) * (below(4_000) + 1);
  const steps = Array.from(
    { length: 30 },
    (): ScreenStep => ({
      wait: pick([0, 10, 60, 300, 1_200, 5_000, 17_000, 24_000]) + below(5),
      process: below(2),
      deed: deed(),
    }),
  );
  return { seed, apart, steps };
}

const counted = [
  "answers",
  "counted",
  "late",
  "stranded",
  "looks",
  "calm",
  "open",
  "moves",
  "reloads",
  "sleeps",
  "expired",
  "offline",
  "dark",
] as const;
export type ScreensMet = Record<(typeof counted)[number], number>;
export const noScreens = Object.fromEntries(counted.map((name) => [name, 0])) as ScreensMet;

const isAnswerTo = (one: Entry, other: Entry) =>
  one.kind === "answer" && other.kind === "answer" && one.item === other.item;

/** What could be read only after a while has another number then. */
const isSame = (one: Entry, other: Entry) =>
  JSON.stringify({ ...one, seq: 0 }) === JSON.stringify({ ...other, seq: 0 });

class Wrong extends Error {}
type Kept = { readonly lease: string; readonly entry: Entry };

export async function playScreens(story: ScreenStory) {
  const clock = turnedClock();
  return inVirtualTime(clock, () => played(story, clock));
}

async function played({ seed, apart, steps }: ScreenStory, clock: TurnedClock) {
  const below = numbers(seed + 77);
  const server = serverInTime(clock, { paper, apart });
  const { records } = server;
  const computers = ["A", "B"].map((name) => computerInTime({ clock, server, attempt, name, below }));
  const met = { ...noScreens };
  const told: string[] = [];
  const codes: string[] = [];
  let grants = 0;
  let words = 0;
  /** Where the learner sits. */
  let at = 0;
  let troubleAt = clock.now();
  /** When a question was last there to be worked at and all was well, under each lease. */
  const wellAt = new Map<string, number>();
  let lastPhase = "";
  const kept: Kept[] = [];
  /** What a screen without a line may count on: the time the server had for it when all was well last. */
  let promised: { readonly left: number; readonly at: number } | null = null;
  /** Since then: the computer's clock was set, it slept, or its page was loaded anew; and when that was last. */
  const since = { clockSet: false, moves: 0, at: 0 };
  /** In which the clock ran at the learner's computer and there was nothing to be seen. */
  let dark: { readonly from: number } | null = null;
  const lost: { readonly from: number; readonly to: number; readonly lease: string }[] = [];
  const hadOpen = new Set<string>();
  const hadClockSet = new Set<Computer>();
  const hadBadStorage = new Set<Computer>();
  const madeAt = new Map<string, { readonly at: number; readonly wasOver: boolean }>();

  const say = (what: string) => {
    told.push(`${(clock.now() / 1_000).toFixed(3)} s  ${what}`);
  };
  const must = (is: boolean, what: string) => {
    if (!is) throw new Wrong(`${(clock.now() / 1_000).toFixed(3)} s: ${what}`);
  };
  const here = () => computers[at] as Computer;
  const computer = (which: number) => computers[which] as Computer;
  const now = () => records.attempt(attempt);
  const holds = (one: Computer) => {
    const { lease } = now();
    return lease !== null && records.lease(lease)?.machine === one.machine();
  };
  const isOpen = (one: Computer) => {
    const learner = one.page();
    if (learner === null || one.isAsleep()) return false;
    const { place, state, form, submitting, timeUp } = learner.snapshot();
    return (
      place === "seated" &&
      state?.phase === "running" &&
      !state.evacuated &&
      form !== null &&
      !submitting &&
      !timeUp &&
      learner.left() > 0
    );
  };
  const stored = () => records.journal(attempt);
  /** What lies in this computer's storage now has to reach the server one day, whatever becomes of the page. */
  const remember = (one: Computer) => {
    const record = one.kept();
    if (record === null) return;
    for (const { lease, waiting } of [...record.behind, { lease: record.lease, waiting: record.waiting }])
      if (lease !== null) kept.push(...waiting.map((entry) => ({ lease, entry })));
  };

  const look = () => {
    met.looks += 1;
    const { phase, ledger } = now();
    if (phase !== lastPhase) troubleAt = clock.now();
    lastPhase = phase;
    must(records.closings(attempt) === (phase === "closed" ? 1 : 0), "The test was not closed exactly once");
    for (const one of computers) {
      const shown = one.page()?.snapshot();
      if (shown === undefined || shown.place !== "seated" || shown.waiting > 0 || shown.safe.safe < shown.safe.of)
        continue;
      for (const [item, response] of Object.entries(shown.work.answers)) {
        const text = JSON.stringify(response);
        const isThere = stored().some(
          ({ entry }) => entry.kind === "answer" && entry.item === item && JSON.stringify(entry.response) === text,
        );
        must(isThere, `Computer ${one.name} says that ${item} is safe, and the server does not have it`);
      }
    }
    const one = here();
    if (isOpen(one)) met.open += 1;
    lookAtDark(one);
    lookWithoutLine(one);
    const isWell = one.line() === "whole" && !one.isAsleep() && one.storage() === "fine" && one.page() !== null;
    if (!isWell || clock.now() - troubleAt < soon + Math.abs(apart)) return;
    met.calm += 1;
    const snapshot = one.page()?.snapshot();
    const left = timeLeft(ledger, server.clock(one.process()).now());
    const must_ = phase === "running" && holds(one) && snapshot?.submitting === false;
    const place = `${snapshot?.place}, ${snapshot?.state?.phase}`;
    // It may show too little by so much, as below, and locks when that is nothing.
    if (must_ && left > 3_500 + Math.abs(apart))
      must(isOpen(one), `The clock runs, and computer ${one.name} shows no question (${place})`);
    if (phase !== "running" || !holds(one))
      must(
        !isOpen(one),
        `Computer ${one.name} shows a question of a test that is ${phase}${holds(one) ? "" : " and not there"}`,
      );
    if (phase === "closed")
      must(
        snapshot?.state?.phase === "closed" || snapshot?.place !== "seated",
        `Computer ${one.name} does not say that the test is over (${place})`,
      );
    if (must_ && isOpen(one)) {
      promised = { left, at: clock.now() };
      wellAt.set(now().lease ?? "", clock.now());
      Object.assign(since, { clockSet: false, moves: 0, at: 0 });
      const shows = one.page()?.left() ?? 0;
      // Counted from when it was asked: too little by the way there and the storing, never too much.
      const wrong = shows - left;
      must(
        wrong > -3_500 - Math.abs(apart) && wrong < 300 + Math.abs(apart),
        `Computer ${one.name} shows ${shows} ms where ${left} are left`,
      );
    }
  };
  /** A page without a line goes on counting, and is worked at. */
  const lookWithoutLine = (one: Computer) => {
    if (one.line() === "whole" || promised === null || one.isAsleep() || one.page() === null) return;
    if (since.at > 0 && clock.now() - since.at < soon) return;
    const due = promised.left - (clock.now() - promised.at);
    const shows = isOpen(one) ? (one.page()?.left() ?? 0) : 0;
    const where = `Computer ${one.name}, without a line, shows ${shows} ms where ${due} are left`;
    met.offline += 1;
    if (!since.clockSet || since.moves === 0)
      must(shows < Math.max(0, due) + 300 + Math.abs(apart) + since.moves * 2_000, where);
    if (!since.clockSet && !hadBadStorage.has(one) && !one.page()?.snapshot().submitting)
      must(shows > due - 4_500 - Math.abs(apart), where);
  };
  /** How long the clock ran before nothing, where a page was there before that could be worked at. */
  const lookAtDark = (one: Computer) => {
    const { phase, lease } = now();
    const runs = phase === "running" && holds(one) && lease !== null;
    const opened = isOpen(one);
    if (runs && opened && lease !== null) hadOpen.add(lease);
    if (!runs || one.page()?.snapshot().submitting) {
      dark = null;
      return;
    }
    if (!opened && lease !== null && hadOpen.has(lease)) dark ??= { from: clock.now() };
    if (!opened || dark === null) return;
    lost.push({ from: dark.from, to: clock.now(), lease });
    dark = null;
  };
  const pass = async (by: number) => {
    const end = clock.now() + by;
    do {
      await clock.pass(Math.min(lookEvery, end - clock.now()));
      look();
    } while (clock.now() < end);
  };

  const ordered = async (what: string, order: Promise<{ readonly ok: boolean }>) => {
    const answer = await order;
    say(`${what}${answer.ok ? "" : ", refused"}`);
    troubleAt = clock.now();
    // Who has a line may have heard of it; nobody else has.
    if (here().line() === "whole") promised = null;
    return answer;
  };

  const note = (one: Computer) => {
    if (one !== here()) return;
    since.moves += 1;
    since.at = clock.now();
  };
  const act = async ({ process, deed }: ScreenStep) => {
    switch (deed.kind) {
      case "answer": {
        const learner = here().page();
        if (learner === null || !isOpen(here())) return;
        words += 1;
        met.answers += 1;
        learner.answer(deed.item, { RESPONSE: [String(words)] });
        madeAt.set(String(words), { at: clock.now(), wasOver: isOver(now()) });
        return say(`answer ${words} to ${deed.item} at computer ${here().name}`);
      }
      case "pause":
        return ordered("pause", server.pause(process, attempt, "pause"));
      case "resume":
        return ordered("resume", server.resume(process, attempt));
      case "pause-all":
        return ordered("pause all", server.pauseAll(process));
      case "resume-all":
        return ordered("resume all", server.resumeAll(process));
      case "evacuate":
        return ordered("evacuate", server.evacuate(process));
      case "return":
        return ordered("return", server.returnToRoom(process));
      case "make-up":
        return ordered("make up", server.makeUp(process, attempt));
      case "terminate":
        return ordered("terminate", server.terminate(process, attempt));
      case "grant":
        grants += 1;
        return ordered("a minute more", server.grant(process, attempt, { minutes: 1, key: `order ${grants} ` }));
      case "move": {
        met.moves += 1;
        const moved = await ordered("move", server.release(process, attempt, true));
        if ("code" in moved) codes.push(String(moved.code));
        return;
      }
      case "sit": {
        const one = computer(below(2));
        const code = codes.at(-1);
        if (code === undefined || one.line() !== "whole" || one.isAsleep()) return;
        if (!(await server.typeCode(process, code))) return;
        at = computers.indexOf(one);
        say(`the learner types the code at computer ${one.name}`);
        promised = null;
        remember(one);
        while (one.tabs() > 0) one.closePage();
        one.openPage();
        troubleAt = clock.now();
        return;
      }
      case "stay":
        if (here().isAsleep() || here().page()?.snapshot().place !== "moved") return;
        say("the learner wants to stay");
        here().page()?.attendAgain("new");
        troubleAt = clock.now();
        return;
      case "submit":
        if (!isOpen(here())) return;
        say("hands in");
        promised = null;
        here().page()?.submit();
        troubleAt = clock.now();
        return;
      case "line":
        say(
          `the line of computer ${computer(deed.computer).name} is ${deed.to}${deed.to === "whole" ? ` (process ${deed.process + 1})` : ""}`,
        );
        if (computer(deed.computer) === here() && deed.to === "whole") promised = null;
        computer(deed.computer).setLine(deed.to, deed.to === "whole" ? deed.process : undefined);
        troubleAt = clock.now();
        return;
      case "sleep":
        met.sleeps += 1;
        say(`computer ${computer(deed.computer).name} sleeps`);
        return computer(deed.computer).sleep();
      case "wake":
        if (!computer(deed.computer).isAsleep()) return;
        say(`computer ${computer(deed.computer).name} wakes`);
        note(computer(deed.computer));
        troubleAt = clock.now();
        return computer(deed.computer).wake();
      case "clock":
        say(`the clock of computer ${computer(deed.computer).name} is set by ${deed.by} ms`);
        troubleAt = clock.now();
        hadClockSet.add(computer(deed.computer));
        if (computer(deed.computer) === here()) since.clockSet = true;
        return computer(deed.computer).setWall(deed.by);
      case "storage":
        say(`the storage of computer ${computer(deed.computer).name} is ${deed.to}`);
        troubleAt = clock.now();
        if (deed.to !== "fine") hadBadStorage.add(computer(deed.computer));
        return computer(deed.computer).setStorage(deed.to);
      case "second-tab":
        if (computer(deed.computer).tabs() !== 1) return;
        say(`a second tab at computer ${computer(deed.computer).name}`);
        return void computer(deed.computer).openPage();
      case "close-tab":
      case "reload": {
        const one = computer(deed.computer);
        if (one.tabs() === 0 || one.isAsleep() || (deed.kind === "close-tab" && one.tabs() < 2)) return;
        met.reloads += 1;
        say(
          `${deed.kind === "reload" ? "the page is loaded anew" : "the first tab is closed"} at computer ${one.name}`,
        );
        remember(one);
        if (deed.kind === "reload") one.reload();
        else one.closePage();
        note(one);
        troubleAt = clock.now();
        return;
      }
    }
  };

  /** Everything is mended, and the test goes on to its end. */
  const mend = async () => {
    for (const one of computers) {
      one.setStorage("fine");
      one.setLine("cut");
      one.wake();
      one.setLine("whole");
      if (one.kept() !== null && one.tabs() === 0) one.openPage();
    }
    troubleAt = clock.now();
    say("everything is mended");
    await pass(40_000);
    await ordered("return", server.returnToRoom(0));
    await ordered("resume all", server.resumeAll(0));
    await ordered("resume", server.resume(0, attempt));
    await pass(30_000);
    for (let turn = 0; turn < 80 && now().phase === "running"; turn += 1) await pass(10_000);
    if (!isOver(now())) await ordered("terminate", server.terminate(0, attempt));
    await pass(60_000);
  };

  const checkAnswers = () => {
    for (const one of computers) {
      const waits = one.page()?.snapshot().waiting ?? 0;
      must(waits === 0, `${waits} entries wait for ever at computer ${one.name}`);
      // A storage that refused the last record is not written to again where nobody works any more.
      must(
        one.waiting().length === 0 || hadBadStorage.has(one),
        `Computer ${one.name} keeps ${one.waiting().length} entries for ever`,
      );
    }
    for (const { lease, entry } of kept) {
      // An answer that was never sent gives way to the next one to its item: that was still being kept as the page went.
      const there = stored().some(
        (two) =>
          two.leaseId === lease &&
          (isSame(two.entry, entry) || (two.entry.seq > entry.seq && isAnswerTo(two.entry, entry))),
      );
      must(there, `What computer kept is lost: ${JSON.stringify(entry)}`);
    }
    const seqs = stored().map(({ leaseId, entry }) => `${leaseId} ${entry.seq}`);
    must(new Set(seqs).size === seqs.length, "An entry is in the journal twice");
    const ended = now().ledger.find(({ kind }) => kind === "ended")?.at ?? 0;
    for (const { entry, standing, receivedAt } of stored()) {
      if (entry.kind !== "answer") continue;
      const made = madeAt.get(String((entry.response as { RESPONSE: string[] }).RESPONSE[0]));
      if (standing === "counted") met.counted += 1;
      if (standing === "stranded") met.stranded += 1;
      if (standing === "late") met.late += 1;
      must(!(standing === "counted" && made?.wasOver), "An answer that was made after the end counts");
      must(
        standing !== "late" || receivedAt >= ended - 2_000 - Math.abs(apart),
        "An answer that came in time does not count",
      );
    }
  };

  const checkMinutes = () => {
    if (computers.some((one) => hadClockSet.has(one) || hadBadStorage.has(one))) return;
    const told = stored().flatMap(({ entry, standing }) =>
      entry.kind === "unable" && standing === "counted" ? [{ from: entry.from - beganAt, to: entry.to - beganAt }] : [],
    );
    for (const { from, to, lease } of lost) {
      // A computer that was left before it could tell leaves that to the server, which counts the way to the next.
      if (to - from < shortestTold || to > (wellAt.get(lease) ?? 0)) continue;
      met.dark += 1;
      const sum = told.reduce((all, one) => all + Math.max(0, Math.min(to, one.to) - Math.max(from, one.from)), 0);
      must(
        sum >= to - from - 4_500 - Math.abs(apart) * 2,
        `Of ${to - from} ms before a dark screen, from ${from / 1_000} s on, ${sum} were told`,
      );
    }
  };

  try {
    here().openPage();
    here().page()?.instructionsRead();
    await pass(2_000);
    must((await server.start(0, attempt)).ok, "The test cannot be started");
    troubleAt = clock.now();
    for (const step of steps) {
      await pass(step.wait);
      await act(step);
    }
    await mend();
    met.expired += now().closed?.reason === "time-expired" ? 1 : 0;
    checkAnswers();
    checkMinutes();
    return { wrong: null, told, met };
  } catch (error) {
    if (!(error instanceof Wrong)) throw error;
    return { wrong: error.message, told, met };
  } finally {
    for (const one of computers) while (one.tabs() > 0) one.closePage();
  }
}

const plus = (a: ScreensMet, b: ScreensMet): ScreensMet =>
  Object.fromEntries(counted.map((name) => [name, a[name] + b[name]])) as ScreensMet;

/** So many exams, the seeds counted from `first`; of the first that goes wrong the shortest story that does. */
export async function simulateScreens(runs: number, first = 1) {
  let met = noScreens;
  const badSeeds: number[] = [];
  for (let seed = first; seed < first + runs; seed += 1) {
    const one = await playScreens(screenStoryOf(seed));
    met = plus(met, one.met);
    if (one.wrong !== null) badSeeds.push(seed);
  }
  const [bad] = badSeeds;
  return { runs, met, badSeeds, story: bad === undefined ? [] : await screensToldShortly(screenStoryOf(bad)) };
}

/** The shortest story that goes wrong, for people to read. */
export async function screensToldShortly(story: ScreenStory): Promise<readonly string[]> {
  const with_ = (steps: readonly ScreenStep[]) => ({ ...story, steps });
  const shortest = await shrunk(story.steps, async (steps) => (await playScreens(with_(steps))).wrong !== null);
  const { told, wrong } = await playScreens(with_(shortest));
  return [
    ...(story.apart === 0 ? [] : [`The second server's clock is ${story.apart} ms ahead.`]),
    ...told,
    `WRONG: ${wrong}`,
  ];
}
