import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { checkItem } from "../item/check-item.ts";
import { itemShape } from "../item/item-shape.ts";
import { unitSpecification } from "../item/specification.ts";
import { checkMarking } from "../marking/auto-check.ts";
import { nextItemId } from "./item-id.ts";
import { itemKinds, skeleton } from "./skeleton.ts";

const specificationOf = (unit: string) =>
  unitSpecification.parse(parse(readFileSync(`question-bank/${unit}/specification.yaml`, "utf8")));

describe.each(["customer-service-environment", "understand-customers"])("in the unit %s", (unit) => {
  const specification = specificationOf(unit);
  test.each(itemKinds)("a new item of the kind %s has everything, and is marked as it says", (kind) => {
    const item = skeleton({ id: "NEW-001", kind, specification });
    expect([...checkItem(item, specification), ...checkMarking(item)]).toEqual([]);
    expect(itemShape.parse(item)).toEqual(item);
  });
});

test.each([
  [["CSE-001", "CSE-017"], "customer-service-environment", "CSE-018"],
  [["CSE-001", "OLD-900"], "customer-service-environment", "CSE-002"],
  [["CS8-009"], "understand-customers", "CS8-010"],
  [["CSE-999"], "customer-service-environment", "CSE-1000"],
  [[], "customer-service-environment", "CSE-001"],
])("after %j the next item of %s is %s", (taken, unit, expected) => {
  expect(nextItemId(taken, unit)).toBe(expected);
});
