import { keycodeAlphabet } from "./keycode.ts";

/** `XXX-XXX`: opens an attempt that is being moved, once, at the machine it is typed at. */
export type MoveCode = string;

const length = 6;

/** Every code is equally likely; takes at least 16 random bytes, so that the remainder's bias is beyond measure. */
export function moveCodeFrom(bytes: Uint8Array): MoveCode {
  if (bytes.length < 16) throw new Error(`A move code needs 16 random bytes, not ${bytes.length}`);
  const base = BigInt(keycodeAlphabet.length);
  let number = bytes.reduce((total, byte) => total * 256n + BigInt(byte), 0n);
  let letters = "";
  while (letters.length < length) {
    letters += keycodeAlphabet[Number(number % base)];
    number /= base;
  }
  return written(letters);
}

/** Reads what was typed; case, spaces and dashes do not matter. Null for what no code can be. */
export function readMoveCode(text: string): MoveCode | null {
  const letters = text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Pd}\u2212]/gu, "");
  const isCode = letters.length === length && [...letters].every((letter) => keycodeAlphabet.includes(letter));
  return isCode ? written(letters) : null;
}

const written = (letters: string): MoveCode => `${letters.slice(0, 3)}-${letters.slice(3)}`;
