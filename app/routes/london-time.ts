const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", ...options });

const full = format({
  weekday: "short",
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
});
const day = format({ day: "numeric", month: "long", year: "numeric" });
const clock = format({ hour: "2-digit", minute: "2-digit" });
const exact = format({
  day: "2-digit",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
});

/** Day and time at the centre, the same on the server and in every browser: "Mon, 23 Nov 2026, 09:30". */
export const inLondon = (at: number) => full.format(at);
export const dayInLondon = (at: number) => day.format(at);
export const clockInLondon = (at: number) => clock.format(at);
/** To the second, as a log needs it. */
export const momentInLondon = (at: number) => exact.format(at);
