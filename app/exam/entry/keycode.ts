/** No vowels, so that no code spells a word, and nothing that is mistaken for something else in print or by hand. */
export const keycodeAlphabet = "34679CDFGHJKMNPQRTVWXY";

const length = 8;

/** `XXXX-XXXX`: what a candidate types to open their attempt. */
export type Keycode = string;

export type ReadKeycode =
  | { readonly ok: true; readonly keycode: Keycode }
  | { readonly ok: false; readonly refusal: "not-a-keycode"; readonly why: string };

/** Every keycode is equally likely; takes at least 16 random bytes, so that the remainder's bias is beyond measure. */
export function keycodeFrom(bytes: Uint8Array): Keycode {
  if (bytes.length < 16) throw new Error(`A keycode needs 16 random bytes, not ${bytes.length}`);
  const base = BigInt(keycodeAlphabet.length);
  let number = bytes.reduce((total, byte) => total * 256n + BigInt(byte), 0n);
  let letters = "";
  while (letters.length < length) {
    letters += keycodeAlphabet[Number(number % base)];
    number /= base;
  }
  return written(letters);
}

/** Reads what was typed; case, spaces and dashes do not matter. */
export function readKeycode(text: string): ReadKeycode {
  const letters = text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Pd}\u2212]/gu, "");
  if (letters.length !== length)
    return notAKeycode(`A keycode has ${length} letters and digits; this has ${letters.length}.`);
  const stranger = [...letters].find((letter) => !keycodeAlphabet.includes(letter));
  return stranger === undefined
    ? { ok: true, keycode: written(letters) }
    : notAKeycode(`No keycode contains “${stranger}”. Please look at the slip again.`);
}

const written = (letters: string): Keycode => `${letters.slice(0, 4)}-${letters.slice(4)}`;
const notAKeycode = (why: string): ReadKeycode => ({ ok: false, refusal: "not-a-keycode", why });
