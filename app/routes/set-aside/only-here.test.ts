import fc from "fast-check";
import { expect, test } from "vitest";
import { onlyHere } from "./only-here.ts";

const marked = (text: string, beside: string) =>
  onlyHere(text, beside)
    .filter(({ isOnlyHere }) => isOnlyHere)
    .map(({ words }) => words.trim());

test.each<[string, string, string, readonly string[]]>([
  ["words written on behind", "The queue is long today", "The queue is long", ["today"]],
  ["a word that was changed", "The queue is short today", "The queue is long today", ["short"]],
  ["nothing where the other has more", "The queue is long", "The queue is long today", []],
  ["nothing in texts that are the same", "The queue", "The queue", []],
  ["nothing in texts that have nothing in common", "Because it rains", "Tills and refunds", []],
  ["nothing beside an empty answer", "The queue is long", "", []],
])("what only one of two answers has: %s", (_what, text, beside, expected) => {
  expect(marked(text, beside)).toEqual(expected);
});

test("the text itself is shown whole, whatever stands beside it", () => {
  const words = fc.array(fc.constantFrom("the", "queue", "is", "long", "\n", "never"), { maxLength: 12 });
  fc.assert(
    fc.property(words, words, (one, other) => {
      const text = one.join(" ");
      const shown = onlyHere(text, other.join(" "));
      expect(shown.map((piece) => piece.words).join("")).toBe(text);
    }),
  );
});
