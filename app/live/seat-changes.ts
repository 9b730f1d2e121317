import type { Seat, SeatChange } from "./contract.ts";

/** Being heard is told this often, in milliseconds; a board calls a machine silent only after much longer. */
const heardEvery = 5_000;

/**
 * What is different at a seat from what watchers have of it; null when that is nothing a board shows. Time running down is no
 * change: boards count for themselves.
 */
export function changeOf(told: Seat, now: Seat): SeatChange | null {
  const before = new Map<string, unknown>(Object.entries(told));
  const different = Object.entries(now).filter(
    ([field, value]) => !(field === "left" && now.deadline !== null) && !isSame(before.get(field), value),
  );
  const isNews = different.some(([field]) => field !== "lastSeenAt" || isHeardAgain(told, now));
  return isNews ? { ...(Object.fromEntries(different) as Partial<Seat>), attempt: now.attempt } : null;
}

const isHeardAgain = (told: Seat, now: Seat) => heardAt(told) !== heardAt(now);
const heardAt = ({ lastSeenAt }: Seat) => lastSeenAt && Math.floor(lastSeenAt / heardEvery);

const isSame = (one: unknown, other: unknown) =>
  one === other || (typeof one === "object" && JSON.stringify(one) === JSON.stringify(other));
