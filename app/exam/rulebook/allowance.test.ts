import fc from "fast-check";
import { expect, test } from "vitest";
import { duration, minutes, seconds, sum } from "../time/time.ts";
import { arrangementCodes, type GrantedArrangement } from "./access-arrangements.ts";
import { allowance, checkArrangements, extended, fromStartToClose } from "./allowance.ts";
import { ruleBookOn } from "./rule-book.ts";

const rules = ruleBookOn("2026-11-23");
const paper = minutes(75);

test.each<[string, readonly GrantedArrangement[], number, number]>([
  ["no arrangement", [], 75 * 60, 75],
  ["rest breaks alone", [{ code: "SRB" }], 75 * 60, 75],
  ["25 %", [{ code: "ET25" }], 93 * 60 + 45, 94],
  ["30 % as stated", [{ code: "ET26_50", percent: 30 }], 97 * 60 + 30, 98],
  ["up to 50 % with no figure stated", [{ code: "ET26_50" }], 112 * 60 + 30, 113],
  ["100 %", [{ code: "ET100" }], 150 * 60, 150],
  ["25 % and a dictionary with 25 %: not added up", [{ code: "ET25" }, { code: "BTD_ET" }], 93 * 60 + 45, 94],
  ["a reader adds no time by itself", [{ code: "RDR" }, { code: "ET25" }], 93 * 60 + 45, 94],
])("a 75-minute test with %s", (_, granted, exactSeconds, wholeMinutes) => {
  expect(extended(paper, granted, rules)).toBe(seconds(exactSeconds));
  expect(allowance(paper, granted, rules)).toBe(minutes(wholeMinutes));
});

test("a bilingual dictionary gave 10 % before September 2023 and gives 25 % since", () => {
  const granted = [{ code: "BTD_ET" }] as const;
  expect(extended(paper, granted, ruleBookOn("2021-11-01"))).toBe(seconds(82 * 60 + 30));
  expect(extended(paper, granted, ruleBookOn("2023-09-01"))).toBe(seconds(93 * 60 + 45));
});

test("75 minutes, 25 %, a 6-minute rest break and a 4-minute evacuation close 104 minutes after the start", () => {
  const granted = [{ code: "ET25" }, { code: "SRB" }] as const;
  const stopped = [minutes(6), minutes(4)];
  expect(sum(extended(paper, granted, rules), ...stopped)).toBe(seconds(103 * 60 + 45));
  expect(fromStartToClose({ base: paper, granted, stopped }, rules)).toBe(minutes(104));
});

test("rounding happens once, after summing", () => {
  const stopped = [seconds(10), seconds(5)];
  expect(fromStartToClose({ base: paper, granted: [{ code: "ET25" }], stopped }, rules)).toBe(minutes(94));
});

test("a rule set that does not round keeps the seconds", () => {
  expect(allowance(paper, [{ code: "ET25" }], { ...rules, extraTimeRounding: "exact" })).toBe(seconds(93 * 60 + 45));
});

test("no arrangement ever takes time away, and rounding gives at most a minute", () => {
  const granted = fc.array(fc.record({ code: fc.constantFrom(...arrangementCodes) }), { maxLength: 5 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 18_000_000 }), granted, (length, given) => {
      const base = duration(length);
      const exact = extended(base, given, rules);
      const whole = allowance(base, given, rules);
      return exact >= base && whole >= exact && whole - exact < 60_000 && whole % 60_000 === 0;
    }),
  );
});

test.each<[string, readonly GrantedArrangement[], readonly string[]]>([
  ["fit together", [{ code: "ET25" }, { code: "SRB" }, { code: "COL" }], []],
  ["repeat one", [{ code: "SRB" }, { code: "SRB" }], ["Supervised rest breaks is given twice."]],
  [
    "state too much",
    [{ code: "ET26_50", percent: 60 }],
    ["Extra time of 26 to 50 % is between 26 and 50 %, not 60 %."],
  ],
  [
    "state a figure where none belongs",
    [{ code: "ET25", percent: 30 }],
    ["25 % extra time takes no percentage of its own."],
  ],
])("arrangements that %s are told apart", (_, granted, problems) => {
  expect(checkArrangements(granted, rules)).toEqual(problems);
});
