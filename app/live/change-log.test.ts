import { expect, test } from "vitest";
import { changeLog } from "./change-log.ts";

test("a board that missed two changes is told both, and one that missed too many takes a new snapshot", () => {
  const log = changeLog<string>(2);
  for (const name of ["a", "b", "c"]) log.add(() => name);
  expect([log.since(3), log.since(1), log.since(0), log.since(9)]).toEqual([[], ["b", "c"], "reset", "reset"]);
});
