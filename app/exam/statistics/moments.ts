/** All of these are null where the figure is not defined, and never NaN. Spread is that of a sample (n − 1). */

export const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((a, b) => a + b, 0) / values.length;

export function variance(values: readonly number[]): number | null {
  const centre = mean(values);
  if (centre === null || values.length < 2) return null;
  return values.reduce((total, value) => total + (value - centre) ** 2, 0) / (values.length - 1);
}

export function standardDeviation(values: readonly number[]): number | null {
  const spread = variance(values);
  return spread === null ? null : Math.sqrt(spread);
}

export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}

/** Pearson's correlation, −1 to 1; null when either side does not vary. */
export function correlation(xs: readonly number[], ys: readonly number[]): number | null {
  const [centreX, centreY] = [mean(xs), mean(ys)];
  if (centreX === null || centreY === null || xs.length !== ys.length) return null;
  const total = (of: (x: number, y: number) => number) =>
    xs.reduce((sum, x, at) => sum + of(x - centreX, ys[at]! - centreY), 0);
  const spread = Math.sqrt(total((x) => x * x) * total((_, y) => y * y));
  // Marks are whole numbers; a spread this small is rounding left over from identical values.
  if (spread < 1e-9) return null;
  return Math.max(-1, Math.min(1, total((x, y) => x * y) / spread));
}
