import { lettersFrom, lettersTyped, strangerIn } from "./code-letters.ts";

/** `XXXXX`: opens a readiness check at every computer of the room. Shorter than any code that opens a test. */
export type CheckCode = string;

const length = 5;

/** Every code is equally likely; takes at least 16 random bytes. */
export const checkCodeFrom = (bytes: Uint8Array): CheckCode => lettersFrom(bytes, length);

/** Reads what was typed; case, spaces and dashes do not matter. Null for what no code can be. */
export function readCheckCode(text: string): CheckCode | null {
  const letters = lettersTyped(text);
  return letters.length === length && strangerIn(letters) === undefined ? letters : null;
}
