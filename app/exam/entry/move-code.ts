import { lettersFrom, lettersTyped, strangerIn } from "./code-letters.ts";

/** `XXX-XXX`: opens an attempt that is being moved, once, at the machine it is typed at. */
export type MoveCode = string;

const length = 6;

/** Every code is equally likely; takes at least 16 random bytes. */
export const moveCodeFrom = (bytes: Uint8Array): MoveCode => written(lettersFrom(bytes, length));

/** Reads what was typed; case, spaces and dashes do not matter. Null for what no code can be. */
export function readMoveCode(text: string): MoveCode | null {
  const letters = lettersTyped(text);
  return letters.length === length && strangerIn(letters) === undefined ? written(letters) : null;
}

const written = (letters: string): MoveCode => `${letters.slice(0, 3)}-${letters.slice(3)}`;
