/** A table for people: every column as wide as its widest cell, words to the left, figures to the right. */
export function table(headings: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const cells = [headings, ...rows.map((row) => row.map(String))];
  const widths = headings.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const isNumber = headings.map((_, column) => rows.every((row) => typeof row[column] === "number"));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (isNumber[column] ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
      .join("  ")
      .trimEnd();
  return `${cells.map(line).join("\n")}\n`;
}

export const rounded = (value: number, digits = 0) => Number(value.toFixed(digits));

/** An aim of the house, and whether this run kept to it. */
export type Aim = { readonly what: string; readonly measured: number; readonly aim: string; readonly kept: boolean };

export const aimTable = (aims: readonly Aim[]) =>
  table(
    ["aim", "measured", "wanted", "kept"],
    aims.map(({ what, measured, aim, kept }) => [what, measured, aim, kept ? "yes" : "no"]),
  );

/** Prints the one document, or the words for people, and says by the exit code whether the figures can be believed. */
export function print<Document extends { readonly wrong: readonly string[] }>(
  document: Document,
  { json, words }: { readonly json: boolean; readonly words: string },
) {
  process.stdout.write(json ? `${JSON.stringify(document, null, 2)}\n` : words);
  for (const one of document.wrong.slice(0, 20)) process.stderr.write(`${one}\n`);
  process.exitCode = document.wrong.length === 0 ? 0 : 1;
}
