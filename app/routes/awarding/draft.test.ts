import { expect, test } from "vitest";
import { changed, draftOf, readDraft } from "./draft.ts";

const empty = draftOf(null);

test("Merit is proposed half-way, rounded down, as soon as Pass and Distinction are judged", () => {
  const judged = changed(changed(empty, "pass", "24"), "distinction", "47");
  expect(judged).toEqual({ pass: "24", merit: "35", distinction: "47" });
});

test("Merit follows a judgement that moves", () => {
  const judged = changed({ pass: "24", merit: "35", distinction: "46" }, "pass", "26");
  expect(judged.merit).toBe("36");
});

test("a Merit that the awarder moved by hand stays where it was put", () => {
  const moved = changed({ pass: "24", merit: "35", distinction: "46" }, "merit", "37");
  expect(changed(moved, "pass", "26").merit).toBe("37");
});

test("three boundaries in order are possible", () => {
  expect(readDraft({ pass: "24", merit: "35", distinction: "46" }, 60)).toEqual({
    state: "possible",
    boundaries: { P: 24, M: 35, D: 46 },
  });
});

test("a field left empty is no boundary of nought", () => {
  expect(readDraft({ pass: "", merit: "35", distinction: "46" }, 60)).toEqual({ state: "incomplete" });
});

test("a Distinction beyond the paper is said to be out of reach", () => {
  expect(readDraft({ pass: "24", merit: "35", distinction: "61" }, 60)).toMatchObject({ state: "wrong" });
});
