import { expect, test } from "vitest";
import { browserOf } from "./browser-of.ts";

const engine = "AppleWebKit/537.36 (KHTML, like Gecko)";

test.each([
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${engine} Chrome/131.0.0.0 Safari/537.36`, "Chrome", 131],
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${engine} Chrome/131.0.0.0 Safari/537.36 Edg/131.0.2903.70`, "Edge", 131],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0", "Firefox", 128],
  [
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.4 Safari/605.1.15",
    "Safari",
    16.4,
  ],
  ["Lynx/2.8.9", "other", null],
  ["", "other", null],
])("a room's computer says: %s", (userAgent, name, version) => {
  expect(browserOf(userAgent)).toEqual({ name, version });
});
