import { type RefObject, useEffect, useState } from "react";

export type Columns = {
  readonly count: number;
  /** Wide enough for what can be left out. */
  readonly roomy: boolean;
};

/** As many as fit on a usual screen, until it has been measured. */
const first: Columns = { count: 8, roomy: false };
/** Pixels. */
const roomyFrom = 175;

/** The columns that the browser has made of a grid. */
export function useColumns(grid: RefObject<HTMLElement | null>): Columns {
  const [columns, setColumns] = useState(first);
  useEffect(() => {
    const element = grid.current;
    if (element === null) return;
    const size = new ResizeObserver(() => {
      const now = columnsOf(element);
      setColumns((before) => (before.count === now.count && before.roomy === now.roomy ? before : now));
    });
    size.observe(element);
    return () => size.disconnect();
  }, [grid]);
  return columns;
}

function columnsOf(element: HTMLElement): Columns {
  const widths = getComputedStyle(element).gridTemplateColumns.split(" ");
  return { count: Math.max(1, widths.length), roomy: Number.parseFloat(widths[0] ?? "") >= roomyFrom };
}
