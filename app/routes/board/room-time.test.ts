import { expect, test } from "vitest";
import { instant } from "../../exam/time/time.ts";
import { clockInLondon } from "../london-time.ts";
import { clockSeconds, instantOn, localDay, longDay } from "./room-time.ts";

const at = (iso: string) => instant(Date.parse(iso));

test.each([
  ["2026-11-23", "09:05", "2026-11-23T09:05:00Z"],
  ["2026-06-23", "09:05", "2026-06-23T08:05:00Z"],
  ["2026-06-23", "00:30", "2026-06-22T23:30:00Z"],
  ["2026-03-29", "09:00", "2026-03-29T08:00:00Z"],
  ["2026-10-25", "09:00", "2026-10-25T09:00:00Z"],
])("on %s the room's clock shows %s at one instant", (day, time, iso) => {
  const found = instantOn(day, time);
  expect(found).toBe(at(iso));
  expect([localDay(at(iso)), clockInLondon(at(iso))]).toEqual([day, time]);
});

test("what is not a time is no instant", () => {
  expect(instantOn("2026-11-23", "soon")).toBeNull();
  expect(instantOn("2026-11-23", "25:00")).toBeNull();
});

test("times are written as the room reads them", () => {
  expect([clockSeconds(at("2026-06-23T08:05:09Z")), longDay(at("2026-06-23T23:30:00Z"))]).toEqual([
    "09:05:09",
    "Wednesday 24 June 2026",
  ]);
});
