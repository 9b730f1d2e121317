import { diffWordsWithSpace } from "diff";

export type Piece = { readonly words: string; readonly isOnlyHere: boolean };

/** Texts that share less than this of their characters are two texts, and pointing at the differences would only confuse. */
const leastShared = 0.3;

/** A text in pieces: which of its words the text beside it does not have. */
export function onlyHere(text: string, beside: string): readonly Piece[] {
  const pieces = diffWordsWithSpace(beside, text)
    .filter(({ removed }) => !removed)
    .map(({ value, added }) => ({ words: value, isOnlyHere: added && value.trim() !== "" }));
  const shared = pieces.reduce((total, { words, isOnlyHere }) => total + (isOnlyHere ? 0 : words.length), 0);
  return shared < leastShared * text.length ? [{ words: text, isOnlyHere: false }] : pieces;
}
