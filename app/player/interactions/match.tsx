import { useId, useMemo } from "react";
import type { Associable } from "../../exam/item/body.ts";
import { InteractionFrame } from "./interaction-frame.tsx";
import type { InteractionProps } from "./interaction-props.ts";
import { numberWord } from "./limit-words.ts";
import { MatchRow } from "./match-row.tsx";
import { asValue, type Pair, pairsOf, without, withPair } from "./pairs.ts";
import { plainText } from "./plain-text.ts";
import { useRefusal } from "./refusal.tsx";

/** Each thing on the left goes with something on the right: a row of buttons or a list box for each. */
export function Match(props: InteractionProps<"match">) {
  const { interaction, value, give, seed, shuffle, pictures } = props;
  const { words, refuse, settle } = useRefusal();
  const name = useId();
  const [sources, targets] = useMemo(() => {
    const order = (set: readonly Associable[], side: string) =>
      interaction.shuffle ? shuffle(set, `${seed} ${side}`) : set;
    return [order(interaction.sources, "sources"), order(interaction.targets, "targets")];
  }, [interaction, shuffle, seed]);
  const all = [...sources, ...targets];
  const say = (id: string) => `“${plainText(all.find((one) => one.id === id)?.content ?? [])}”`;
  const pairs = pairsOf(value);
  const limits = {
    most: (id: string) => all.find((one) => one.id === id)?.matchMax ?? 0,
    inAll: interaction.maxAssociations,
  };

  const keep = (next: readonly Pair[]) => {
    settle();
    give(asValue(next));
  };
  const pair = (source: Associable, target: string) => {
    const others = source.matchMax === 1 ? without(pairs, ([one]) => one === source.id) : pairs;
    const paired = withPair(others, [source.id, target], limits);
    if (paired.ok) keep(paired.pairs);
    else if (paired.refusal === "too-many")
      refuse(`You have made ${numberWord(limits.inAll)} matches already. Take one away first.`);
    else if (paired.used === target)
      refuse(`${say(target)} is matched with ${say(paired.by[0])} already. Change that one first.`);
    else refuse(`${say(source.id)} cannot be matched any more often. Take one away first.`);
  };
  const isTaken = (source: string, target: string) => {
    const elsewhere = pairs.filter(([from, to]) => from !== source && to === target).length;
    return limits.most(target) > 0 && elsewhere >= limits.most(target);
  };
  const unpair = (source: string, target?: string) =>
    keep(without(pairs, ([from, to]) => from === source && (target === undefined || to === target)));

  return (
    <InteractionFrame
      {...props}
      prompt={interaction.prompt}
      instructions="For each line, choose what goes with it."
      refused={words}
    >
      <div className="grid gap-2">
        {sources.map((source) => (
          <MatchRow
            key={source.id}
            name={`${name} ${source.id}`}
            source={source}
            targets={targets}
            chosen={pairs.filter(([from]) => from === source.id).map(([, to]) => to)}
            pictures={pictures}
            isTaken={(target) => isTaken(source.id, target)}
            onPair={(target) => pair(source, target)}
            onUnpair={(target) => unpair(source.id, target)}
          />
        ))}
      </div>
    </InteractionFrame>
  );
}
