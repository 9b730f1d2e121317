import { expect, test } from "vitest";
import { cautions } from "./cautions.ts";

const boundaries = { P: 24, M: 35, D: 46 };
const thirty = Array.from({ length: 30 }, (_, at) => at + 30);

test("thirty marked candidates, wide bands and a Distinction within reach leave nothing to warn of", () => {
  expect(cautions({ boundaries, max: 60, raws: thirty, stillMarking: 0 })).toEqual([]);
});

test("twenty-nine candidates are few", () => {
  expect(cautions({ boundaries, max: 60, raws: thirty.slice(1), stillMarking: 0 })).toEqual([
    "Only 29 candidates: the figures may look quite different with 30 or more.",
  ]);
});

test("a narrow band, an unreached Distinction and unfinished marking are each pointed out", () => {
  expect(cautions({ boundaries: { P: 33, M: 35, D: 60 }, max: 60, raws: thirty, stillMarking: 1 })).toEqual([
    "1 attempt is still being marked and not in these figures.",
    "Pass is only 2 marks wide.",
    "Distinction is only 1 mark wide.",
    "Nobody has reached Distinction: the highest mark is 59.",
  ]);
});

test("boundaries before anybody is marked rest on judgement alone, and the page says so", () => {
  expect(cautions({ boundaries, max: 60, raws: [], stillMarking: 0 })).toEqual([
    "Nobody's marks are complete yet, so the boundaries rest on judgement alone.",
  ]);
});
