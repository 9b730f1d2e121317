import { expect, test } from "vitest";
import type { HeldRole } from "./actor.ts";
import { faultInRoles } from "./role-places.ts";

const cases: readonly (readonly [string, readonly HeldRole[], boolean])[] = [
  ["an invigilator at a centre", [{ role: "invigilator", centreId: "one" }], true],
  [
    "an invigilator at two centres",
    [
      { role: "invigilator", centreId: "one" },
      { role: "invigilator", centreId: "two" },
    ],
    true,
  ],
  ["an invigilator at no centre", [{ role: "invigilator", centreId: null }], false],
  ["an examiner everywhere", [{ role: "examiner", centreId: null }], true],
  ["an examiner at one centre", [{ role: "examiner", centreId: "one" }], false],
  [
    "the same role twice",
    [
      { role: "awarder", centreId: null },
      { role: "awarder", centreId: null },
    ],
    false,
  ],
  ["nobody with any role", [], true],
];

test.each(cases)("whether there may be %s", (_, held, may) => {
  expect(faultInRoles(held) === null).toBe(may);
});
