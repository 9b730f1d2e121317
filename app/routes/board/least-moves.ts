/**
 * The positions of a longest run of rising numbers. Where the numbers are the old places of a list in its new order, everything
 * else has moved, and nothing smaller has to.
 */
export function inPlace(places: readonly number[]): ReadonlySet<number> {
  /** For each length: the position at which a run of that length ends lowest. */
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  for (const [position, place] of places.entries()) {
    const length = firstWhere(ends, (end) => (places[end] ?? 0) >= place);
    before[position] = ends[length - 1];
    ends[length] = position;
  }
  const run = new Set<number>();
  for (let position = ends.at(-1); position !== undefined; position = before[position]) run.add(position);
  return run;
}

/** By halving; the length of the list when it is true of none. */
function firstWhere(list: readonly number[], isTrue: (value: number) => boolean): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isTrue(list[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}

export type Keys = {
  readonly order: readonly string[];
  /** How often each has been drawn anew. */
  readonly moves: ReadonlyMap<string, number>;
};

export const noKeys: Keys = { order: [], moves: new Map() };

/**
 * Keys under which React draws anew who moved and leaves the others where they are: with keys of their own alone, whoever comes
 * to the top makes it take out and put back all whom they overtake.
 * @param stays must not be drawn anew, such as one with the focus.
 */
export function keysAfter(
  { order: old, moves }: Keys,
  order: readonly string[],
  stays: (one: string) => boolean,
): Keys {
  const was = new Map(old.map((one, place) => [one, place]));
  const stayed = order.filter((one) => was.has(one));
  const still = inPlace(stayed.map((one) => was.get(one) ?? 0));
  const moved = stayed.filter((one, position) => !still.has(position) && !stays(one));
  if (moved.length === 0) return { order, moves };
  return { order, moves: new Map([...moves, ...moved.map((one) => [one, (moves.get(one) ?? 0) + 1] as const)]) };
}

export const keyOf = ({ moves }: Keys, one: string) => `${one} ${moves.get(one) ?? 0}`;
