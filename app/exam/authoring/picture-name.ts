const endings: Readonly<Record<string, string>> = {
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/gif": "gif",
  "image/webp": "webp",
  "image/svg+xml": "svg",
};

/** How items name a picture of their unit, in two parts: `../pictures/floor-plan` and `svg`. */
export type PictureName = { readonly stem: string; readonly ending: string };

/** A lawful name near the one the file came with; its ending says what it is. */
export function pictureName(file: string, type: string): PictureName {
  const bare = file.split(/[\\/]/).at(-1) ?? "";
  const plain = bare
    .replace(/\.[^.]*$/, "")
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60);
  return { stem: `../pictures/${plain === "" ? "picture" : plain}`, ending: endings[type] ?? "png" };
}

/** The name itself or, where another picture has it, the name with a number. */
export function freeName({ stem, ending }: PictureName, taken: readonly string[]): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? `${stem}.${ending}` : `${stem}-${number}.${ending}`;
    if (!taken.includes(name)) return name;
  }
}
