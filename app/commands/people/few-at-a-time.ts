/** Work that takes much of the machine: a few are at it, some wait in the order in which they came, and whoever comes then is told. */
export function fewAtATime({ atOnce, waiting }: { readonly atOnce: number; readonly waiting: number }) {
  let busy = 0;
  const line: (() => void)[] = [];
  /** Null when too many wait. */
  return <Result>(work: () => Promise<Result>): Promise<Result> | null => {
    if (busy >= atOnce && line.length >= waiting) return null;
    const turn = busy < atOnce ? Promise.resolve() : new Promise<void>((resolve) => line.push(resolve));
    if (busy < atOnce) busy += 1;
    return turn.then(work).finally(() => {
      const next = line.shift();
      if (next === undefined) busy -= 1;
      else next();
    });
  };
}
