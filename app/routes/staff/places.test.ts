import { expect, test } from "vitest";
import { placeOf, placesFor } from "./places.ts";

test("an invigilator is shown neither the question bank nor anybody's account", () => {
  expect(placesFor(["invigilator"]).map(({ href }) => href)).toEqual(["/sittings", "/qualifications"]);
});

test("a page below a place belongs to it, and the longer of two places wins", () => {
  const places = placesFor(["senior-examiner"]);
  expect(placeOf("/marking/senior", places)?.href).toBe("/marking/senior");
  expect(placeOf("/marking/123", places)?.href).toBe("/marking");
  expect(placeOf("/markings", places)).toBeUndefined();
});
