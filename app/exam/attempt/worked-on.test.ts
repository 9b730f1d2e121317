import { expect, test } from "vitest";
import { after, type Duration, instant, minutes, none, seconds } from "../time/time.ts";
import type { Ledger } from "./ledger.ts";
import { type Heard, workedOn } from "./worked-on.ts";

const nine = instant(Date.parse("2026-06-01T09:00:00Z"));
const at = (minute: number) => after(nine, minutes(minute));
const by = "Ines";

/** 75 minutes, 5 more before the start at ten past nine, 5 more at a quarter past; stopped at half past with 65 left. */
const ledger: Ledger = [
  { kind: "allowance", source: "paper", amount: minutes(75), at: nine, by, why: "" },
  { kind: "allowance", source: "granted", amount: minutes(5), at: at(5), by, why: "" },
  { kind: "started", at: at(10), by },
  { kind: "allowance", source: "granted", amount: minutes(5), at: at(15), by, why: "" },
  { kind: "stopped", at: at(30), by, cause: "pause", why: "" },
];

const came = (leastLeft: Duration, last = 60) => ({ leastLeft, last: at(last) });

test.each<[string, Heard, Duration]>([
  ["from a screen that knew of all the time", { since: came(minutes(60)), before: at(20) }, minutes(5)],
  [
    "from one last heard before the last grant, which did not show it",
    { since: came(minutes(60)), before: at(12) },
    none,
  ],
  [
    "from one not heard since before the start, with which it was told of the first grant",
    { since: came(minutes(58)), before: at(2) },
    minutes(2),
  ],
  ["from one never heard before", { since: came(minutes(58)), before: null }, minutes(2)],
  ["within the way of a message", { since: came(minutes(65 - 3 / 60)), before: at(20) }, none],
  ["beyond it", { since: came(minutes(65 - 4 / 60)), before: at(20) }, seconds(4)],
  [
    "that came a minute after the stop, though its computer showed less",
    { since: came(minutes(60), 31), before: at(20) },
    minutes(1),
  ],
  [
    "from one last heard just after the last grant, by the clock of another server process",
    { since: came(minutes(60)), before: after(at(15), seconds(2)) },
    none,
  ],
  ["that never came", { since: null, before: at(20) }, none],
])("what was worked on after a stop, by a deed %s", (_which, heard, worked) => {
  expect(workedOn(ledger, heard)).toBe(worked);
});

test("a grant just after the start, by a server process whose clock is behind, does not make work of what was done before the stop", () => {
  const apart: Ledger = [
    { kind: "allowance", source: "paper", amount: minutes(75), at: nine, by, why: "" },
    { kind: "started", at: at(10), by },
    { kind: "allowance", source: "granted", amount: minutes(5), at: after(at(10), seconds(-1)), by, why: "" },
    { kind: "stopped", at: at(11), by, cause: "pause", why: "" },
  ];
  expect(workedOn(apart, { since: came(minutes(74), 12), before: null })).toBe(none);
});
