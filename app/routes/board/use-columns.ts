import { type RefObject, useEffect, useState } from "react";

export type Columns = {
  readonly count: number;
  /** Pixels of each; null until the grid has been measured. */
  readonly width: number | null;
  /** Wide enough for what can be left out. */
  readonly roomy: boolean;
};

/** As many as fit on a usual screen, until it has been measured. */
const first: Columns = { count: 8, width: null, roomy: false };
/** Pixels. */
const roomyFrom = 175;
/** Browsers place things to a part of a pixel. */
const partsOfPixel = 64;

/**
 * Columns of exactly one width, none narrower than `least` rem. Left to `1fr` they differ by parts of a pixel, and a browser
 * lays out and paints anew every card that comes into another column: all of them, whenever one comes to the top.
 */
export function useColumns(grid: RefObject<HTMLElement | null>, least: number): Columns {
  const [columns, setColumns] = useState(first);
  useEffect(() => {
    const element = grid.current;
    if (element === null) return;
    const size = new ResizeObserver(() => {
      const now = columnsIn({
        width: element.clientWidth,
        gap: Number.parseFloat(getComputedStyle(element).columnGap) || 0,
        least: least * Number.parseFloat(getComputedStyle(document.documentElement).fontSize),
      });
      setColumns((before) => (before.count === now.count && before.width === now.width ? before : now));
    });
    size.observe(element);
    return () => size.disconnect();
  }, [grid, least]);
  return columns;
}

type Space = { readonly width: number; readonly gap: number; readonly least: number };

/** As many columns as a width has room for, in pixels. Together with their gaps they fill it to less than a pixel, and never more. */
export function columnsIn({ width, gap, least }: Space): Columns & { readonly width: number } {
  const count = Math.max(1, Math.floor((width + gap) / (least + gap)));
  const each = Math.floor(((width - gap * (count - 1)) / count) * partsOfPixel) / partsOfPixel;
  return { count, width: each, roomy: each >= roomyFrom };
}
