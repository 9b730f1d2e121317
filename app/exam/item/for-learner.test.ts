import { expect, test } from "vitest";
import { anItem, asked, choiceOf, orderOf, text } from "../../../tests/support/items.ts";
import type { Interaction } from "./body.ts";
import { forLearner } from "./for-learner.ts";

test("a learner gets the number, the marks and the body of an item, and nothing else", () => {
  expect(Object.keys(forLearner(anItem()))).toEqual(["id", "marks", "body"]);
});

test("nothing added to a choice by mistake reaches a learner", () => {
  const interaction = choiceOf("AB");
  const loose = { ...interaction, key: "B", choices: [{ id: "A", content: text("Yes"), fixed: false, correct: true }] };
  const payload = JSON.stringify(forLearner(anItem({ body: [asked(loose as Interaction)] })));
  expect(payload).not.toMatch(/key|correct/);
});

test("choices that will be shuffled do not travel in the order they were written", () => {
  const ids = (body: ReturnType<typeof forLearner>["body"]) =>
    body.flatMap((node) =>
      node.kind === "interaction" && node.interaction.type === "order"
        ? node.interaction.choices.map(({ id }) => id)
        : [],
    );
  expect(ids(forLearner(anItem({ body: [asked(orderOf("CAB"))] })).body)).toEqual(["A", "B", "C"]);
});

test("choices whose order carries meaning travel as written", () => {
  const unshuffled = { ...orderOf("CAB"), shuffle: false } as Interaction;
  expect(JSON.stringify(forLearner(anItem({ body: [asked(unshuffled)] })))).toMatch(/"C".*"A".*"B"/);
});
