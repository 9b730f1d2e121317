import { expect, test } from "vitest";
import { instant } from "../time/time.ts";
import { arrangementCodes } from "./access-arrangements.ts";
import { invigilatorsNeeded } from "./invigilators.ts";
import { isoDateOf } from "./iso-date.ts";
import { ruleBookOn, settingOn } from "./rule-book.ts";
import { settings } from "./settings.ts";

test("every rule has exactly one value on every day from the first teaching onwards", () => {
  for (const date of ["2017-09-01", "2019-06-30", "2022-08-31", "2022-09-01", "2023-08-31", "2023-09-01", "2030-01-01"])
    expect(
      ruleBookOn(date)
        .arrangements.map(({ code }) => code)
        .sort(),
    ).toEqual([...arrangementCodes].sort());
});

test("no sitting can be held under rules from before the rule book begins", () => {
  expect(() => ruleBookOn("2017-08-31")).toThrow(/2017-08-31/);
});

test("the rule set keeps its name while nothing changes and takes another when a rule changes", () => {
  expect(ruleBookOn("2024-01-15").id).toBe(ruleBookOn("2026-11-23").id);
  expect(ruleBookOn("2024-01-15").id).toMatch(/^2023-09-01\/[0-9a-f]{8}$/);
  expect(ruleBookOn("2023-08-31").id).toMatch(/^2022-09-01\//);
});

test("a rule set survives being stored with its sitting", () => {
  const rules = ruleBookOn("2026-11-23");
  expect(JSON.parse(JSON.stringify(rules))).toEqual(rules);
});

test("every setting names its source, and says whether it was read", () => {
  for (const { source, verified } of settings) expect([source.length > 10, typeof verified]).toEqual([true, "boolean"]);
  expect(settingOn("pointsConversion", "2026-11-23")).toMatchObject({ value: "sliding", verified: false });
});

test.each([
  ["2022-08-31", "LM", "Oral Language Modifier"],
  ["2022-09-01", "LM", "Language Modifier"],
  ["2022-08-31", "CP", "Sign language interpreter"],
  ["2022-09-01", "CP", "Communication Professional"],
])("on %s the arrangement %s is called %s", (date, code, name) => {
  expect(ruleBookOn(date).arrangements.find((one) => one.code === code)?.name).toBe(name);
});

test.each([
  [0, 0],
  [1, 1],
  [20, 1],
  [21, 2],
  [60, 3],
])("a room of %i candidates needs %i invigilators", (candidates, needed) => {
  expect(invigilatorsNeeded(candidates, ruleBookOn("2026-11-23"))).toBe(needed);
});

test.each([
  "1970-01-01",
  "1999-12-31",
  "2000-02-29",
  "2024-02-29",
  "2024-03-01",
  "2026-11-23",
  "2100-02-28",
  "2100-03-01",
])("%s is the same day as an instant and as a date", (date) => {
  expect(isoDateOf(instant(Date.parse(`${date}T00:00:00.000Z`)))).toBe(date);
  expect(isoDateOf(instant(Date.parse(`${date}T23:59:59.999Z`)))).toBe(date);
});
