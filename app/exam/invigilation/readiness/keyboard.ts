import type { Reported } from "./measured.ts";

/** Signs that stand elsewhere, or not at all, when a computer is set to another country's keyboard. */
export const lineToType = 'Send £5 & "A" to me@home #1';

/** How the keyboard is, from what was typed for `lineToType`; spaces and the shape of quotation marks do not matter. */
export function keyboardFrom(typed: string): Reported["keyboard"] {
  const text = plain(typed);
  if (text === "") return "untried";
  return text === plain(lineToType) ? "right" : "wrong";
}

const plain = (text: string) => text.normalize("NFKC").replaceAll(/[“”„]/g, '"').replaceAll(/\s+/g, "");
