/** What a key does at the desk. */
export type DeskKey =
  | { readonly does: "digit"; readonly digit: number }
  | { readonly does: "confirm" | "undo" | "doubt" | "leave" | "keys" | "stop-typing" };

/** Where the focus is: in a text field, on something that Enter presses, in a dialog, or anywhere else. */
export type Where = "text" | "button" | "dialog" | "elsewhere";

type Pressed = {
  readonly key: string;
  readonly where: Where;
  readonly isCommand: boolean;
  readonly isRepeat: boolean;
  /** Single letters and figures can be switched off, for those whose tools type them unasked. */
  readonly lettersOn: boolean;
};

const letters: Readonly<Record<string, DeskKey>> = {
  u: { does: "undo" },
  n: { does: "doubt" },
  p: { does: "leave" },
  "?": { does: "keys" },
};

/** Keys never get in the way of typing, and a key held down decides nothing twice. */
export function keyMeans({ key, where, isCommand, isRepeat, lettersOn }: Pressed): DeskKey | null {
  if (where === "dialog" || isRepeat) return null;
  if (where === "text") {
    if (key === "Enter" && isCommand) return { does: "confirm" };
    return key === "Escape" ? { does: "stop-typing" } : null;
  }
  if (key === "Enter") return where === "button" && !isCommand ? null : { does: "confirm" };
  if (isCommand || !lettersOn) return null;
  if (/^[0-9]$/.test(key)) return { does: "digit", digit: Number(key) };
  return letters[key.toLowerCase()] ?? null;
}

/** A second figure makes a number of two figures where the item has that many marks, and replaces the first where not. */
export function typedMarks(
  before: number | null,
  { digit, maxMark }: { digit: number; maxMark: number },
): number | null {
  const joined = (before ?? 0) * 10 + digit;
  if (before !== null && before > 0 && joined <= maxMark) return joined;
  return digit <= maxMark ? digit : before;
}
