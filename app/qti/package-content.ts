import type { UnitBank } from "../exam/form/bank.ts";
import type { Blueprint } from "../exam/form/blueprint.ts";
import { type Form, placesOf } from "../exam/form/form.ts";
import { picturesOf } from "../exam/item/content.ts";
import type { Item, Stimulus } from "../exam/item/item.ts";

/** A file of a package; its path is relative, with forward slashes. */
export type PackageFile = { readonly path: string; readonly bytes: Uint8Array };

/** Content that we keep for others but cannot deliver: it leaves as it came, with the files that it needs. */
export type KeptItem = {
  readonly id: string;
  readonly title: string;
  /** Its own file first. */
  readonly files: readonly PackageFile[];
};

/** What goes into a package. */
export type PackageContent = {
  readonly unit: string;
  readonly items: readonly Item[];
  readonly stimuli: readonly Stimulus[];
  readonly forms: readonly Form[];
  /** Data URLs by the name that items use. */
  readonly pictures: Readonly<Record<string, string>>;
  readonly blueprint: Blueprint | null;
  readonly kept: readonly KeptItem[];
};

/** All of a bank, or only what some of its forms use; null when it has no such form. */
export const contentOf = (bank: UnitBank, forms: readonly string[] | "all"): PackageContent | null => {
  const chosen = forms === "all" ? bank.forms : bank.forms.filter(({ id }) => forms.includes(id));
  if (forms !== "all" && chosen.length < new Set(forms).size) return null;
  const used = new Set(chosen.flatMap(placesOf).map(({ item }) => item));
  const items = forms === "all" ? bank.items : bank.items.filter(({ id }) => used.has(id));
  const stimuli =
    forms === "all" ? bank.stimuli : bank.stimuli.filter(({ id }) => items.some(({ stimulus }) => stimulus === id));
  const shown = new Set([...items, ...stimuli].flatMap(({ body }) => picturesOf(body)));
  const pictures = Object.fromEntries(Object.entries(bank.pictures).filter(([name]) => shown.has(name)));
  return { unit: bank.unit, items, stimuli, forms: chosen, pictures, blueprint: bank.blueprint, kept: [] };
};

/** The path a name in a file of some folder stands for; null when it leads out of the package. */
export const pathFrom = (folder: string, name: string): string | null => {
  const parts = folder === "" ? [] : folder.split("/");
  for (const part of name.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join("/");
};

export const folderOf = (path: string) => path.split("/").slice(0, -1).join("/");

/** The path of a package that the file at `path` means by a name as its XML has it; null when it leads out of the package. */
export const placeNamed = (path: string, name: string) => pathFrom(folderOf(path), spaced(name));

const spaced = (name: string) => {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
};
