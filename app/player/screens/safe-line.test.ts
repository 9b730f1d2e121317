import { expect, test } from "vitest";
import { atFirst } from "../snapshot.ts";
import { spokenTrouble } from "./safe-line.tsx";

test("only whoever can still work is told to go on when the connection is lost", () => {
  expect(spokenTrouble(atFirst)).toContain("You can go on working.");
  for (const over of [{ submitting: true }, { timeUp: true }]) {
    const words = spokenTrouble({ ...atFirst, ...over });
    expect(words).not.toContain("go on working");
    expect(words).toContain("Stay here and tell the invigilator.");
  }
});
