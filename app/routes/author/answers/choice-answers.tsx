import { useState } from "react";
import { Button } from "../../../components/button.tsx";
import { Checkbox } from "../../../components/checkbox.tsx";
import { Field } from "../../../components/field.tsx";
import { LockIcon } from "../../../components/icons.tsx";
import type { Choice, Interaction } from "../../../exam/item/body.ts";
import { wordsOf } from "../../../exam/item/content.ts";
import { addChoice, changeChoice, moveChoice, removeChoice } from "../../../exam/item/edit/choices.ts";
import { interactionFor } from "../../../exam/item/edit/interactions.ts";
import { relettered } from "../../../exam/item/edit/rename.ts";
import { useAuthor } from "../author-context.ts";
import { ContentField } from "../fields/content-field.tsx";
import { useFocusSoon } from "../fields/focus-soon.ts";
import { NumberField } from "../fields/number-field.tsx";
import { Reorderable } from "../fields/reorderable.tsx";
import { HowMany } from "./how-many.tsx";
import { useAnswer } from "./use-answer.ts";

type Choices = Extract<Interaction, { readonly type: "choice" | "inline-choice" }>;

/** Choices with the right ones marked; Enter in one begins the next. */
export function ChoiceAnswers({ interaction }: { readonly interaction: Choices }) {
  const { edit } = useAuthor();
  const answer = useAnswer(interaction);
  const { response } = answer;
  const place = { response, list: "choices" } as const;
  const focusSoon = useFocusSoon();
  const [uneven, setUneven] = useState(false);
  const worths = interaction.choices.map(({ id }) => answer.worthOf(id)).filter((worth) => worth !== null);
  const priced = answer.isPriced && interaction.type === "choice" && (uneven || worths.some((worth) => worth !== 1));
  const several = interaction.type === "choice" && interaction.maxChoices !== 1;
  const add = () =>
    edit((item) => {
      const added = addChoice(item, place);
      const now = interactionFor(added, response);
      const last = now?.type === interaction.type ? now.choices.at(-1) : undefined;
      if (last !== undefined) focusSoon(fieldOf(response, last.id));
      return added;
    });

  return (
    <>
      {interaction.type === "inline-choice" && (
        <Field
          label="What it asks for"
          hint="Read out for the list, as in “Kind of business”"
          value={interaction.label}
          onChange={({ currentTarget: { value } }) => answer.set({ label: value }, `label ${response}`)}
        />
      )}
      {interaction.type === "choice" && (
        <HowMany interaction={interaction} most={interaction.choices.length} one="One answer" />
      )}
      <Reorderable
        label="Choices"
        one="choice"
        entries={interaction.choices}
        fewest={2}
        keyOf={({ id }) => id}
        nameOf={(choice) => nameOf(choice)}
        onMove={({ id }, to) => edit((item) => moveChoice(item, place, { id, to }))}
        onRemove={({ id }) => edit((item) => removeChoice(item, place, id))}
        onAdd={add}
      >
        {(choice) => (
          <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
            <label className="flex items-center gap-2 pt-2.5" title={`${choice.id} is right`}>
              <input
                type={several ? "checkbox" : "radio"}
                name={`right-${response}`}
                checked={answer.isRight(choice.id)}
                onChange={(event) => answer.setRight(choice.id, several ? event.currentTarget.checked : true)}
              />
              <span className="sr-only">{`${choice.id} is right`}</span>
              <span aria-hidden className="min-w-[1.5ch] font-bold">
                {choice.id}
              </span>
            </label>
            <ContentField
              id={fieldOf(response, choice.id)}
              label={`Choice ${choice.id}`}
              labelHidden
              body={choice.content}
              onChange={(content) =>
                edit((item) => changeChoice(item, place, { id: choice.id, content }), `choice ${response} ${choice.id}`)
              }
              onKeyDown={(event) => {
                if (event.key === "Enter" && !event.nativeEvent.isComposing) add();
              }}
            />
            {priced && (
              <NumberField
                label={<span className="sr-only">{`Marks for ${choice.id}`}</span>}
                suffix="marks"
                value={answer.worthOf(choice.id) ?? 0}
                least={-9}
                most={99}
                disabled={false}
                onChange={(value) => answer.setWorth(choice.id, value)}
                className="w-28"
              />
            )}
            {interaction.shuffle && <Fixed choice={choice} place={place} />}
          </div>
        )}
      </Reorderable>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-1">
        <Checkbox
          label="Mixed for each learner"
          checked={interaction.shuffle}
          onChange={(event) => answer.set({ shuffle: event.currentTarget.checked })}
        />
        {answer.isPriced && interaction.type === "choice" && (
          <Checkbox
            label="Different marks for different choices"
            checked={priced}
            onChange={(event) => setUneven(event.currentTarget.checked)}
          />
        )}
        {!isLettered(interaction.choices) && (
          <Button size="small" variant="plain" onClick={() => edit((item) => relettered(item, response))}>
            Letter them from A
          </Button>
        )}
      </div>
    </>
  );
}

const fieldOf = (response: string, id: string) => `choice-${response}-${id}`;
const nameOf = ({ id, content }: Choice) => `${id} ${wordsOf(content)}`.trim();
const isLettered = (choices: readonly Choice[]) =>
  choices.every(({ id }, at) => id === String.fromCharCode(65 + at)) || choices.length > 26;

function Fixed({
  choice: { id, fixed },
  place,
}: {
  readonly choice: Choice;
  readonly place: { response: string; list: "choices" };
}) {
  const { edit } = useAuthor();
  return (
    <Button
      size="small"
      variant="plain"
      aria-pressed={fixed}
      aria-label={`${id} keeps its place when the choices are mixed`}
      title={fixed ? "Keeps its place" : "Mixed with the others"}
      onClick={() => edit((item) => changeChoice(item, place, { id, fixed: !fixed }))}
      className={fixed ? "size-9 bg-accent-soft! px-0! min-h-11" : "size-9 px-0! text-ink-soft! opacity-60 min-h-11"}
    >
      <LockIcon />
    </Button>
  );
}
