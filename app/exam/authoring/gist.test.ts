import { expect, test } from "vitest";
import type { Body, Node } from "../item/body.ts";
import type { Item } from "../item/item.ts";
import { differingParts } from "./gist.ts";

const text = (words: string): Node => ({ kind: "text", text: words });
const p = (...children: Body): Node => ({ kind: "element", tag: "p", attributes: {}, children });
const picture = (alt: string): Node => ({
  kind: "element",
  tag: "img",
  attributes: { src: "../pictures/plan.svg", alt },
  children: [],
});

const item: Item = {
  id: "I-1",
  title: "A title",
  classification: { area: "A1", commandWord: "state", minutes: 1 },
  objectives: { AO1: 1 },
  stimulus: null,
  body: [p(text("One "), text("two"))],
  responses: [],
  outcomes: [],
  processing: { kind: "none" },
  maxMark: 1,
  marking: "person",
  scheme: {
    kind: "points",
    points: [{ id: "P1", marks: 1, content: [text("A point")], needs: null }],
    notes: [],
    indicative: [],
  },
  worked: [
    {
      kind: "none",
      response: { RESPONSE: [] },
      marks: 0,
      points: [],
      level: null,
      toPerson: false,
      why: "Nothing was given.",
    },
  ],
};

test.each<[string, Partial<Item>]>([
  ["spaces are put in order", { body: [p(text("One   two "))], title: " A  title" }],
  ["words stand in another kind of block", { body: [text("One"), p(text("two"))] }],
  ["an empty paragraph is left out", { body: [p(text("One two")), p()] }],
  ["a response that gives nothing is left out", { worked: item.worked.map((one) => ({ ...one, response: {} })) }],
])("an item says the same when %s", (_, changed) => {
  expect(differingParts(item, { ...item, ...changed })).toEqual([]);
});

test.each<[string, Partial<Item>]>([
  ["body", { body: [p(text("One three"))] }],
  ["body", { body: [p(text("One two")), picture("A plan")] }],
  ["objectives", { objectives: { AO2: 1 } }],
  ["maxMark", { maxMark: 2 }],
  ["worked", { worked: [] }],
  ["scheme", { scheme: null }],
  ["stimulus", { stimulus: "STIM-1" }],
])("another %s is another item", (part, changed) => {
  expect(differingParts(item, { ...item, ...changed })).toEqual([part]);
});

test("a picture described in other words is another picture", () => {
  const showing = (alt: string): Item => ({ ...item, body: [picture(alt)] });
  expect(differingParts(showing("A plan"), showing("A plan of the desk"))).toEqual(["body"]);
  expect(differingParts(showing("A plan"), showing(" A  plan"))).toEqual([]);
});
