import type { Seat } from "../../live/contract.ts";

/** So many names are read; of more the rest is counted. */
const most = 40;

/** Who it is, by seat and name. */
export function namesInBrief(seats: readonly Pick<Seat, "seat" | "name">[]): string {
  const named = seats.slice(0, most).map(({ seat, name }) => `${seat} ${name}`);
  return [...named, ...(seats.length > most ? [`and ${seats.length - most} more`] : [])].join("; ");
}
