import { expect, test } from "vitest";
import { instant } from "../time/time.ts";
import type { Phase } from "./attempt.ts";
import type { Line, StopCause } from "./ledger.ts";
import { hasArrived, isBetweenMachines, isOnTheWay } from "./moving.ts";

const nine = instant(Date.parse("2026-06-01T09:00:00Z"));
const started: Line = { kind: "started", at: nine, by: "Ines" };
const stopped = (cause: StopCause): Line => ({ kind: "stopped", at: nine, by: "Ines", cause, why: "" });
const ended: Line = { kind: "ended", at: nine, by: "Ines" };

test.each<[string, Phase, string | null, readonly Line[], Record<string, boolean>]>([
  ["at work", "running", "here", [started], {}],
  ["moved with the clock going on", "running", null, [started], {}],
  [
    "moved with the clock stopped",
    "paused",
    null,
    [started, stopped("moving-desk")],
    { between: true, onTheWay: true },
  ],
  ["come to the new computer", "paused", "there", [started, stopped("moving-desk")], { between: true, arrived: true }],
  [
    "on the way while the room stops",
    "paused",
    null,
    [started, stopped("moving-desk"), stopped("pause")],
    { onTheWay: true },
  ],
  ["paused at a computer", "paused", "here", [started, stopped("pause")], {}],
  ["whose test was ended on the way", "closed", null, [started, stopped("moving-desk"), ended], {}],
])("a learner who is %s", (_who, phase, lease, ledger, is) => {
  const attempt = { phase, lease, ledger };
  const [between, onTheWay, arrived] = [isBetweenMachines(attempt), isOnTheWay(attempt), hasArrived(attempt)];
  expect({ between, onTheWay, arrived }).toEqual({ between: false, onTheWay: false, arrived: false, ...is });
});
