import { useState } from "react";
import { Checkbox } from "../../../components/checkbox.tsx";
import type { Associable, Interaction } from "../../../exam/item/body.ts";
import { wordsOf } from "../../../exam/item/content.ts";
import { addChoice, changeChoice, moveChoice, removeChoice } from "../../../exam/item/edit/choices.ts";
import { interactionFor } from "../../../exam/item/edit/interactions.ts";
import type { ListName } from "../../../exam/item/edit/lists.ts";
import { useAuthor } from "../author-context.ts";
import { ContentField } from "../fields/content-field.tsx";
import { useFocusSoon } from "../fields/focus-soon.ts";
import { NumberField } from "../fields/number-field.tsx";
import { Reorderable } from "../fields/reorderable.tsx";

type Props = {
  readonly interaction: Interaction;
  readonly list: ListName;
  readonly entries: readonly Associable[];
  readonly label: string;
  readonly one: string;
  readonly fewest?: number;
  /** How often each may be used can be said. */
  readonly uses?: boolean;
};

/** The things that pairs are made of. */
export function AssociableList({ interaction, list, entries, label, one, fewest = 1, uses = false }: Props) {
  const { edit } = useAuthor();
  const { response } = interaction;
  const place = { response, list };
  const focusSoon = useFocusSoon();
  const [often, setOften] = useState(false);
  const counted = uses && (often || entries.some(({ matchMax }) => matchMax !== 1));
  const add = () =>
    edit((item) => {
      const added = addChoice(item, place);
      const last = entriesIn(interactionFor(added, response), list).at(-1);
      if (last !== undefined) focusSoon(fieldOf(response, last.id));
      return added;
    });
  return (
    <section aria-label={label} className="grid content-start gap-2">
      <h3 className="font-bold">{label}</h3>
      <Reorderable
        label={label}
        one={one}
        entries={entries}
        fewest={fewest}
        keyOf={({ id }) => id}
        nameOf={({ id, content }) => wordsOf(content) || id}
        onMove={({ id }, to) => edit((item) => moveChoice(item, place, { id, to }))}
        onRemove={({ id }) => edit((item) => removeChoice(item, place, id))}
        onAdd={add}
      >
        {({ id, content, matchMax }) => (
          <div className="flex flex-wrap items-start gap-2">
            <ContentField
              id={fieldOf(response, id)}
              label={`${one} ${id}`}
              labelHidden
              body={content}
              onChange={(words) =>
                edit((item) => changeChoice(item, place, { id, content: words }), `choice ${response} ${id}`)
              }
              onKeyDown={(event) => {
                if (event.key === "Enter" && !event.nativeEvent.isComposing) add();
              }}
            />
            {counted && (
              <NumberField
                label={<span className="sr-only">{`How often ${id} may be used; 0 is as often as one likes`}</span>}
                suffix="×"
                value={matchMax}
                most={99}
                onChange={(most) =>
                  edit((item) => changeChoice(item, place, { id, matchMax: most }), `uses ${response} ${id}`)
                }
                className="w-24"
              />
            )}
          </div>
        )}
      </Reorderable>
      {uses && (
        <Checkbox
          label="Some may be used more than once"
          hint={counted ? "How often is beside each; 0 is as often as one likes." : undefined}
          checked={counted}
          onChange={({ currentTarget: { checked } }) => {
            setOften(checked);
            if (!checked)
              edit((item) => entries.reduce((now, { id }) => changeChoice(now, place, { id, matchMax: 1 }), item));
          }}
        />
      )}
    </section>
  );
}

const fieldOf = (response: string, id: string) => `choice-${response}-${id}`;

export const entriesIn = (interaction: Interaction | null, list: ListName): readonly Associable[] => {
  if (interaction?.type === "match") return list === "sources" ? interaction.sources : interaction.targets;
  if (interaction?.type === "associate") return interaction.choices;
  return interaction?.type === "gap-match" || interaction?.type === "graphic-gap-match" ? interaction.texts : [];
};
