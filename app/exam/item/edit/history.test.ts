import fc from "fast-check";
import { expect, test } from "vitest";
import { instant } from "../../time/time.ts";
import { began, type History, mayRedo, mayUndo, redone, stepped, undone } from "./history.ts";

const at = (ms: number) => instant(ms);
const typed = (history: History<string>, words: string, ms: number, group = "title") =>
  stepped(history, words, { at: at(ms), group });

test("typing without a pause is one step", () => {
  const history = ["W", "Wh", "Who"].reduce((now, words, index) => typed(now, words, index * 300), began(""));
  expect(undone(history).now).toBe("");
});

test("typing after a pause, or elsewhere, is another step", () => {
  const history = typed(typed(typed(began(""), "a", 0), "ab", 2_000), "ab c", 2_100, "why");
  expect(undone(history).now).toBe("ab");
  expect(undone(undone(history)).now).toBe("a");
});

test("what was pressed is a step of its own, and typing after it too", () => {
  const history = typed(stepped(typed(began(""), "a", 0), "A", { at: at(10) }), "Ab", 20);
  expect([undone(history).now, undone(undone(history)).now]).toEqual(["A", "a"]);
});

test("typing after going back does not join what was typed before", () => {
  const history = typed(undone(typed(typed(began(""), "a", 0), "b", 5_000)), "c", 5_001);
  expect(undone(history).now).toBe("a");
});

test("the same value is no step", () => {
  expect(mayUndo(stepped(began("a"), "a", { at: at(0) }))).toBe(false);
});

const step = fc.oneof(
  fc.record({ do: fc.constant("step" as const), value: fc.string({ maxLength: 3 }), wait: fc.nat(4_000) }),
  fc.record({ do: fc.constantFrom("undo" as const, "redo" as const) }),
);

test("going back and forward again is as if nothing had been undone", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let time = 0;
      const history = steps.reduce<History<string>>((now, one) => {
        if (!("value" in one)) return one.do === "undo" ? undone(now) : redone(now);
        time += one.wait;
        return stepped(now, one.value, { at: at(time), group: "g" });
      }, began(""));
      const back = undone(history);
      if (mayUndo(history)) expect([redone(back).now, mayRedo(back)]).toEqual([history.now, true]);
      else expect(back).toBe(history);
      let all = history;
      while (mayUndo(all)) all = undone(all);
      expect(all.now).toBe("");
    }),
  );
});
