import type { Instant } from "../exam/time/time.ts";

const centreTime = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", ...options });
const toTheSecond = centreTime({ hour: "2-digit", minute: "2-digit", second: "2-digit" });
const toTheMinute = centreTime({ hour: "2-digit", minute: "2-digit" });

/** `10:41:07` */
export const timeOfDay = (at: Instant) => toTheSecond.format(at);
/** `10:41` */
export const shortTimeOfDay = (at: Instant) => toTheMinute.format(at);
