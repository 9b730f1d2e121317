/** A quantity to be chosen: at least `lower`, at most `upper`, whole or not; each unit costs `cost`. */
export type Column = {
  readonly cost: number;
  readonly lower: number;
  readonly upper: number;
  readonly whole: boolean;
};

/** A sum of columns, each with its factor, that must lie between two limits; these may be infinite. */
export type Row = { readonly lower: number; readonly upper: number; readonly terms: readonly Term[] };
export type Term = readonly [column: number, factor: number];

/** A linear problem with whole-number columns; what it costs is to be as little as possible. */
export type Problem = { readonly columns: readonly Column[]; readonly rows: readonly Row[] };

/** A value for each column, or null when no values keep to all rows. The same problem always has the same answer. */
export type Solve = (problem: Problem) => Promise<readonly number[] | null>;

/** Puts a problem together column by column; `add` answers the new column's place. */
export function problemUnderWay() {
  const columns: Column[] = [];
  const rows: Row[] = [];
  return {
    add: (column: Partial<Column>): number =>
      columns.push({ cost: 0, lower: 0, upper: Number.POSITIVE_INFINITY, whole: false, ...column }) - 1,
    keep(terms: readonly Term[], { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY }: Limits) {
      rows.push({ lower: least, upper: most, terms: terms.filter(([, factor]) => factor !== 0) });
    },
    done: (): Problem => ({ columns, rows }),
  };
}

type Limits = { readonly least?: number; readonly most?: number };
export type ProblemUnderWay = ReturnType<typeof problemUnderWay>;
