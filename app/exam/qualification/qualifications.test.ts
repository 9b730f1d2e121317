import { describe, expect, test } from "vitest";
import { checkUrn } from "../entry/check-characters.ts";
import { qualificationById, qualifications } from "./qualifications.ts";

test("all five qualifications are there, each number with a valid check character", () => {
  expect(qualifications.map(({ qan }) => qan)).toEqual([
    "603/0759/6",
    "600/7646/X",
    "601/3734/4",
    "601/3477/X",
    "601/8669/0",
  ]);
});

test.each([
  ["pearson-customer-service-operations", 4, 240],
  ["aim-customer-service-award", 2, 80],
  ["biiab-customer-service-diploma", 39, 254],
  ["innovate-customer-service-certificate", 4, 132],
  ["focus-customer-service-certificate", 2, 115],
])("%s has %i units and %i guided hours", (id, units, hours) => {
  const found = qualificationById(id);
  expect([found?.units.length, found?.guidedHours]).toEqual([units, hours]);
});

describe.each(qualifications)("$title", ({ units, combination, guidedHours, totalHours, credit }) => {
  test("names each unit once, and every group its rules speak of has units", () => {
    expect(new Set(units.map(({ ref }) => ref)).size).toBe(units.length);
    const groups = new Set(units.map(({ group }) => group));
    for (const { of } of combination.rules) for (const group of of) expect(groups).toContain(group);
  });

  test("has totals that its units add up to, where all units are mandatory", () => {
    if (combination.rules.length > 1) return;
    const sum = (of: (unit: (typeof units)[number]) => number) => units.reduce((total, unit) => total + of(unit), 0);
    expect(sum((unit) => unit.guidedHours)).toBe(guidedHours);
    if (credit !== null) expect(sum((unit) => unit.credit ?? 0)).toBe(credit);
    if (units.every((unit) => unit.totalHours !== null)) expect(sum((unit) => unit.totalHours ?? 0)).toBe(totalHours);
  });
});

test("46 distinct unit reference numbers stand in the specifications", () => {
  const urns = qualifications.flatMap(({ units }) => units.flatMap(({ urn }) => (urn === null ? [] : [urn])));
  expect(new Set(urns).size).toBe(46);
});

test("one unit in two qualifications is the same unit: Understand customers has 17 guided hours and 2 credits in both", () => {
  const shared = qualifications.flatMap(({ units }) => units.filter(({ urn }) => urn === "F/506/2131"));
  expect(shared).toHaveLength(2);
  for (const unit of shared)
    expect(unit).toMatchObject({ guidedHours: 17, credit: 2, outcomes: { learning: 2, criteria: 9 } });
});

test.each([
  ["CS7", 5, 20],
  ["CS8", 2, 9],
  ["CS9", 4, 23],
  ["BA38", 2, 6],
  ["ML1", 4, 20],
  ["H/503/0322", 5, 25],
  ["M/503/0324", 5, 29],
  ["K/503/0323", 5, 27],
  ["F/506/2131", 2, 9],
  ["J/508/3109", 7, 28],
  ["F/508/3108", 4, 24],
])("%s has %i learning outcomes and %i criteria", (ref, learning, criteria) => {
  const found = qualifications.flatMap(({ units }) => units).find((unit) => unit.ref === ref);
  expect(found?.outcomes).toEqual({ learning, criteria });
});

test("values printed wrongly are held corrected", () => {
  const unit = (ref: string) => qualifications.flatMap(({ units }) => units).find((one) => one.ref === ref);
  expect(unit("F/508/3108")).toMatchObject({ guidedHours: 50, credit: 6 });
  expect(unit("CS8")).toMatchObject({ guidedHours: 17 });
  expect(unit("K/503/0323")).toMatchObject({ level: 2, credit: 5, guidedHours: 45 });
  expect(qualificationById("biiab-customer-service-diploma")).toMatchObject({
    guidedHours: 254,
    guidedHoursComputed: 245,
  });
});

test("only the test of Unit 1 is sat on screen: 75 minutes, 60 marks, two attempts, 18 content areas", () => {
  const tests = qualifications.flatMap(({ externalTest }) => (externalTest === null ? [] : [externalTest]));
  expect(tests).toHaveLength(1);
  expect(tests[0]).toMatchObject({ unit: "1", minutes: 75, maxMark: 60, attempts: 2 });
  expect(tests[0]?.areas).toHaveLength(18);
});

test("in all 46 unit numbers every single mistyped digit and every pair changed about is noticed", () => {
  const urns = new Set(qualifications.flatMap(({ units }) => units.flatMap(({ urn }) => urn ?? [])));
  const undetected = [...urns].flatMap((urn) => {
    const digits = [...urn.replace(/\D/g, "")];
    const letter = urn.slice(0, 1);
    const mistyped = digits.flatMap((digit, at) =>
      [..."0123456789"].filter((other) => other !== digit).map((other) => digits.with(at, other)),
    );
    const changedAbout = digits
      .slice(1)
      .map((next, at) => digits.with(at, next).with(at + 1, digits[at] ?? ""))
      .filter((changed) => changed.join("") !== digits.join(""));
    return [...mistyped, ...changedAbout].map((seven) => letter + seven.join("")).filter((wrong) => checkUrn(wrong).ok);
  });
  expect(undetected).toEqual([]);
});
