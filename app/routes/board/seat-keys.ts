/** So many rows are a page. */
const page = 5;

/** Where a key leads from one seat in rows of so many; null for a key that leads nowhere. */
export function seatAfter(key: string, { at, count, columns }: Place): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: columns > 1 ? 1 : 0,
    ArrowLeft: columns > 1 ? -1 : 0,
    ArrowDown: columns,
    ArrowUp: -columns,
    PageDown: columns * page,
    PageUp: -columns * page,
    Home: -at,
    End: count - 1 - at,
  };
  const step = steps[key];
  if (step === undefined || step === 0) return null;
  const target = at + step;
  if (target >= 0 && target < count) return target;
  // A page that is not full leads to the edge; a single step there leads nowhere.
  if (key === "PageDown") return count - 1 === at ? null : count - 1;
  if (key === "PageUp") return at === 0 ? null : 0;
  return null;
}

type Place = { readonly at: number; readonly count: number; readonly columns: number };
