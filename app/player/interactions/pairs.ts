import type { Value } from "../../exam/item/response.ts";

export type Pair = readonly [source: string, target: string];

/** Pairs as a response has them: `"S1 A2"`. */
export const pairsOf = (value: Value): readonly Pair[] =>
  value.flatMap((words) => {
    const [source, target] = words.split(" ");
    return source && target ? [[source, target] as const] : [];
  });

export const asValue = (pairs: readonly Pair[]): Value => pairs.map((pair) => pair.join(" "));

type Limits = {
  /** How often something may be used; 0 means as often as one likes. */
  readonly most: (id: string) => number;
  /** How many pairs in all; 0 means no limit. */
  readonly inAll: number;
};

export type Paired =
  | { readonly ok: true; readonly pairs: readonly Pair[] }
  | { readonly ok: false; readonly refusal: "used-up"; readonly used: string; readonly by: Pair }
  | { readonly ok: false; readonly refusal: "too-many" };

/** Adds a pair unless one of its ends is used up or there are enough pairs. */
export function withPair(pairs: readonly Pair[], pair: Pair, { most, inAll }: Limits): Paired {
  for (const end of pair) {
    const uses = pairs.filter((one) => one.includes(end));
    const first = uses[0];
    if (first && most(end) > 0 && uses.length >= most(end))
      return { ok: false, refusal: "used-up", used: end, by: first };
  }
  if (inAll > 0 && pairs.length >= inAll) return { ok: false, refusal: "too-many" };
  return { ok: true, pairs: [...pairs, pair] };
}

export const without = (pairs: readonly Pair[], away: (pair: Pair) => boolean) => pairs.filter((pair) => !away(pair));
