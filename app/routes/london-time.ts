const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", hourCycle: "h23", ...options });

const short = format({ weekday: "short", day: "numeric", month: "short", year: "numeric" });
const long = format({ day: "numeric", month: "long", year: "numeric" });
const minute = format({ hour: "2-digit", minute: "2-digit" });
const second = format({ hour: "2-digit", minute: "2-digit", second: "2-digit" });

/** Put together here, because the commas between parts differ from one browser to the next. */
const day = (formatter: Intl.DateTimeFormat, at: number) =>
  formatter
    .formatToParts(at)
    .filter(({ type }) => type !== "literal")
    .map(({ value }) => value)
    .join(" ");

/** Day and time at the centre, the same on the server and in every browser: `Mon 23 Nov 2026, 09:30`. */
export const inLondon = (at: number) => `${day(short, at)}, ${minute.format(at)}`;
/** `23 November 2026` */
export const dayInLondon = (at: number) => day(long, at);
/** `09:30` */
export const clockInLondon = (at: number) => minute.format(at);
/** To the second, as a log needs it: `Mon 23 Nov 2026, 09:30:07`. */
export const momentInLondon = (at: number) => `${day(short, at)}, ${second.format(at)}`;
