import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonArray, plainArray } from "./array-literal.ts";

test("numbers, identifiers and truths stand in a list as they are", () => {
  expect([plainArray([]), plainArray([1, 2]), plainArray(["a-b", true])]).toEqual(["{}", "{1,2}", "{a-b,true}"]);
});

/** Reads a list back by PostgreSQL's own rules for quotation marks. */
const readBack = (literal: string) =>
  [...literal.slice(1, -1).matchAll(/"((?:[^"\\]|\\.)*)"|NULL/gs)].map(([, text]) =>
    text === undefined ? null : JSON.parse(text.replaceAll(/\\(.)/gs, "$1")),
  );

test("whatever a learner wrote comes out of the list as it went in", () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.record({ text: fc.string({ unit: "binary" }) }))), (values) => {
      expect(readBack(jsonArray(values))).toEqual(values);
    }),
  );
});
