import { type Instant, instant } from "../../exam/time/time.ts";

/** Centres keep British time; the zone is named so that server and browser agree. */
const timeZone = "Europe/London";
const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat("en-GB", { timeZone, ...options });

const second = format({ hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });
const long = format({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
const fields = format({
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
});

/** `09:05:30`, for what must be told to the second. */
export const clockSeconds = (at: Instant) => second.format(at);
/** `Monday 23 November 2026`. Put together here, because languages' own commas differ from one browser to the next. */
export const longDay = (at: Instant) =>
  long
    .formatToParts(at)
    .filter(({ type }) => type !== "literal")
    .map(({ value }) => value)
    .join(" ");

/** `2026-11-23`, the local day: compares correctly as text. */
export function localDay(at: Instant): string {
  const { year, month, day } = parts(at);
  return `${year}-${month}-${day}`;
}

function parts(at: Instant) {
  const of = Object.fromEntries(fields.formatToParts(at).map(({ type, value }) => [type, value]));
  return { year: of.year, month: of.month, day: of.day, hour: of.hour, minute: of.minute, second: of.second };
}

/** The instant at which a local clock shows `10:41` on that day; null when the words are not a time. */
export function instantOn(day: string, time: string): Instant | null {
  const utc = /^\d{2}:\d{2}(:\d{2})?$/.test(time) ? Date.parse(`${day}T${time}Z`) : Number.NaN;
  if (Number.isNaN(utc)) return null;
  // The zone's distance from UTC is read near the wanted instant, so only the hour of a change of clocks is open to doubt.
  return instant(utc - aheadOfUtc(instant(utc - aheadOfUtc(instant(utc)))));
}

function aheadOfUtc(at: Instant) {
  const { year, month, day, hour, minute: min, second: sec } = parts(at);
  return Date.parse(`${year}-${month}-${day}T${hour}:${min}:${sec}Z`) - Math.floor(at / 1_000) * 1_000;
}
