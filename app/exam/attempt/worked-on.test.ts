import { expect, test } from "vitest";
import { after, type Duration, duration, instant, minutes, none, seconds } from "../time/time.ts";
import type { Ledger } from "./ledger.ts";
import { workedOn } from "./worked-on.ts";

const nine = instant(Date.parse("2026-06-01T09:00:00Z"));
const at = (length: number) => after(nine, seconds(length));
const by = "Ines";
const ledger = (grantedAt: number): Ledger => [
  { kind: "allowance", source: "paper", amount: minutes(75), at: nine, by, why: "The paper" },
  { kind: "started", at: nine, by },
  { kind: "allowance", source: "granted", amount: minutes(5), at: at(grantedAt), by, why: "Keyboard changed" },
  { kind: "stopped", at: at(600), by, cause: "pause", why: "Fire drill" },
];
/** A screen that knows of `more` minutes and was worked at until so long after the start. */
const left = (length: number, more = 0) => duration(minutes(75 + more) - seconds(length));

const came = (leastLeft: Duration, last: number) => ({ leastLeft, last: at(last) });

test.each([
  ["nothing, where no deed came after the stop", 300, { since: null, before: at(590) }, none],
  [
    "what a screen that knew of all time was worked at",
    300,
    { since: came(left(660, 5), 700), before: at(590) },
    seconds(60),
  ],
  ["no time that the screen had not heard of", 595, { since: came(left(600), 700), before: at(590) }, none],
  [
    "no time that another process gave, by whose clock it was a second earlier",
    589,
    { since: came(left(600), 700), before: at(590) },
    none,
  ],
  [
    "never more than had passed until the last deed came",
    300,
    { since: came(left(900, 5), 605), before: at(590) },
    seconds(5),
  ],
])("counts %s as worked on after the stop", (_title, grantedAt, heard, amount) => {
  expect(workedOn(ledger(grantedAt), heard)).toBe(amount);
});
