import type { Found } from "./fault.ts";

type Sealing<Row> = {
  beforeOf(row: Row): string | null;
  place(row: Row): number;
  name(row: Row): string;
  found(fault: Found): void;
};

/** Rows that seal one another: names each that does not fit. Answers how many are from before there were seals. */
export function sealFaults<Row extends { readonly seal: string | null }>(
  rows: readonly Row[],
  seal: (row: Row, before: string | null) => string,
  { beforeOf, place, name, found }: Sealing<Row>,
): number {
  for (const row of rows)
    if (row.seal !== null && row.seal !== seal(row, beforeOf(row)))
      found({ position: place(row), what: "altered", words: `${name(row)} was altered, or the one before it was.` });
  return rows.filter(({ seal: own }) => own === null).length;
}
