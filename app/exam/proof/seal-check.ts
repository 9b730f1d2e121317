import type { Found } from "./fault.ts";

type Sealing<Row> = {
  beforeOf(row: Row): string | null;
  place(row: Row): number;
  name(row: Row): string;
  found(fault: Found): void;
};

/** Rows that seal one another: names each that does not fit. Every row was sealed as it came in: one without a seal has lost it. */
export function sealFaults<Row extends { readonly seal: string | null }>(
  rows: readonly Row[],
  seal: (row: Row, before: string | null) => string,
  { beforeOf, place, name, found }: Sealing<Row>,
): void {
  for (const row of rows) {
    if (row.seal === seal(row, beforeOf(row))) continue;
    const words =
      row.seal === null ? `${name(row)} has lost its seal.` : `${name(row)} was altered, or the one before it was.`;
    found({ position: place(row), what: "altered", words });
  }
}
