/** No vowels, so that no code spells a word, and nothing that is mistaken for something else in print or by hand. */
export const codeAlphabet = "34679CDFGHJKMNPQRTVWXY";

/** So many letters, every row of them equally likely; from at least 16 random bytes, so that the remainder's bias is beyond measure. */
export function lettersFrom(bytes: Uint8Array, length: number): string {
  if (bytes.length < 16) throw new Error(`A code needs 16 random bytes, not ${bytes.length}`);
  const base = BigInt(codeAlphabet.length);
  let number = bytes.reduce((total, byte) => total * 256n + BigInt(byte), 0n);
  let letters = "";
  while (letters.length < length) {
    letters += codeAlphabet[Number(number % base)];
    number /= base;
  }
  return letters;
}

/** What was typed as a code, without case, spaces and dashes. */
export const lettersTyped = (text: string) =>
  text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Pd}\u2212]/gu, "");

/** The first letter that no code has, or undefined. */
export const strangerIn = (letters: string) => [...letters].find((letter) => !codeAlphabet.includes(letter));
