import { type MarkTable, marksOf, totalsOf } from "./mark-table.ts";
import { mean, median, standardDeviation, variance } from "./moments.ts";

export type TestStatistics = {
  readonly candidates: number;
  readonly mean: number | null;
  readonly median: number | null;
  readonly standardDeviation: number | null;
  /** Cronbach's alpha: how far the items measure together. */
  readonly alpha: number | null;
  /** Standard error of measurement, in marks. */
  readonly errorOfMeasurement: number | null;
};

export function testStatistics(table: MarkTable): TestStatistics {
  const totals = totalsOf(table);
  const spread = standardDeviation(totals);
  const reliability = alpha(table);
  return {
    candidates: totals.length,
    mean: mean(totals),
    median: median(totals),
    standardDeviation: spread,
    alpha: reliability,
    errorOfMeasurement:
      spread === null || reliability === null ? null : spread * Math.sqrt(Math.max(0, 1 - reliability)),
  };
}

/** Null with fewer than two items or candidates, or when everybody has the same total. Can be negative. */
export function alpha(table: MarkTable): number | null {
  const items = table.items.length;
  const whole = variance(totalsOf(table));
  if (items < 2 || whole === null || whole === 0) return null;
  const parts = table.items.reduce((total, _, column) => total + (variance(marksOf(table, column)) ?? 0), 0);
  return (items / (items - 1)) * (1 - parts / whole);
}
