/**
 * The marks of one form: a row a candidate, a column an item; null where nothing was answered, which counts as no marks.
 * Marks as given, before any special consideration, so that the figures speak about the test.
 */
export type MarkTable = {
  readonly items: readonly { readonly id: string; readonly marks: number }[];
  readonly rows: readonly (readonly (number | null)[])[];
};

export const marksOf = (table: MarkTable, column: number): readonly number[] =>
  table.rows.map((row) => row[column] ?? 0);

export const totalsOf = (table: MarkTable): readonly number[] =>
  table.rows.map((row) => row.reduce<number>((total, mark) => total + (mark ?? 0), 0));
