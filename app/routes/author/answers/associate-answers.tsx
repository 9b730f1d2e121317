import { useState } from "react";
import { Button } from "../../../components/button.tsx";
import { CrossIcon, PlusIcon } from "../../../components/icons.tsx";
import { Select } from "../../../components/select.tsx";
import type { Interaction } from "../../../exam/item/body.ts";
import { wordsOf } from "../../../exam/item/content.ts";
import { HowManyPairs } from "./how-many.tsx";
import { AssociableList } from "./pair-lists.tsx";
import { useAnswer } from "./use-answer.ts";

type Pairing = Extract<Interaction, { readonly type: "associate" }>;

/** One list, and which of it are pairs. */
export function AssociateAnswers({ interaction }: { readonly interaction: Pairing }) {
  const { choices } = interaction;
  const answer = useAnswer(interaction);
  const named = (id: string) => wordsOf(choices.find((choice) => choice.id === id)?.content ?? []) || id;
  return (
    <>
      <AssociableList
        interaction={interaction}
        list="choices"
        entries={choices}
        label="To pair"
        one="entry"
        fewest={2}
      />
      <section aria-label="Right pairs" className="grid gap-2">
        <h3 className="font-bold">Right pairs</h3>
        <ul className="grid gap-1">
          {answer.key.map((pair) => {
            const words = pair.split(" ").map(named).join(" and ");
            return (
              <li
                key={pair}
                className="flex items-center justify-between gap-3 rounded-md border border-line bg-raised px-3 py-1"
              >
                {words}
                <Button
                  size="small"
                  variant="plain"
                  aria-label={`Not a pair: ${words}`}
                  onClick={() => answer.setRight(pair, false)}
                  className="size-9 px-0! text-ink-soft!"
                >
                  <CrossIcon />
                </Button>
              </li>
            );
          })}
        </ul>
        <NewPair ids={choices.map(({ id }) => id)} named={named} onPair={(pair) => answer.setRight(pair, true)} />
      </section>
      <HowManyPairs interaction={interaction} />
    </>
  );
}

type NewPairProps = {
  readonly ids: readonly string[];
  readonly named: (id: string) => string;
  readonly onPair: (pair: string) => void;
};

/** Two things, then the button that makes them a right pair. */
export function NewPair({ ids, named, onPair }: NewPairProps) {
  const [ends, setEnds] = useState({ first: "", second: "" });
  const { first, second } = ends;
  const options = (other: string) => ids.filter((id) => id !== other).map((id) => ({ value: id, label: named(id) }));
  return (
    <div className="flex flex-wrap items-end gap-3">
      <Select
        label="This"
        empty="Choose"
        value={first}
        options={options(second)}
        onChange={(event) => setEnds({ ...ends, first: event.currentTarget.value })}
      />
      <Select
        label="goes with"
        empty="Choose"
        value={second}
        options={options(first)}
        onChange={(event) => setEnds({ ...ends, second: event.currentTarget.value })}
      />
      <Button
        variant="quiet"
        icon={<PlusIcon />}
        disabled={first === "" || second === ""}
        onClick={() => {
          onPair(`${first} ${second}`);
          setEnds({ first: "", second: "" });
        }}
      >
        Add this pair
      </Button>
    </div>
  );
}
