/** A run of rows that are drawn, after a gap that stands for the rows that are not. */
export type Stretch = { readonly first: number; readonly last: number; readonly gap: number };
export type Drawn = {
  readonly stretches: readonly Stretch[];
  /** The gap below the last of them. */
  readonly rest: number;
};

type Asked = {
  /** Of every row of the list, in pixels like everything here. */
  readonly heights: readonly number[];
  /** What of the list is in view, measured from its top. */
  readonly view: { readonly top: number; readonly bottom: number };
  /** Drawn beyond either edge, so that scrolling finds it there. */
  readonly spare: number;
  /** Rows that are drawn wherever they are, such as the one with the focus. */
  readonly kept: readonly number[];
};

/** Which rows of a long list have to be in the page. Gaps and drawn rows together are always as high as the whole list. */
export function rowsInView({ heights, view, spare, kept }: Asked): Drawn {
  const stretches: Stretch[] = [];
  let top = 0;
  let gap = 0;
  for (const [row, height] of heights.entries()) {
    const isNear = top + height > view.top - spare && top < view.bottom + spare;
    top += height;
    if (!isNear && !kept.includes(row)) {
      gap += height;
      continue;
    }
    const before = stretches.at(-1);
    if (before?.last === row - 1) stretches[stretches.length - 1] = { ...before, last: row };
    else stretches.push({ first: row, last: row, gap });
    gap = 0;
  }
  return { stretches, rest: gap };
}

/** Every row. */
export const allRows = (count: number): Drawn => ({
  stretches: count === 0 ? [] : [{ first: 0, last: count - 1, gap: 0 }],
  rest: 0,
});
