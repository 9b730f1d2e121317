import { lettersFrom, lettersTyped, strangerIn } from "./code-letters.ts";

const length = 6;

/** `XXX-XXX`, every code equally likely; takes at least 16 random bytes. */
export const shortCodeFrom = (bytes: Uint8Array): string => written(lettersFrom(bytes, length));

/** Reads what was typed; case, spaces and dashes do not matter. Null for what no code can be. */
export function readShortCode(text: string): string | null {
  const letters = lettersTyped(text);
  return letters.length === length && strangerIn(letters) === undefined ? written(letters) : null;
}

const written = (letters: string) => `${letters.slice(0, 3)}-${letters.slice(3)}`;
