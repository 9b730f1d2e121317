import { lettersFrom, lettersTyped, strangerIn } from "./code-letters.ts";

const length = 8;

/** `XXXX-XXXX`: what a candidate types to open their attempt. */
export type Keycode = string;

export type ReadKeycode =
  | { readonly ok: true; readonly keycode: Keycode }
  | { readonly ok: false; readonly refusal: "not-a-keycode"; readonly why: string };

/** Every keycode is equally likely; takes at least 16 random bytes. */
export const keycodeFrom = (bytes: Uint8Array): Keycode => written(lettersFrom(bytes, length));

/** Reads what was typed; case, spaces and dashes do not matter. */
export function readKeycode(text: string): ReadKeycode {
  const letters = lettersTyped(text);
  if (letters.length !== length)
    return notAKeycode(`A keycode has ${length} letters and digits; this has ${letters.length}.`);
  const stranger = strangerIn(letters);
  return stranger === undefined
    ? { ok: true, keycode: written(letters) }
    : notAKeycode(`No keycode contains “${stranger}”. Please look at the slip again.`);
}

const written = (letters: string): Keycode => `${letters.slice(0, 4)}-${letters.slice(4)}`;
const notAKeycode = (why: string): ReadKeycode => ({ ok: false, refusal: "not-a-keycode", why });
