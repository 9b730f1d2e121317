import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { common, lengthOf, type Span, without } from "./spans.ts";
import { instant } from "./time.ts";

const span = (from: number, to: number): Span => ({ from: instant(from), to: instant(to) });
const someSpans = fc
  .array(fc.tuple(fc.nat(50), fc.nat(50)), { maxLength: 5 })
  .map((pairs) => pairs.map(([from, length]) => span(from, from + length)));
const holds = (spans: readonly Span[], at: number) => spans.some(({ from, to }) => from <= at && at < to);

describe("stretches of time", () => {
  test.each([
    ["a part in the middle leaves two", [span(0, 10)], [span(3, 5)], [span(0, 3), span(5, 10)]],
    ["what covers all leaves nothing", [span(2, 4)], [span(0, 9)], []],
    ["what only touches takes nothing", [span(2, 4)], [span(4, 9), span(0, 2)], [span(2, 4)]],
  ])("%s", (_title, spans, taken, left) => {
    expect(without(spans, taken)).toEqual(left);
  });

  test("a moment is left when it was there and not taken, and common when both hold it", () => {
    fc.assert(
      fc.property(someSpans, someSpans, (one, other) => {
        for (let at = 0; at < 100; at++) {
          expect(holds(without(one, other), at)).toBe(holds(one, at) && !holds(other, at));
          expect(holds(common(one, other), at)).toBe(holds(one, at) && holds(other, at));
        }
        expect(lengthOf(without(one, other))).toBeLessThanOrEqual(lengthOf(one));
      }),
    );
  });
});
