import fc from "fast-check";
import { expect, test } from "vitest";
import { matchesPattern } from "./auto-pattern.ts";

test.each([
  ["abc", "abc", true],
  ["abc", "xabc", false],
  ["a|bc", "bc", true],
  ["colou?r", "color", true],
  ["[0-9]{2,3}", "1234", false],
  ["[0-9]{2,}", "1234", true],
  ["\\d+(\\.\\d+)?", "12.50", true],
  ["[^,;]*", "no comma", true],
  ["[^,;]*", "a,b", false],
  ["[a-z-[aeiou]]+", "rhythm", true],
  ["[a-z-[aeiou]]+", "rhyme", false],
  ["\\p{Lu}\\p{Ll}*", "Öre", true],
  ["(ab)*", "", true],
  ["^yes$", "yes", true],
  ["a.c", "a\nc", false],
  ["\\(x\\)", "(x)", true],
  ["[\\]\\-]+", "]-]", true],
  ["(?:no|yes)!", "no!", true],
])("the pattern %s and the text %j", (pattern, text, expected) => {
  expect(matchesPattern(pattern, text)).toBe(expected);
});

test.each(["(", "a)", "[a", "*a", "(?=a)b", "\\p{Nonsense}", "a{3000}", "(((a{50}){50}){50})"])(
  "the pattern %s is not one we can use, so nothing is said",
  (pattern) => {
    expect(matchesPattern(pattern, "a")).toBeNull();
  },
);

test("a pattern made to take for ever does not", () => {
  expect(matchesPattern("(a+)+b", "a".repeat(5_000))).toBe(false);
});

test("plain patterns say what regular expressions say", () => {
  const letters = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 8 }).map((some) => some.join(""));
  const patterns = fc.letrec<{ pattern: string }>((tie) => ({
    pattern: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom("a", "b", "[ab]", "[^a]", "c?"),
      fc.tuple(tie("pattern"), tie("pattern")).map(([x, y]) => `${x}${y}`),
      fc.tuple(tie("pattern"), tie("pattern")).map(([x, y]) => `(${x}|${y})`),
      tie("pattern").map((x) => `(${x})*`),
      tie("pattern").map((x) => `(${x}){1,2}`),
    ),
  })).pattern;
  fc.assert(
    fc.property(patterns, letters, (pattern, text) => {
      expect(matchesPattern(pattern, text)).toBe(new RegExp(`^(?:${pattern})$`).test(text));
    }),
    { numRuns: 500 },
  );
});

test("whatever is written as a pattern, an answer comes", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), fc.string({ maxLength: 40 }), (pattern, text) => {
      expect([true, false, null]).toContain(matchesPattern(pattern, text));
    }),
  );
});
