import { expect, test } from "vitest";
import { interactionsOf, picturesOf } from "../item/content.ts";
import { itemKinds } from "./skeleton.ts";
import { noForm, withEveryKind } from "./specimens.ts";

const kindsIn = (form: typeof noForm) => form.items.flatMap(({ body }) => interactionsOf(body)).map(({ type }) => type);

test("a form with specimens shows every kind of question once, numbered on, with its pictures", () => {
  const whole = withEveryKind(noForm);
  const wanted = [...itemKinds.filter((kind) => !kind.startsWith("open-")), "extended-text"];
  expect(kindsIn(whole).sort()).toEqual(wanted.sort());
  expect(whole.items.map(({ number }) => number)).toEqual(whole.items.map((_, index) => index + 1));
  const shown = new Set(whole.items.flatMap(({ body }) => picturesOf(body)));
  expect([...shown].filter((name) => !(name in whole.pictures))).toEqual([]);
});

test("what a form has already is not added again", () => {
  const whole = withEveryKind(noForm);
  expect(withEveryKind(whole).items).toEqual(whole.items);
});
