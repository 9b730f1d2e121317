import type { Instant } from "../time/time.ts";

/** A day of the calendar, `2026-09-01`; compares correctly as text. */
export type IsoDate = string;

const pad = (n: number, width: number) => String(n).padStart(width, "0");

/** Days are counted in UTC, so a rule that changes on a date changes at the same instant everywhere. */
export function isoDateOf(at: Instant): IsoDate {
  // Counting from 1 March of a leap cycle puts the odd day at the end of the year, where it disturbs nothing.
  const day = Math.floor(at / 86_400_000) + 719_468;
  const era = Math.floor(day / 146_097);
  const dayOfEra = day - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`;
}
