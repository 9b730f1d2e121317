import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { keepings } from "../../attempt/keeping.ts";
import { ruleBookOn } from "../../rulebook/rule-book.ts";
import { minutes, seconds } from "../../time/time.ts";
import { fullRoomFound, machineFindings, reasonsIn, verdictOn } from "./machine-findings.ts";
import { computer } from "./measured.fixture.ts";
import type { FullRoom, Measured } from "./measured.ts";
import { type Verdict, verdicts } from "./verdict.ts";

const policy = ruleBookOn("2026-11-26").readiness;
const judged = (but: Partial<Measured>) => {
  const findings = machineFindings(computer(but), policy);
  return { verdict: verdictOn(findings), reasons: reasonsIn(findings).map(({ words }) => words) };
};
const saves = { sent: 12, acknowledged: 12, slowest: 60 };
const behind = (length: number) => ({ clockAhead: -length });

describe("a computer of the room, the day before", () => {
  test("one on which everything is as it should be passes, and says of each point how it was", () => {
    const findings = machineFindings(computer(), policy);
    expect(verdictOn(findings)).toBe("passed");
    expect(findings.map(({ name }) => name)).toHaveLength(14);
    expect(findings.every(({ words, advice }) => words !== "" && advice === null)).toBe(true);
  });

  test.each<[string, Partial<Measured>, Verdict, RegExp]>([
    ["a clock 59.9 s behind", behind(59_900), "passed", /^$/],
    ["a clock a minute behind", behind(minutes(1)), "warned", /clock is 1 minute behind/],
    [
      "a clock 7 minutes behind",
      behind(minutes(7)),
      "warned",
      /clock is 7 minutes behind: the test will still be timed/,
    ],
    ["a clock 7 minutes ahead", { clockAhead: minutes(7) }, "warned", /7 minutes ahead/],
    ["a clock an hour off", behind(minutes(60)), "failed", /60 minutes behind/],
    ["saving in 1.9 s", { saves: { ...saves, slowest: 1_900 } }, "passed", /^$/],
    [
      "saving in 2.3 s",
      { saves: { ...saves, slowest: 2_300 } },
      "warned",
      /^Saving took up to 2\.3 s\. Nothing is lost/,
    ],
    ["saving in 5 s", { saves: { ...saves, slowest: seconds(5) } }, "failed", /^Saving took up to 5\.0 s\.$/],
    ["one save without an answer", { saves: { ...saves, acknowledged: 11 } }, "failed", /^1 of 12 answers were not/],
    ["nothing saved at all", { saves: { ...saves, sent: 0, acknowledged: 0 } }, "failed", /^No answer could be saved/],
    ["the server holding less than it said", { stored: 11 }, "failed", /acknowledged 12 answers and holds 11/],
    ["storage refused", { storage: { keeping: "refused", room: null } }, "failed", /keeps no copy of the answers/],
    ["a full disk", { storage: { keeping: "full", room: 0 } }, "failed", /This computer is full/],
    ["storage emptied meanwhile", { storage: { keeping: "cleared", room: 1e9 } }, "warned", /was emptied/],
    ["room for 90 MB", { storage: { keeping: "kept", room: 90e6 } }, "warned", /little room for answers: 90 MB/],
    ["room for 2 MB", { storage: { keeping: "kept", room: 2e6 } }, "failed", /hardly any room/],
    ["a browser that says nothing of its room", { storage: { keeping: "kept", room: null } }, "passed", /^$/],
    ["an old browser", { browser: { name: "Firefox", version: 102 } }, "failed", /Firefox 102 is too old/],
    ["the oldest browser that will do", { browser: { name: "Safari", version: 16.4 } }, "passed", /^$/],
    ["a browser nobody knows", { browser: { name: "other", version: null } }, "warned", /not one we know/],
    ["no https", { secure: false }, "failed", /did not come over https/],
    ["a small window", { screen: { width: 683, height: 350, zoom: 200 } }, "warned", /room for 683 × 350/],
    ["a window no question fits in", { screen: { width: 300, height: 500, zoom: 100 } }, "failed", /only 300 × 500/],
    ["a page zoomed far out", { screen: { width: 2732, height: 1400, zoom: 50 } }, "warned", /zoomed out to 50 %/],
    ["a file that is blocked", { files: { count: 40, missing: 1, took: 900 } }, "failed", /^1 of 40 files/],
    ["no list of files", { files: { count: 0, missing: 0, took: 0 } }, "failed", /list of the page's files/],
    ["files that take 16 s", { files: { count: 40, missing: 0, took: 16_000 } }, "warned", /took 16\.0 s/],
    ["other letters", { font: false }, "warned", /own letters did not come/],
    ["sockets blocked", { line: { opened: null, breaks: 0 } }, "warned", /WebSocket\) is blocked/],
    ["a line that broke twice", { line: { opened: 90, breaks: 2 } }, "warned", /broke 2 times/],
    ["a form that never came", { form: { fetched: null, opened: null } }, "failed", /did not arrive/],
    ["a form no key opens", { form: { fetched: 100, opened: null } }, "failed", /could not be opened/],
    ["a first question after 4 s", { form: { fetched: 100, opened: 4_000 } }, "warned", /4\.0 s after the start/],
    ["a kind not shown", { drawn: [{ type: "slider", took: null }] }, "failed", /could not be shown: slider/],
    ["no kind shown", { drawn: [] }, "failed", /No question could be shown/],
    ["a question in 1.2 s", { drawn: [{ type: "order", took: 1_200 }] }, "warned", /up to 1\.2 s/],
    ["a page not kept whole", { offline: "incomplete" }, "warned", /would not come back/],
    ["no way to keep the page", { offline: "impossible" }, "warned", /cannot keep the page/],
    ["another country's keyboard", { keyboard: "wrong" }, "warned", /other signs than its keys show/],
    ["a keyboard nobody tried", { keyboard: "untried" }, "warned", /was not tried/],
    ["another test's window", { otherTabs: 1 }, "warned", /Another test page is open/],
  ])("%s", (_case, but, verdict, words) => {
    const { verdict: found, reasons } = judged(but);
    expect(found).toBe(verdict);
    expect(reasons.join("\n")).toMatch(words);
    expect(reasons).toHaveLength(verdict === "passed" ? 0 : 1);
  });

  test("what fails is said before what is only to be known, and each with what to do", () => {
    const findings = reasonsIn(machineFindings(computer({ keyboard: "wrong", secure: false, font: false }), policy));
    expect(findings.map(({ point }) => point)).toEqual(["secure", "font", "keyboard"]);
    expect(findings.every(({ advice }) => advice !== null)).toBe(true);
  });
});

describe("the load of a full room", () => {
  const room: FullRoom = { seats: 12, steady: 12, saves: { sent: 96, acknowledged: 96, slowest: 400 }, stored: 96 };
  test.each<[string, Partial<FullRoom>, Verdict]>([
    ["every seat steady and every answer safe", {}, "passed"],
    ["a seat that lost its line", { steady: 11 }, "failed"],
    ["an answer without an acknowledgement", { saves: { ...room.saves, acknowledged: 95 } }, "failed"],
    ["an answer the server does not hold", { stored: 95 }, "failed"],
    ["slow saving", { saves: { ...room.saves, slowest: 3_000 } }, "warned"],
  ])("%s", (_case, but, verdict) => {
    expect(fullRoomFound({ ...room, ...but }, policy).verdict).toBe(verdict);
  });
});

describe("worse measurements never give a better verdict", () => {
  const length = fc.oneof(
    fc.constantFrom(0, 999, 1_000, 1_999, 2_000, 5_000),
    fc.double({ min: 0, max: 2e5, noNaN: true }),
  );
  const maybe = fc.option(length, { nil: null });
  const measured: fc.Arbitrary<Measured> = fc
    .record({
      secure: fc.boolean(),
      screen: fc.record({ width: fc.nat(3_000), height: fc.nat(2_000), zoom: fc.integer({ min: 25, max: 500 }) }),
      browser: fc.record({
        name: fc.constantFrom("Chrome" as const, "Edge" as const, "Firefox" as const, "Safari" as const),
        version: fc.double({ min: 1, max: 200, noNaN: true }),
      }),
      clockAhead: fc.integer({ min: -8e6, max: 8e6 }),
      files: fc.record({ count: fc.nat(60), missing: fc.constantFrom(0, 0, 1), took: length }),
      font: fc.boolean(),
      form: fc.record({ fetched: maybe, opened: maybe }),
      drawn: fc.array(fc.record({ type: fc.constantFrom("choice", "order", "slider"), took: maybe }), { maxLength: 3 }),
      line: fc.record({ opened: maybe, breaks: fc.nat(2) }),
      sent: fc.nat(20),
      slowest: length,
      storage: fc.record({ keeping: fc.constantFrom(...keepings), room: fc.nat(200_000_000) }),
      offline: fc.constantFrom("ready" as const, "incomplete" as const, "impossible" as const),
      keyboard: fc.constantFrom("right" as const, "untried" as const, "wrong" as const),
      otherTabs: fc.nat(2),
    })
    .map(({ sent, slowest, ...rest }) => ({ ...rest, saves: { sent, acknowledged: sent, slowest }, stored: sent }));

  const worsenings: Record<string, (m: Measured, by: number) => Measured> = {
    "slower files": (m, by) => ({ ...m, files: { ...m.files, took: m.files.took + by } }),
    "a missing file": (m) => ({ ...m, files: { ...m.files, missing: m.files.missing + 1 } }),
    "no letters": (m) => ({ ...m, font: false }),
    "no https": (m) => ({ ...m, secure: false }),
    "an older browser": (m, by) => ({
      ...m,
      browser: { ...m.browser, version: m.browser.version && Math.max(0, m.browser.version - by / 1_000) },
    }),
    "a smaller window": (m, by) => ({ ...m, screen: { ...m.screen, width: Math.max(0, m.screen.width - by) } }),
    "a clock further off": (m, by) => ({ ...m, clockAhead: m.clockAhead + (m.clockAhead < 0 ? -by : by) }),
    "a slower form": (m, by) => ({ ...m, form: { ...m.form, fetched: m.form.fetched && m.form.fetched + by } }),
    "a form that does not open": (m) => ({ ...m, form: { ...m.form, opened: null } }),
    "a question not shown": (m) => ({ ...m, drawn: [...m.drawn, { type: "choice", took: null }] }),
    "no line": (m) => ({ ...m, line: { ...m.line, opened: null } }),
    "a broken line": (m) => ({ ...m, line: { ...m.line, breaks: m.line.breaks + 1 } }),
    "slower saving": (m, by) => ({ ...m, saves: { ...m.saves, slowest: m.saves.slowest + by } }),
    "an answer not acknowledged": (m) => ({ ...m, saves: { ...m.saves, sent: m.saves.sent + 1 } }),
    "an answer not held": (m) => ({ ...m, stored: m.stored - 1 }),
    "storage refused": (m) => ({ ...m, storage: { ...m.storage, keeping: "refused" } }),
    "less room": (m, by) => ({
      ...m,
      storage: { ...m.storage, room: m.storage.room && Math.max(0, m.storage.room - by * 1_000) },
    }),
    "no offline page": (m) => ({ ...m, offline: "impossible" }),
    "another keyboard": (m) => ({ ...m, keyboard: "wrong" }),
    "another tab": (m) => ({ ...m, otherTabs: m.otherTabs + 1 }),
  };
  const badness = (m: Measured) => verdicts.indexOf(verdictOn(machineFindings(m, policy)));

  test.each(Object.keys(worsenings))("%s", (name) => {
    fc.assert(
      fc.property(measured, fc.double({ min: 0, max: 1e5, noNaN: true }), (m, by) => {
        expect(badness(worsenings[name]?.(m, by) ?? m)).toBeGreaterThanOrEqual(badness(m));
      }),
    );
  });
});
