import { z } from "zod";

/**
 * Unit reference numbers (`F/506/2131`) and qualification numbers (`601/3734/4`) carry a check character: seven digits
 * weighted 8 to 2, summed, modulo 11. Worked out from the published numbers, all of which pass; the regulator's own text
 * was not read.
 */
export type Reference = { readonly ok: true; readonly reference: string } | NotAReference;
type NotAReference = {
  readonly ok: false;
  readonly refusal: "wrong-form" | "wrong-check-character";
  readonly why: string;
};

const urnLetters = "ADFHJKLMRTY";

/** The number in its usual form when letter and digits agree. */
export function checkUrn(text: string): Reference {
  const found = /^([A-Z])\/?(\d{3})\/?(\d{4})$/.exec(tidied(text));
  if (found === null) return wrongForm(text, "a unit reference number, such as F/506/2131");
  const [, letter, first, last] = found as unknown as readonly [string, string, string, string];
  return letter === urnLetters[remainder(first + last)]
    ? { ok: true, reference: `${letter}/${first}/${last}` }
    : wrongCheckCharacter(text);
}

/** The number in its usual form when digits and check character agree. */
export function checkQan(text: string): Reference {
  const found = /^(\d{3})\/?(\d{4})\/?([\dX])$/.exec(tidied(text));
  if (found === null) return wrongForm(text, "a qualification number, such as 601/3734/4");
  const [, first, last, character] = found as unknown as readonly [string, string, string, string];
  const left = remainder(first + last);
  return character === (left === 10 ? "X" : String(left))
    ? { ok: true, reference: `${first}/${last}/${character}` }
    : wrongCheckCharacter(text);
}

export const urn = z.string().refine((text) => checkUrn(text).ok, { error: "not a valid unit reference number" });
export const qan = z.string().refine((text) => checkQan(text).ok, { error: "not a valid qualification number" });

const tidied = (text: string) => text.normalize("NFKC").toUpperCase().replace(/\s/g, "");

const remainder = (digits: string) =>
  [...digits].reduce((total, digit, at) => total + Number(digit) * (8 - at), 0) % 11;

const wrongForm = (text: string, expected: string): NotAReference => ({
  ok: false,
  refusal: "wrong-form",
  why: `“${text}” is not in the form of ${expected}.`,
});

const wrongCheckCharacter = (text: string): NotAReference => ({
  ok: false,
  refusal: "wrong-check-character",
  why: `“${text}” cannot be right: its check character does not fit its digits. One of them is probably mistyped.`,
});
