import { diffWordsWithSpace } from "diff";
import type { Item } from "../../exam/item/item.ts";
import { type ItemLine, type ItemPart, itemLines, itemParts } from "./item-lines.ts";

/** A run of words that is in both texts or in one of them. */
export type Piece = { readonly words: string; readonly in: "both" | "one" | "other" };

export type ComparedLine = {
  readonly name: string;
  readonly state: "same" | "changed" | "added" | "removed";
  /** Left: what is in both and what only the first has; right: what is in both and what only the second has. */
  readonly pieces: readonly Piece[];
};

export type ComparedPart = { readonly part: ItemPart; readonly lines: readonly ComparedLine[] };

/** Two texts of an item, line beside line under the same names, with the words that differ. */
export function sideBySide(one: Item, other: Item): readonly ComparedPart[] {
  const [before, after] = [itemLines(one), itemLines(other)];
  return itemParts.map((part) => {
    const [left, right] = [within(before, part), within(after, part)];
    return { part, lines: namesIn(left, right).map((name) => compared(name, left.get(name), right.get(name))) };
  });
}

const within = (lines: readonly ItemLine[], part: ItemPart): ReadonlyMap<string, string> =>
  new Map(lines.filter((line) => line.part === part).map(({ name, words }) => [name, words]));

/** Every name once, in the order of the second text; what only the first has stands after what came before it there. */
function namesIn(left: ReadonlyMap<string, string>, right: ReadonlyMap<string, string>): readonly string[] {
  const names = [...right.keys()];
  const before = [...left.keys()];
  for (const [at, name] of before.entries()) {
    if (right.has(name)) continue;
    const previous = at === 0 ? -1 : names.indexOf(before[at - 1] ?? "");
    names.splice(previous + 1, 0, name);
  }
  return names;
}

function compared(name: string, left: string | undefined, right: string | undefined): ComparedLine {
  if (left === undefined) return { name, state: "added", pieces: [{ words: right ?? "", in: "other" }] };
  if (right === undefined) return { name, state: "removed", pieces: [{ words: left, in: "one" }] };
  if (left === right) return { name, state: "same", pieces: [{ words: left, in: "both" }] };
  const pieces = diffWordsWithSpace(left, right).map(
    ({ value, added, removed }): Piece => ({ words: value, in: added ? "other" : removed ? "one" : "both" }),
  );
  return { name, state: "changed", pieces: inRuns(pieces) };
}

/** Changes that only a space parts are one change: easier to read, and far easier to listen to. */
function inRuns(pieces: readonly Piece[]): readonly Piece[] {
  const runs: Piece[] = [];
  let [one, other] = ["", ""];
  const end = () => {
    if (one !== "") runs.push({ words: one, in: "one" });
    if (other !== "") runs.push({ words: other, in: "other" });
    [one, other] = ["", ""];
  };
  for (const [at, piece] of pieces.entries()) {
    const next = pieces[at + 1];
    const isWithin = piece.in === "both" && piece.words.trim() === "" && one + other !== "" && next !== undefined;
    if (piece.in === "both" && !isWithin) {
      end();
      runs.push(piece);
    } else {
      if (piece.in !== "other") one += piece.words;
      if (piece.in !== "one") other += piece.words;
    }
  }
  end();
  return runs;
}

/** How many lines are not the same in both. */
export const changesIn = (parts: readonly ComparedPart[]) =>
  parts.flatMap(({ lines }) => lines).filter(({ state }) => state !== "same").length;
