import type { Found } from "./fault.ts";

type Sealing<Row> = {
  /** Whether rows may be from before there were seals; else one without is one whose seal was taken off. */
  readonly mayBeOld: boolean;
  beforeOf(row: Row): string | null;
  place(row: Row): number;
  name(row: Row): string;
  found(fault: Found): void;
};

/** Rows that seal one another: names each that does not fit. Answers how many are from before there were seals. */
export function sealFaults<Row extends { readonly seal: string | null }>(
  rows: readonly Row[],
  seal: (row: Row, before: string | null) => string,
  { mayBeOld, beforeOf, place, name, found }: Sealing<Row>,
): number {
  const old = mayBeOld ? rows.filter((row) => row.seal === null) : [];
  for (const row of rows) {
    if (old.includes(row) || row.seal === seal(row, beforeOf(row))) continue;
    const words =
      row.seal === null ? `${name(row)} has lost its seal.` : `${name(row)} was altered, or the one before it was.`;
    found({ position: place(row), what: "altered", words });
  }
  return old.length;
}
