/** What the identifiers of a unit begin with and how many digits follow, as in CSE-001; made of its name when it has no item. */
export function nextItemId(taken: readonly string[], unit: string): string {
  const numbered = taken.flatMap((id) => {
    const [, prefix, digits] = /^(.*?)-?(\d+)$/.exec(id) ?? [];
    return prefix === undefined || digits === undefined ? [] : [{ prefix, digits }];
  });
  const prefix = mostUsed(numbered.map((one) => one.prefix)) ?? initialsOf(unit);
  const own = numbered.filter((one) => one.prefix === prefix);
  const width = Math.max(3, ...own.map(({ digits }) => digits.length));
  const highest = Math.max(0, ...own.map(({ digits }) => Number(digits)));
  return `${prefix}-${String(highest + 1).padStart(width, "0")}`;
}

const initialsOf = (unit: string) =>
  unit
    .split("-")
    .map((word) => word.charAt(0).toUpperCase())
    .join("") || "ITEM";

function mostUsed(names: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
