import { browserCut } from "../browser-cut.ts";
import { noChromium } from "../browser-room.ts";
import type { Fault } from "../fault.ts";

export const fault: Fault = {
  name: "browser-cut-60s",
  what: "In a real browser the network is away for a minute; the learner writes on, and the page is reloaded meanwhile.",
  missing: noChromium,
  run: browserCut(60),
};
