import { expect, test } from "vitest";
import { checkCombination } from "./check-combination.ts";
import type { Qualification } from "./qualification.ts";
import { qualificationById } from "./qualifications.ts";

const diploma = qualificationById("biiab-customer-service-diploma") as Qualification;
const pearson = qualificationById("pearson-customer-service-operations") as Qualification;
const groupA = ["CS7", "CS8", "CS9", "BA38", "ML1"];
const leastB = ["CS5"];
const leastC = ["CS13", "CS17", "CS20", "CS24"];
const leastD = ["ML7", "CC19"];

test("the smallest diploma has 45 credits and 245 guided hours", () => {
  expect(checkCombination(diploma, [...groupA, ...leastB, ...leastC, ...leastD])).toEqual({
    ok: true,
    credit: 45,
    guidedHours: 245,
  });
});

test.each([
  ["8 credits from group D", [...groupA, "CS5", "CS6", ...leastC, "CC19", "BA42", "CFAQ3"], ["too-much-credit"]],
  [
    "15 credits from group C",
    [...groupA, "CS5", "CS6", "CS10", "CS11", "CS13", "CS14", "CS16", ...leastD],
    ["too-little-credit"],
  ],
  ["nothing from group B", [...groupA, ...leastC, "CS10", ...leastD], ["too-little-credit"]],
  [
    "a mandatory unit left out",
    [...groupA.slice(1), ...leastB, ...leastC, "CS10", "CS11", ...leastD],
    ["unit-missing", "too-little-credit"],
  ],
  ["too few credits in all", [...groupA, ...leastB, ...leastC, "CC19"], ["too-little-credit", "too-little-credit"]],
  ["a unit twice", [...groupA, ...leastB, ...leastB, ...leastC, ...leastD], ["unit-twice"]],
  ["a unit of another qualification", [...groupA, ...leastB, ...leastC, ...leastD, "H/504/6147"], ["no-such-unit"]],
])("a diploma with %s is refused", (_, chosen, refusals) => {
  const found = checkCombination(diploma, chosen);
  expect(found.ok ? [] : found.problems.map(({ refusal }) => refusal)).toEqual(refusals);
});

test("a problem is told in words, with the figures", () => {
  const found = checkCombination(diploma, [...groupA, ...leastC, "CS10", ...leastD]);
  expect(found).toEqual({
    ok: false,
    problems: [{ refusal: "too-little-credit", why: "0 credits from group B; at least 3 are needed." }],
  });
});

test("with mandatory units only, exactly all of them make up the qualification", () => {
  expect(checkCombination(pearson, ["1", "2", "3", "4"])).toEqual({ ok: true, credit: 0, guidedHours: 240 });
  expect(checkCombination(pearson, ["1", "2", "3"])).toMatchObject({
    ok: false,
    problems: [{ refusal: "unit-missing" }],
  });
});

test("units that bar each other are refused together", () => {
  const barring = { ...pearson, barredCombinations: [["2", "3"]] };
  expect(checkCombination(barring, ["1", "2", "3", "4"])).toMatchObject({
    ok: false,
    problems: [{ refusal: "barred-together" }],
  });
});

/** The fewest guided hours for each number of credits from a group, by trying every unit in or out. */
function fewestHours(group: string) {
  let fewest = new Map([[0, 0]]);
  for (const { credit, guidedHours } of diploma.units.filter((unit) => unit.group === group)) {
    const next = new Map(fewest);
    for (const [credits, hours] of fewest) {
      const total = credits + (credit ?? 0);
      next.set(total, Math.min(next.get(total) ?? Number.POSITIVE_INFINITY, hours + guidedHours));
    }
    fewest = next;
  }
  return [...fewest];
}

test("no legal diploma has fewer than 245 guided hours, so the published 254 is kept beside what was computed", () => {
  const mandatory = 27 + 17 + 34 + 40 + 18;
  const totals = fewestHours("B").flatMap(([b, hoursB]) =>
    fewestHours("C").flatMap(([c, hoursC]) =>
      fewestHours("D").flatMap(([d, hoursD]) =>
        b >= 3 && c >= 16 && d <= 7 && b + c + d >= 26 ? [mandatory + hoursB + hoursC + hoursD] : [],
      ),
    ),
  );
  expect(Math.min(...totals)).toBe(diploma.guidedHoursComputed);
});
