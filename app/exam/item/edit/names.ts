const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** The next free name: the first free letter where there is no prefix, else the prefix with the first free number. */
export const freshName = (taken: readonly string[], prefix: string): string => {
  const used = new Set(taken);
  const letter = prefix === "" ? [...letters].find((one) => !used.has(one)) : undefined;
  if (letter !== undefined) return letter;
  const start = prefix === "" ? "X" : prefix;
  let number = 1;
  while (used.has(`${start}${number}`)) number += 1;
  return `${start}${number}`;
};
