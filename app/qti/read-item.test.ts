import { expect, test } from "vitest";
import { soundFiles } from "../../tests/support/bank-on-paper.ts";
import type { Interaction } from "../exam/item/body.ts";
import { interactionsOf, wordsOf } from "../exam/item/content.ts";
import type { Item } from "../exam/item/item.ts";
import { readItem } from "./read-item.ts";

const item = (text: string): Item => {
  const read = readItem(text, "x.xml");
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
};

const open = soundFiles["unit/items/t-002.xml"] ?? "";
const choice = soundFiles["unit/items/t-001.xml"] ?? "";

test("an open item is read whole", () => {
  expect(item(open)).toMatchObject({
    id: "T-002",
    classification: { area: "A1", commandWord: "explain", minutes: 2.5 },
    objectives: { AO2: 2 },
    stimulus: "T-STIM",
    maxMark: 2,
    marking: "person",
    processing: { kind: "none" },
    scheme: {
      kind: "points",
      points: [
        { id: "P1", marks: 1, needs: null },
        { id: "P2", marks: 1, needs: "P1" },
      ],
      notes: [{ kind: "reject" }],
    },
    worked: [
      { kind: "full", marks: 2, points: ["P1", "P2"], response: { RESPONSE: ["To name a day so that all agree."] } },
      { kind: "none", marks: 0, points: [], response: { RESPONSE: ["They always had."] } },
    ],
  });
});

test("the learner's body holds the instructions and none of the rubrics for others", () => {
  expect(wordsOf(item(open).body)).toBe("Write in sentences. Explain why weeks have names for their days.");
});

test("strange attributes and classes are dropped, whatever they would do", () => {
  const body = JSON.stringify(
    item(choice.replace("<strong>", '<strong class="qti-x evil" onclick="go()" style="x" id="k">')).body,
  );
  expect(body).toContain('"attributes":{"class":"qti-x"}');
});

test("a comment in the item reaches nobody", () => {
  expect(JSON.stringify(item(choice.replace("Tuesday", "Tues<!-- the key -->day")))).not.toContain("the key");
});

const readInPlaceOfChoice = (interaction: string) =>
  interactionsOf(
    item(choice.replace(/<qti-choice-interaction[\s\S]*?<\/qti-choice-interaction>/, interaction)).body,
  )[0];

test.each<[string, Partial<Interaction>]>([
  [
    `<p>It is <qti-text-entry-interaction response-identifier="RESPONSE" expected-length="8"/>.</p>`,
    { type: "text-entry", expectedLength: 8, label: "Answer" },
  ],
  [
    `<p>On <qti-inline-choice-interaction response-identifier="RESPONSE" shuffle="true" aria-label="Day"><qti-inline-choice identifier="A">Sunday</qti-inline-choice></qti-inline-choice-interaction></p>`,
    { type: "inline-choice", label: "Day", shuffle: true },
  ],
  [
    `<qti-order-interaction response-identifier="RESPONSE"><qti-simple-choice identifier="A" fixed="true">One</qti-simple-choice></qti-order-interaction>`,
    { type: "order", shuffle: false, choices: [{ id: "A", content: [{ kind: "text", text: "One" }], fixed: true }] },
  ],
  [
    `<qti-associate-interaction response-identifier="RESPONSE" max-associations="0"><qti-simple-associable-choice identifier="A" match-max="0">One</qti-simple-associable-choice></qti-associate-interaction>`,
    {
      type: "associate",
      maxAssociations: 0,
      choices: [{ id: "A", content: [{ kind: "text", text: "One" }], matchMax: 0, fixed: false }],
    },
  ],
  [
    `<qti-gap-match-interaction response-identifier="RESPONSE"><qti-gap-text identifier="T1" match-max="1">seven</qti-gap-text><p>A week has <qti-gap identifier="G1"/> days.</p></qti-gap-match-interaction>`,
    {
      type: "gap-match",
      content: [
        {
          kind: "element",
          tag: "p",
          attributes: {},
          children: [
            { kind: "text", text: "A week has " },
            { kind: "gap", id: "G1" },
            { kind: "text", text: " days." },
          ],
        },
      ],
    },
  ],
  [
    `<qti-hottext-interaction response-identifier="RESPONSE" max-choices="2"><p><qti-hottext identifier="H1">Monday</qti-hottext></p></qti-hottext-interaction>`,
    { type: "hottext", minChoices: 0, maxChoices: 2 },
  ],
  [
    `<qti-hotspot-interaction response-identifier="RESPONSE" max-choices="1"><img src="../pictures/week.svg" alt="A week" width="70" height="10"/><qti-hotspot-choice identifier="H1" shape="rect" coords="0,0,10,10" hotspot-label="Monday"/></qti-hotspot-interaction>`,
    {
      type: "hotspot",
      picture: { src: "../pictures/week.svg", width: 70, height: 10, alt: "A week" },
      regions: [{ id: "H1", shape: "rect", coords: [0, 0, 10, 10], label: "Monday" }],
    },
  ],
])("%s is read", (interaction, expected) => {
  expect(readInPlaceOfChoice(interaction)).toMatchObject(expected);
});
