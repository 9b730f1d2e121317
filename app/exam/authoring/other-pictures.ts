/** Plain content in which each picture, wherever it stands, is called by its other name if it has one. */
export function withOtherPictures(content: unknown, names: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(content)) return content.map((part) => withOtherPictures(part, names));
  if (typeof content !== "object" || content === null) return content;
  return Object.fromEntries(
    Object.entries(content).map(([name, part]) => [
      name,
      name === "src" && typeof part === "string" ? (names.get(part) ?? part) : withOtherPictures(part, names),
    ]),
  );
}
