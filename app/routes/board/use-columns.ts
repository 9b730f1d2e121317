import { type RefObject, useEffect, useState } from "react";

/** As many as fit on a usual screen, until it has been measured. */
const first = 8;

/** How many columns the browser has made of a grid. */
export function useColumns(grid: RefObject<HTMLElement | null>): number {
  const [columns, setColumns] = useState(first);
  useEffect(() => {
    const element = grid.current;
    if (element === null) return;
    const size = new ResizeObserver(() => setColumns(columnsOf(element)));
    size.observe(element);
    return () => size.disconnect();
  }, [grid]);
  return columns;
}

const columnsOf = (element: HTMLElement) =>
  Math.max(1, getComputedStyle(element).gridTemplateColumns.split(" ").length);
