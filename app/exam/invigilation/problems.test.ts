import { expect, test } from "vitest";
import { after, before, minutes, seconds } from "../time/time.ts";
import { type Problem, problemAdvice, problemsOf, problemWords } from "./problems.ts";
import { aSeat, nine } from "./seat.fixture.ts";
import type { WatchedSeat } from "./watched-seat.ts";

const now = after(nine, minutes(20));
const seen = (ago: number) => before(now, seconds(ago));
const running: Partial<WatchedSeat> = {
  phase: "running",
  deadline: after(now, minutes(55)),
  lastSeenAt: seen(1),
  savedAt: seen(1),
};
const aside = (stranded: number, late: number) => ({ unsaid: { stranded, late } });
const at = { now, startsAt: nine };

test.each<[string, Partial<WatchedSeat>, readonly Problem[]]>([
  ["works as it should", running, []],
  ["is running without a connection", { ...running, connection: "lost" }, ["connection-lost"]],
  ["is running and was never connected", { ...running, connection: "none", lastSeenAt: null }, ["connection-lost"]],
  ["is running at no computer", { ...running, signedIn: false, connection: "connected" }, ["no-computer"]],
  ["is on the way to another computer and stands", { phase: "paused", signedIn: false, connection: "none" }, []],
  ["is paused without a connection", { phase: "paused", connection: "lost" }, []],
  ["was heard 15 seconds ago", { ...running, savedAt: null, lastSeenAt: seen(15) }, []],
  ["was heard more than 15 seconds ago", { ...running, savedAt: seen(16), lastSeenAt: seen(16) }, ["not-saved"]],
  ["saved long ago and was heard just now", { ...running, savedAt: seen(300) }, []],
  ["has not been heard since the start", { ...running, savedAt: null, lastSeenAt: null }, []],
  ["has a little more than 5 minutes", { ...running, deadline: after(now, seconds(301)) }, []],
  ["has 5 minutes", { ...running, deadline: after(now, minutes(5)) }, ["time-nearly-up"]],
  ["has 5 minutes and stands", { phase: "paused", left: minutes(5) }, []],
  ["cannot keep a copy", { ...running, keeping: "refused" }, ["keeps-no-copy"]],
  ["cannot keep a copy before the start", { phase: "ready", keeping: "full" }, ["keeps-no-copy"]],
  ["could not keep a copy and is over", { phase: "closed", keeping: "full" }, []],
  ["left answers on another computer", { ...running, setAside: aside(4, 0) }, ["stranded-answers"]],
  ["left answers and is closed", { phase: "closed", setAside: aside(4, 0) }, ["stranded-answers"]],
  ["has answers that arrived late", { phase: "closed", setAside: aside(0, 2) }, ["late-answers"]],
  ["has not come", { phase: "booked", signedIn: false }, ["not-arrived"]],
  ["is marked absent", { phase: "booked", signedIn: false, register: "absent" }, []],
  ["has signed in and waits", { phase: "booked", signedIn: true }, ["not-ready"]],
  ["is loading the test", { phase: "admitted" }, ["not-ready"]],
  ["is ready", { phase: "ready" }, []],
  ["is ready and has lost the connection", { phase: "ready", connection: "lost" }, ["not-ready"]],
  [
    "has everything at once",
    { ...running, connection: "lost", deadline: now, setAside: aside(1, 0) },
    ["connection-lost", "stranded-answers", "time-nearly-up"],
  ],
])("twenty minutes into the test, a seat that %s", (_what, seat, expected) => {
  expect(problemsOf(aSeat(seat), at)).toEqual(expected);
});

test("nobody is late before the published start", () => {
  const early = { now: before(nine, seconds(1)), startsAt: nine };
  expect(problemsOf(aSeat({ phase: "booked", signedIn: false }), early)).toEqual([]);
  expect(problemsOf(aSeat({ phase: "admitted" }), early)).toEqual([]);
  expect(problemsOf(aSeat({ phase: "booked", signedIn: false }), { now: nine, startsAt: nine })).toEqual([
    "not-arrived",
  ]);
});

test.each<[Problem, Partial<WatchedSeat>, string]>([
  ["no-computer", { ...running, signedIn: false }, "The clock runs at no computer"],
  ["connection-lost", { ...running, connection: "lost", lastSeenAt: seen(75) }, "Connection lost 1 min"],
  ["connection-lost", { ...running, connection: "none", lastSeenAt: null }, "Not connected"],
  ["not-saved", { ...running, savedAt: seen(25), lastSeenAt: seen(25) }, "Nothing saved for 25 s"],
  ["keeps-no-copy", { ...running, keeping: "full" }, "Keeps no copy: storage full"],
  ["keeps-no-copy", { ...running, keeping: "refused" }, "Keeps no copy: storage refused"],
  ["keeps-no-copy", { ...running, keeping: "cleared" }, "Storage was emptied; kept anew"],
  ["stranded-answers", { setAside: aside(1, 0) }, "1 answer left on the old computer"],
  ["stranded-answers", { setAside: aside(3, 0) }, "3 answers left on the old computer"],
  ["late-answers", { phase: "closed", setAside: aside(0, 1) }, "1 answer arrived after the end"],
  ["not-arrived", { phase: "booked", signedIn: false }, "Not arrived, 20 min late"],
  ["not-ready", { phase: "booked", signedIn: true }, "Waits to be admitted"],
  ["not-ready", { phase: "ready", connection: "lost" }, "Connection lost before the start"],
])("%s says how much or how long", (problem, seat, words) => {
  expect(problemWords(problem, aSeat(seat), at)).toBe(words);
});

test.each(["refused", "full", "cleared"] as const)("storage that is %s comes with what to do", (keeping) => {
  expect(problemAdvice("keeps-no-copy", aSeat({ ...running, keeping }))).toMatch(/learner/);
});
