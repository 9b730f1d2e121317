import { Checkbox } from "../../../components/checkbox.tsx";
import { Select } from "../../../components/select.tsx";
import type { Associable, Interaction } from "../../../exam/item/body.ts";
import { wordsOf } from "../../../exam/item/content.ts";
import { HowManyPairs } from "./how-many.tsx";
import { AssociableList } from "./pair-lists.tsx";
import { useAnswer } from "./use-answer.ts";

type Matching = Extract<Interaction, { readonly type: "match" }>;

/** Two lists, and what goes with what. */
export function MatchAnswers({ interaction }: { readonly interaction: Matching }) {
  const { sources, targets } = interaction;
  const answer = useAnswer(interaction);
  return (
    <>
      <div className="grid items-start gap-x-6 gap-y-4">
        <AssociableList interaction={interaction} list="sources" entries={sources} label="To match" one="entry" />
        <AssociableList
          interaction={interaction}
          list="targets"
          entries={targets}
          label="Match with"
          one="entry"
          fewest={2}
          uses
        />
      </div>
      <fieldset className="grid gap-2">
        <legend className="mb-1 font-bold">Right pairs</legend>
        {sources.map((source) =>
          source.matchMax === 1 ? (
            <OneTarget key={source.id} source={source} targets={targets} answer={answer} />
          ) : (
            <SeveralTargets key={source.id} source={source} targets={targets} answer={answer} />
          ),
        )}
      </fieldset>
      <HowManyPairs interaction={interaction} />
    </>
  );
}

type Answer = ReturnType<typeof useAnswer>;
type RowProps = { readonly source: Associable; readonly targets: readonly Associable[]; readonly answer: Answer };

const named = ({ id, content }: Associable) => wordsOf(content) || id;

function OneTarget({ source, targets, answer }: RowProps) {
  const chosen = targets.find(({ id }) => answer.isRight(`${source.id} ${id}`))?.id ?? "";
  return (
    <Select
      label={<span className="font-normal">{named(source)} goes with</span>}
      empty="Nothing"
      value={chosen}
      options={targets.map((target) => ({ value: target.id, label: named(target) }))}
      onChange={({ currentTarget: { value } }) =>
        value === "" ? answer.setRight(`${source.id} ${chosen}`, false) : answer.setRight(`${source.id} ${value}`, true)
      }
    />
  );
}

function SeveralTargets({ source, targets, answer }: RowProps) {
  return (
    <fieldset>
      <legend>{named(source)} goes with</legend>
      <div className="flex flex-wrap gap-x-6">
        {targets.map((target) => (
          <Checkbox
            key={target.id}
            label={named(target)}
            checked={answer.isRight(`${source.id} ${target.id}`)}
            onChange={(event) => answer.setRight(`${source.id} ${target.id}`, event.currentTarget.checked)}
          />
        ))}
      </div>
    </fieldset>
  );
}
