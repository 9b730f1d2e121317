type Movable = { readonly id: string; readonly fixed: boolean };

/**
 * The choices in an order that depends on the seed alone: the same on every machine and after every reload. Fixed
 * choices keep their place. The order they are written in does not matter, so it cannot be found out from the result.
 */
export const shuffled = <T extends Movable>(choices: readonly T[], seed: string): readonly T[] => {
  const movable = choices.filter(({ fixed }) => !fixed).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const next = numbersFrom(seed);
  for (let last = movable.length - 1; last > 0; last -= 1) {
    const pick = Math.floor(next() * (last + 1));
    const [a, b] = [movable[last] as T, movable[pick] as T];
    movable[last] = b;
    movable[pick] = a;
  }
  return choices.map((choice) => (choice.fixed ? choice : (movable.shift() ?? choice)));
};

/** Numbers from 0 up to 1, always the same for a seed (mulberry32, started by an FNV-1a hash of the seed). */
export const numbersFrom = (seed: string) => {
  let state = 0x811c9dc5;
  for (let at = 0; at < seed.length; at += 1) state = Math.imul(state ^ seed.charCodeAt(at), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};
