import { useEffect, useMemo, useRef, useState } from "react";
import { useAnnounce } from "../../components/announcer.tsx";
import { Button } from "../../components/button.tsx";
import { CrossIcon, PlusIcon } from "../../components/icons.tsx";
import type { Value } from "../../exam/item/response.ts";
import { InteractionFrame } from "./interaction-frame.tsx";
import type { InteractionProps } from "./interaction-props.ts";
import { numberWord } from "./limit-words.ts";
import { asValue, type Pair, pairsOf, withPair } from "./pairs.ts";
import { plainText } from "./plain-text.ts";
import { useRefusal } from "./refusal.tsx";

/** An end not chosen yet is empty; such a pair is no response yet. */
type Row = readonly [string, string];

const mostShown = 5;
const complete = (rows: readonly Row[]): readonly Pair[] => rows.filter(([one, other]) => one !== "" && other !== "");

function rowsFor(value: Value, max: number): readonly Row[] {
  const pairs = pairsOf(value);
  const shown = max > 0 && max <= mostShown ? max : 1;
  return [...pairs, ...Array.from({ length: Math.max(0, shown - pairs.length) }, (): Row => ["", ""])];
}

/** Pairs of things that belong together: two list boxes a pair. */
export function Associate(props: InteractionProps<"associate">) {
  const { interaction, value, give, seed, shuffle } = props;
  const max = interaction.maxAssociations;
  const announce = useAnnounce();
  const { words, refuse, settle } = useRefusal();
  const [rows, setRows] = useState(() => rowsFor(value, max));
  const list = useRef<HTMLOListElement>(null);
  const choices = useMemo(
    () => (interaction.shuffle ? shuffle(interaction.choices, seed) : interaction.choices),
    [interaction, shuffle, seed],
  );
  const limits = { most: (id: string) => choices.find((one) => one.id === id)?.matchMax ?? 0, inAll: max };
  const say = (id: string) => `“${plainText(choices.find((one) => one.id === id)?.content ?? [])}”`;

  // Half a pair lives only here, so the rows are made anew only when the response was changed from elsewhere.
  const given = value.join("\n");
  useEffect(() => {
    setRows((now) =>
      asValue(complete(now)).join("\n") === given ? now : rowsFor(given === "" ? [] : given.split("\n"), max),
    );
  }, [given, max]);

  const keep = (next: readonly Row[]) => {
    settle();
    setRows(next);
    const pairs = asValue(complete(next));
    if (pairs.join("\n") !== given) give(pairs);
  };
  const usedBeside = (at: number, id: string) =>
    complete(rows.filter((_, place) => place !== at)).filter((pair) => pair.includes(id)).length;
  const isTaken = (at: number, end: 0 | 1, id: string) =>
    rows[at]?.[end] !== id &&
    (rows[at]?.includes(id) || (limits.most(id) > 0 && usedBeside(at, id) >= limits.most(id)));
  const choose = (at: number, end: 0 | 1, id: string) => {
    const row: Row = end === 0 ? [id, rows[at]?.[1] ?? ""] : [rows[at]?.[0] ?? "", id];
    const others = complete(rows.filter((_, place) => place !== at));
    if (id !== "" && row[0] === row[1]) return refuse("A pair needs two different things.");
    if (id !== "" && limits.most(id) > 0 && usedBeside(at, id) >= limits.most(id))
      return refuse(`${say(id)} is in another pair already. Change that one first.`);
    if (complete([row]).length > 0 && !withPair(others, row, limits).ok)
      return refuse("This pair cannot be added. Change another one first.");
    keep(rows.map((one, place) => (place === at ? row : one)));
  };
  const add = () => {
    if (max > 0 && rows.length >= max) return refuse(`${limitOf(max)} Take one away to make another.`);
    setRows([...rows, ["", ""]]);
    announce(`Pair ${rows.length + 1} added`);
    // The new row is there after this turn.
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>("li:last-child select")?.focus());
  };
  const remove = (at: number) => {
    keep(rows.length > 1 ? rows.filter((_, place) => place !== at) : [["", ""]]);
    announce(`Pair ${at + 1} taken away`);
    list.current?.querySelector<HTMLElement>("select")?.focus();
  };

  return (
    <InteractionFrame
      {...props}
      prompt={interaction.prompt}
      instructions={max > 0 ? limitOf(max) : "Make as many pairs as you need."}
      refused={words}
      below={
        !(max > 0 && max <= mostShown) && (
          <Button size="small" variant="quiet" icon={<PlusIcon />} onClick={add}>
            Add a pair
          </Button>
        )
      }
    >
      <ol ref={list} className="grid list-none gap-2 ps-0!">
        {rows.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a pair is known by its place and holds no state of its own.
          <li key={at} className="mt-0! flex flex-wrap items-center gap-2">
            {([0, 1] as const).map((end) => (
              <span key={end} className="flex min-w-40 flex-1 items-center gap-2">
                {end === 1 && <span className="text-ink-soft">with</span>}
                <select
                  aria-label={`Pair ${at + 1}, ${end === 0 ? "first" : "second"}`}
                  value={row[end]}
                  onChange={(event) => choose(at, end, event.currentTarget.value)}
                  className="control"
                >
                  <option value="">Choose…</option>
                  {/* The arrow keys step over what cannot be chosen, instead of stopping at it. */}
                  {choices.map((choice) => (
                    <option key={choice.id} value={choice.id} disabled={isTaken(at, end, choice.id)}>
                      {plainText(choice.content)}
                      {isTaken(at, end, choice.id) && " (used)"}
                    </option>
                  ))}
                </select>
              </span>
            ))}
            <Button
              size="small"
              variant="plain"
              icon={<CrossIcon label={`Take away pair ${at + 1}`} />}
              onClick={() => remove(at)}
            />
          </li>
        ))}
      </ol>
    </InteractionFrame>
  );
}

const limitOf = (max: number) => (max === 1 ? "Make one pair." : `Make up to ${numberWord(max)} pairs.`);
