import { type Clock, instant } from "../exam/time/time.ts";

/** The one clock of the server. Everything else is told the time. */
export const systemClock: Clock = { now: () => instant(Date.now()) };
