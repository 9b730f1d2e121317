import type { Instant } from "./time.ts";

const second = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  hourCycle: "h23",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
});

/** The time of day where the centres are, as a refusal says it: `10:41:07`. */
export const secondInLondon = (at: Instant) => second.format(at);
