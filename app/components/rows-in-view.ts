/** A run of rows that are drawn, after a gap that stands for the rows that are not. */
export type Stretch = { readonly first: number; readonly last: number; readonly gap: number };
export type Drawn = {
  readonly stretches: readonly Stretch[];
  /** The gap below the last of them. */
  readonly rest: number;
};

/** A part of a list, measured in pixels from its top. */
export type View = { readonly top: number; readonly bottom: number };

type Asked = {
  /** Of every row of the list, in pixels like everything here. */
  readonly heights: readonly number[];
  /** What of the list is wanted. */
  readonly view: View;
  /** Rows that are drawn wherever they are, such as the one with the focus. */
  readonly kept: readonly number[];
};

/** Which rows of a long list have to be in the page. Gaps and drawn rows together are always as high as the whole list. */
export function rowsInView({ heights, view, kept }: Asked): Drawn {
  const stretches: Stretch[] = [];
  let top = 0;
  let gap = 0;
  for (const [row, height] of heights.entries()) {
    const isNear = top + height > view.top && top < view.bottom;
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

/** Pixels. */
const worthwhile = 100;
const withinAFrame = 300;

/**
 * The next view on the way from one to another: it grows by no more than is drawn within a frame, and gives up at once what is left
 * behind.
 *
 * @param most pixels by which it grows at either end.
 */
export function towards(from: View, wanted: View, most = withinAFrame): View {
  if (Math.abs(from.top - wanted.top) < worthwhile && Math.abs(from.bottom - wanted.bottom) < worthwhile) return from;
  const isApart = from.bottom <= wanted.top || from.top >= wanted.bottom;
  const middle = (wanted.top + wanted.bottom) / 2;
  const { top, bottom } = isApart ? { top: middle, bottom: middle } : from;
  return {
    top: Math.max(wanted.top, top - most),
    bottom: Math.min(wanted.bottom, bottom + most),
  };
}

/** Every row. */
export const allRows = (count: number): Drawn => ({
  stretches: count === 0 ? [] : [{ first: 0, last: count - 1, gap: 0 }],
  rest: 0,
});
