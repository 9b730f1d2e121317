const numbers = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** Small numbers as words, as running text has them. */
export const numberWord = (n: number) => numbers[n] ?? String(n);

/** How many to choose, as a sentence; a maximum of 0 is no limit. */
export function limitWords({ min = 0, max }: { readonly min?: number; readonly max: number }): string {
  if (max === 0) return min > 1 ? `Choose ${numberWord(min)} or more.` : "Choose all that apply.";
  if (max === 1) return "Choose one.";
  return min === max || min === 0
    ? `Choose ${min === max ? "" : "up to "}${numberWord(max)}.`
    : `Choose ${numberWord(min)} to ${numberWord(max)}.`;
}

/** Why one more is not taken. */
export const fullWords = (max: number) =>
  `You have chosen ${numberWord(max)} already. Take one away to choose another.`;
