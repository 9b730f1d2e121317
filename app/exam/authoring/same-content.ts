/** Whether two plain values say the same, whatever order their names are in: a database keeps none. */
export function sameContent(one: unknown, other: unknown): boolean {
  if (Array.isArray(one))
    return Array.isArray(other) && one.length === other.length && one.every((part, at) => sameContent(part, other[at]));
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null)
    return Object.is(one, other);
  if (Array.isArray(other)) return false;
  const [a, b] = [said(one), said(other)];
  return a.size === b.size && [...a].every(([name, part]) => b.has(name) && sameContent(part, b.get(name)));
}

/** What is undefined is not said at all. */
const said = (value: object) =>
  new Map<string, unknown>(Object.entries(value).filter(([, part]) => part !== undefined));
