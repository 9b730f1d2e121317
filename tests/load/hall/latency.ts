/** Milliseconds, most of them under a second, counted in steps of a tenth so that a long run costs no memory. */
export type Latencies = { readonly counts: readonly number[]; readonly count: number; readonly longest: number };

const steps = 100_000;

export function latencies() {
  const counts = new Uint32Array(steps + 1);
  let count = 0;
  let longest = 0;
  return {
    add(milliseconds: number) {
      const at = Math.min(steps, Math.floor(milliseconds * 10));
      counts[at] = (counts[at] ?? 0) + 1;
      count += 1;
      longest = Math.max(longest, milliseconds);
    },
    read(): Latencies {
      const last = counts.findLastIndex((one) => one > 0);
      return { counts: [...counts.subarray(0, last + 1)], count, longest };
    },
  };
}

/** The latency that this share of all stayed within, to a tenth of a millisecond. */
export function percentile({ counts, count }: Latencies, share: number): number {
  let passed = 0;
  for (const [at, one] of counts.entries()) {
    passed += one;
    if (passed >= count * share) return (at + 1) / 10;
  }
  return 0;
}

export function together(all: readonly Latencies[]): Latencies {
  const length = Math.max(0, ...all.map(({ counts }) => counts.length));
  return {
    counts: Array.from({ length }, (_, at) => all.reduce((sum, { counts }) => sum + (counts[at] ?? 0), 0)),
    count: all.reduce((sum, { count }) => sum + count, 0),
    longest: Math.max(0, ...all.map(({ longest }) => longest)),
  };
}
