import { type RefObject, useEffect, useMemo, useRef, useState } from "react";
import { allRows, type Drawn, rowsInView, towards, type View } from "../../components/rows-in-view.ts";

const rowSizes = ["short", "tall", "taller"] as const;
/** A row in which somebody is in trouble takes more room than one where nobody is, and most when it is more than one trouble. */
export type RowSize = (typeof rowSizes)[number];

type Asked = {
  readonly list: RefObject<HTMLElement | null>;
  readonly rows: readonly RowSize[];
  /** Rows that stay in the page wherever they are. */
  readonly kept: readonly number[];
  /** Short enough to be in the page as a whole. */
  readonly whole: boolean;
};

/** Pixels beyond either edge of the screen, so that scrolling finds rows there. */
const spare = 250;
/** Until the page has been measured, as on the server. */
const firstView: View = { top: 0, bottom: 230 };
/** A page that opens has more to do in a frame than rows: until the screen is full for the first time, so many pixels of them. */
const whileOpening = 130;
const firstSizes: Record<RowSize, number> = { short: 80, tall: 104, taller: 128 };

/** Keeps in the page what of a long list is near the screen. How high rows are is learnt from those that are drawn. */
export function useLongList({ list, rows, kept, whole }: Asked): Drawn {
  const [view, setView] = useState(firstView);
  const drawn = useRef(firstView);
  const opening = useRef(true);
  const [sizes, setSizes] = useState(firstSizes);

  useEffect(() => {
    if (whole) return;
    return whenMoved((again) => {
      if (list.current === null) return;
      const { top } = list.current.getBoundingClientRect();
      const wanted = { top: Math.max(0, -top - spare), bottom: window.innerHeight - top + spare };
      const next = towards(drawn.current, wanted, opening.current ? whileOpening : undefined);
      opening.current &&= next !== drawn.current;
      if (next !== drawn.current) {
        drawn.current = next;
        setView(next);
        again();
      }
      const measured = { ...firstSizes, ...sizesIn(list.current) };
      setSizes((before) => (rowSizes.every((size) => before[size] === measured[size]) ? before : measured));
    });
  }, [list, whole]);

  const keptRows = kept.join(" ");
  return useMemo(() => {
    if (whole) return allRows(rows.length);
    const heights = rows.map((row) => sizes[row]);
    return rowsInView({ heights, view, kept: keptRows.split(" ").filter(Boolean).map(Number) });
  }, [whole, rows, sizes, view, keptRows]);
}

/** Of rows that say of themselves which they are. */
function sizesIn(list: HTMLElement): Partial<Record<RowSize, number>> {
  const gap = Number.parseFloat(getComputedStyle(list).rowGap) || 0;
  return Object.fromEntries(
    rowSizes.flatMap((size) => {
      const height = list.querySelector<HTMLElement>(`[data-row=${size}]`)?.offsetHeight;
      return height ? [[size, height + gap]] : [];
    }),
  );
}

/** Now, and before the next frame whenever anything was scrolled or grew, or there is more to do. */
function whenMoved(look: (again: () => void) => void) {
  let frame = 0;
  const soon = () => {
    if (frame !== 0) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      look(soon);
    });
  };
  const size = new ResizeObserver(soon);
  size.observe(document.documentElement);
  window.addEventListener("resize", soon);
  document.addEventListener("scroll", soon, { capture: true, passive: true });
  return () => {
    cancelAnimationFrame(frame);
    size.disconnect();
    window.removeEventListener("resize", soon);
    document.removeEventListener("scroll", soon, { capture: true });
  };
}
