/** How hard a password is to guess, as far as can be said without knowing what guessers know. */
export type Strength = { readonly fit: boolean; readonly words: string };

export const shortestPassword = 12;

/**
 * Length is what counts (NIST SP 800-63B, NCSC "three random words"): no rules about kinds of characters, and nothing that
 * is one thing repeated, a run of neighbours, or the person's own name or address.
 */
export function strengthOf(password: string, about: readonly string[] = []): Strength {
  const letters = [...password.normalize("NFKC")];
  if (letters.length < shortestPassword)
    return no(`Too short: ${letters.length} of at least ${shortestPassword} characters.`);
  if (new Set(letters).size < 6) return no("Too simple: it repeats the same few characters.");
  if (isRun(letters)) return no("Too simple: its characters follow one another.");
  const said = about.flatMap((text) => text.toLowerCase().split(/[\s@.]+/)).filter((part) => part.length > 3);
  const told = said.reduce((rest, part) => rest.replaceAll(part, ""), password.toLowerCase());
  if (told.length < shortestPassword / 2) return no("Too easy to guess: it is made of the name or the e-mail address.");
  return { fit: true, words: letters.length < 16 ? "Good enough." : letters.length < 20 ? "Strong." : "Very strong." };
}

const no = (words: string): Strength => ({ fit: false, words });

/** Whether most characters are one step from the one before, as in "abcdefghijkl" or "987654321098". */
function isRun(letters: readonly string[]) {
  const steps = letters
    .slice(1)
    .map((letter, at) => Math.abs(letter.charCodeAt(0) - (letters[at] ?? "").charCodeAt(0)));
  return steps.filter((step) => step <= 1).length > steps.length * 0.7;
}
