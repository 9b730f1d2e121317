import { expect, test } from "vitest";
import { withinTheSite } from "./within-the-site.ts";

test.each([
  ["/entries?sort=name", "/entries?sort=name"],
  ["/", "/"],
  ["//elsewhere.example", "/"],
  ["/\\elsewhere.example", "/"],
  ["/\t/elsewhere.example", "/"],
  ["https://elsewhere.example", "/"],
  ["entries", "/"],
  ["javascript:alert(1)", "/"],
  [undefined, "/"],
])("after signing in, “%s” leads to %s", (to, place) => {
  expect(withinTheSite(to)).toBe(place);
});
