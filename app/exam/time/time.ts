/** Milliseconds since 1970, read from a Clock and passed in. Rules never read a clock themselves. */
export type Instant = number & { readonly unit: "instant" };
/** Milliseconds. */
export type Duration = number & { readonly unit: "duration" };
export type Clock = { now(): Instant };

export const instant = (milliseconds: number) => milliseconds as Instant;
export const duration = (milliseconds: number) => milliseconds as Duration;
export const seconds = (n: number) => duration(n * 1_000);
export const minutes = (n: number) => duration(n * 60_000);
export const none = duration(0);

/** Never negative: an end before its start is no time at all. */
export const between = (from: Instant, to: Instant) => duration(Math.max(0, to - from));
export const after = (start: Instant, length: Duration) => instant(start + length);
export const before = (end: Instant, length: Duration) => instant(end - length);
export const sum = (...parts: readonly Duration[]) => duration(parts.reduce((a, b) => a + b, 0));
/** Never negative: more cannot be taken away than there is. */
export const less = (a: Duration, b: Duration) => duration(Math.max(0, a - b));
export const earlier = (a: Instant, b: Instant) => (a < b ? a : b);
export const later = (a: Instant, b: Instant) => (a > b ? a : b);
/** Rounded up once, after summing, and never down (domain rules, section 3). */
export const toWholeMinutesUp = (length: Duration) => minutes(Math.ceil(length / 60_000));
