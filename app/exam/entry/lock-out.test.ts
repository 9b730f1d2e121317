import { expect, test } from "vitest";
import { after, instant, minutes, seconds } from "../time/time.ts";
import { lockOut } from "./lock-out.ts";

const policy = { failures: 3, within: minutes(10), lockedFor: minutes(5) };
const nine = instant(Date.parse("2026-11-23T09:00:00Z"));
const at = (n: number) => after(nine, minutes(n));

test.each([
  ["nobody has failed", [], 1, { ok: true }],
  ["one failure fewer than the limit", [0, 1], 2, { ok: true }],
  ["the last failure of the limit", [0, 1, 2], 2, { ok: false, until: at(7) }],
  ["just before the end", [0, 1, 2], 6.99, { ok: false, until: at(7) }],
  ["the end itself", [0, 1, 2], 7, { ok: true }],
  ["failures exactly as far apart as the stretch", [0, 5, 10], 10, { ok: false, until: at(15) }],
  ["failures further apart than the stretch", [0, 5, 11], 11, { ok: true }],
  ["failures in no order", [2, 0, 1], 3, { ok: false, until: at(7) }],
  ["one more failure after the lock ended", [0, 1, 2, 8], 8, { ok: false, until: at(13) }],
])("keycodes are tried: %s", (_, failures, now, expected) => {
  expect(lockOut(failures.map(at), at(now), policy)).toEqual(expected);
});

test("a failure from the future closes nothing", () => {
  expect(lockOut([at(0), at(1), after(at(2), seconds(1))], at(2), policy)).toEqual({ ok: true });
});
