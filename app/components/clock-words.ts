/** Seconds begun count whole, so that a clock shows 0:00 only when there is no time left. */
const wholeSeconds = (milliseconds: number) => Math.max(0, Math.ceil(milliseconds / 1_000));
const two = (n: number) => String(n).padStart(2, "0");
const many = (n: number, word: string) => `${n} ${word}${n === 1 ? "" : "s"}`;

/** `1:14:05`, or `14:05` within the last hour. */
export function clockFace(milliseconds: number): string {
  const all = wholeSeconds(milliseconds);
  const [hours, minutes, seconds] = [Math.floor(all / 3_600), Math.floor(all / 60) % 60, all % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
}

/** `1 hour 14 minutes`; never more than there is, so minutes are cut and not rounded up. */
export function clockWords(milliseconds: number): string {
  const all = wholeSeconds(milliseconds);
  if (all === 0) return "no time";
  if (all < 60) return many(all, "second");
  const [hours, minutes] = [Math.floor(all / 3_600), Math.floor(all / 60) % 60];
  return [hours > 0 && many(hours, "hour"), minutes > 0 && many(minutes, "minute")].filter(Boolean).join(" ");
}
