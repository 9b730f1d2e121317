import { browserCut } from "../browser-cut.ts";
import { noChromium } from "../browser-room.ts";
import type { Fault } from "../fault.ts";

export const fault: Fault = {
  name: "browser-cut-1s",
  what: "In a real browser the network is away for one second while the learner writes.",
  missing: noChromium,
  run: browserCut(1),
};
