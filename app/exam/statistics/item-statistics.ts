import { type MarkTable, marksOf, totalsOf } from "./mark-table.ts";
import { correlation, mean } from "./moments.ts";

export type ItemStatistics = {
  readonly item: string;
  readonly candidates: number;
  /** Mean mark as a share of the maximum: 1 is easy. */
  readonly facility: number | null;
  /** Correlation of the item with the rest of the test, itself left out. */
  readonly discrimination: number | null;
  /** Share of candidates who gave nothing. */
  readonly omitRate: number | null;
};

/** One line an item, in the order of the table. */
export function itemStatistics(table: MarkTable): readonly ItemStatistics[] {
  const totals = totalsOf(table);
  return table.items.map(({ id, marks: max }, column) => {
    const marks = marksOf(table, column);
    const average = mean(marks);
    return {
      item: id,
      candidates: marks.length,
      facility: average === null || max <= 0 ? null : average / max,
      discrimination: correlation(
        marks,
        totals.map((total, row) => total - marks[row]!),
      ),
      omitRate: mean(table.rows.map((row) => (row[column] === null ? 1 : 0))),
    };
  });
}
