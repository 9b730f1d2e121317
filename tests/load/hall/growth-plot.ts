import type { Run } from "./saving-run.ts";

const width = 560;
const height = 320;
const edge = { left: 56, right: 16, top: 36, bottom: 44 };

/** Acknowledgement by number of learners, as a small picture: p50, p95 and p99, each with its name at its end. */
export function growthPlot(runs: readonly Run[]): string {
  const fewest = Math.min(...runs.map(({ learners }) => learners));
  const most = Math.max(...runs.map(({ learners }) => learners), fewest + 1);
  const longest = Math.max(...runs.map(({ p99 }) => p99), 10) * 1.15;
  // Twice as many learners are as far apart everywhere.
  const along = (learners: number) => Math.log(learners / fewest) / Math.log(most / fewest);
  const x = (learners: number) => edge.left + 20 + along(learners) * (width - edge.left - edge.right - 60);
  const y = (ms: number) => height - edge.bottom - (ms / longest) * (height - edge.top - edge.bottom);
  const text = (at: readonly [number, number], words: string, more = "") =>
    `<text x="${at[0].toFixed(1)}" y="${at[1].toFixed(1)}" ${more}>${words}</text>`;
  const last = runs.at(-1);
  let lowest = height;
  const curves = (["p50", "p95", "p99"] as const).map((which, index) => {
    const points = runs.map((run) => `${x(run.learners).toFixed(1)},${y(run[which]).toFixed(1)}`).join(" ");
    // Names of curves that end together stand one above the other.
    lowest = Math.min(y(last?.[which] ?? 0) + 4, lowest - 13);
    const end: readonly [number, number] = [x(last?.learners ?? fewest) + 6, lowest];
    return `<polyline points="${points}" fill="none" stroke="#1d4f91" stroke-width="2" stroke-dasharray="${[6, 3, 0][index]}"/>${text(end, which)}`;
  });
  const steps = [0, 1, 2, 3, 4].map((step) => (longest / 1.15 / 4) * step);
  const grid = steps.map(
    (ms) =>
      `<line x1="${edge.left}" x2="${width - edge.right}" y1="${y(ms)}" y2="${y(ms)}" stroke="#ccc"/>${text([edge.left - 6, y(ms) + 4], ms.toFixed(0), 'text-anchor="end"')}`,
  );
  const places = runs.map(({ learners }) =>
    text([x(learners), height - edge.bottom + 18], String(learners), 'text-anchor="middle"'),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12" role="img" aria-label="Milliseconds until a save is acknowledged, by number of learners saving every five seconds">
<rect width="${width}" height="${height}" fill="#fff"/>
${text([edge.left, 20], "Milliseconds until a save is acknowledged; every learner saves every 5 s", 'font-weight="bold"')}
${grid.join("\n")}
${places.join("\n")}
${text([(edge.left + width) / 2, height - 8], "learners", 'text-anchor="middle"')}
${curves.join("\n")}
</svg>
`;
}
