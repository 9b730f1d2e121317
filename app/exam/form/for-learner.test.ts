import { expect, test } from "vitest";
import { anItem, asked, choiceOf, text } from "../../../tests/support/items.ts";
import type { Node } from "../item/body.ts";
import { learnerForm } from "./for-learner.ts";
import type { Form } from "./form.ts";

const picture = (src: string): Node => ({ kind: "element", tag: "img", attributes: { src, alt: "" }, children: [] });
const stimulus = (id: string, src: string) => ({ id, title: `About ${id}`, body: [picture(src)] });

const form: Form = {
  id: "F-1",
  title: "A form",
  minutes: 30,
  marks: 3,
  sections: [
    { id: "S-A", title: "Alone", items: [{ ref: "Q1", item: "ONE", categories: [] }] },
    {
      id: "S-B",
      title: "A shop",
      items: ["TWO", "THREE"].map((item, at) => ({ ref: `Q${at + 2}`, item, categories: [] })),
    },
  ],
};
const material = {
  items: [
    anItem({ id: "ONE" }),
    anItem({ id: "TWO", stimulus: "SHOP", body: [picture("two.svg"), asked(choiceOf("AB"))] }),
    anItem({ id: "THREE", stimulus: "SHOP" }),
    anItem({ id: "OTHER", body: text("Not in this form") }),
  ],
  stimuli: [stimulus("SHOP", "shop.svg"), stimulus("ELSEWHERE", "else.svg")],
  pictures: { "two.svg": "data:2", "shop.svg": "data:s", "else.svg": "data:e" },
};

test("items are numbered through the whole form, with their section and stimulus", () => {
  const found = learnerForm(form, material).items.map(({ number, id, section, stimulus: shown }) => [
    number,
    id,
    section,
    shown,
  ]);
  expect(found).toEqual([
    [1, "ONE", "Alone", null],
    [2, "TWO", "A shop", "SHOP"],
    [3, "THREE", "A shop", "SHOP"],
  ]);
});

test("only what the form uses travels with it", () => {
  const { stimuli, pictures } = learnerForm(form, material);
  expect(stimuli.map(({ id }) => id)).toEqual(["SHOP"]);
  expect(pictures).toEqual({ "two.svg": "data:2", "shop.svg": "data:s" });
});

test("a form that shows a missing picture is never sent", () => {
  expect(() => learnerForm(form, { ...material, pictures: {} })).toThrow("two.svg");
});
