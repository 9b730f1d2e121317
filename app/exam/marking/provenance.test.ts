import fc from "fast-check";
import { expect, test } from "vitest";
import { instant } from "../time/time.ts";
import { currentMark, type MarkOrigin, markHistory } from "./provenance.ts";

const mark = (id: string, at: number, supersedes: string | null = null) => ({ id, at: instant(at), supersedes });

test.each<[string, readonly MarkOrigin[], string | null]>([
  ["no mark", [], null],
  ["one mark", [mark("a", 1)], "a"],
  ["a correction", [mark("a", 1), mark("b", 2, "a")], "b"],
  ["a correction of a correction, read in any order", [mark("c", 3, "b"), mark("a", 1), mark("b", 2, "a")], "c"],
  ["a correction by a clock that ran behind", [mark("a", 5), mark("b", 2, "a")], "b"],
  ["two marks given independently", [mark("a", 1), mark("b", 2)], "b"],
])("of %s the right one counts", (_, marks, counts) => {
  expect(currentMark(marks)?.id ?? null).toBe(counts);
});

test("the history keeps every mark, oldest first, and says which counts", () => {
  const [a, b] = [mark("a", 1), mark("b", 2, "a")];
  expect(markHistory([b, a])).toEqual([
    { mark: a, counts: false },
    { mark: b, counts: true },
  ]);
});

test("however often a mark is superseded, exactly the last in the chain counts and none is lost", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(100), { minLength: 1, maxLength: 20 }), (times) => {
      const chain = times.map((at, n) => mark(`m${n}`, at, n === 0 ? null : `m${n - 1}`));
      const history = markHistory(chain.toReversed());
      return (
        currentMark(chain)?.id === `m${times.length - 1}` &&
        history.length === chain.length &&
        history.filter(({ counts }) => counts).length === 1
      );
    }),
  );
});
