import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { minutes } from "../time/time.ts";
import { countAnswered, countFlagged, progressAfter, work } from "./answers.ts";
import type { Entry, Journalled } from "./entry.ts";

const left = minutes(60);
const answer = (seq: number, item: string, ...value: string[]): Entry => ({
  seq,
  left,
  kind: "answer",
  item,
  response: { RESPONSE: value },
});
const flag = (seq: number, item: string, flagged: boolean): Entry => ({ seq, left, kind: "flag", item, flagged });
const counted = (...entries: Entry[]): Journalled[] => entries.map((entry) => ({ entry, standing: "counted" }));

describe("answers are a fold of the journal", () => {
  test("the last answer to an item counts, flags come and go, and the item looked at last is remembered", () => {
    const journal = counted(
      answer(1, "q1", "A"),
      flag(2, "q1", true),
      answer(3, "q1", "B"),
      flag(4, "q2", true),
      flag(5, "q1", false),
      { seq: 6, left, kind: "visit", item: "q3" },
    );
    expect(work(journal)).toEqual({ answers: { q1: { RESPONSE: ["B"] } }, flagged: ["q2"], at: "q3" });
  });

  test("late and stranded entries are kept and change nothing", () => {
    const journal: Journalled[] = [
      ...counted(answer(1, "q1", "A")),
      { entry: answer(2, "q1", "B"), standing: "late" },
      { entry: answer(1, "q1", "C"), standing: "stranded" },
    ];
    expect(work(journal).answers).toEqual({ q1: { RESPONSE: ["A"] } });
  });

  test("the board's counts agree with the answers, whatever was done in whatever batches", () => {
    const entries = fc.array(
      fc.oneof(
        fc
          .record({ item: fc.constantFrom("q1", "q2", "q3"), value: fc.constantFrom("", " ", "A") })
          .map(({ item, value }) => answer(1, item, value)),
        fc
          .record({ item: fc.constantFrom("q1", "q2", "q3"), flagged: fc.boolean() })
          .map(({ item, flagged }) => flag(1, item, flagged)),
      ),
    );
    fc.assert(
      fc.property(fc.array(entries), (batches) => {
        const progress = batches.reduce(progressAfter, {});
        const { answers, flagged } = work(counted(...batches.flat()));
        const given = Object.values(answers).filter(({ RESPONSE }) => RESPONSE?.some((part) => part.trim() !== ""));
        expect([countAnswered(progress), countFlagged(progress)]).toEqual([given.length, flagged.length]);
      }),
    );
  });
});
