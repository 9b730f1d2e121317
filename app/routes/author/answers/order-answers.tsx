import { Checkbox } from "../../../components/checkbox.tsx";
import type { Interaction } from "../../../exam/item/body.ts";
import { wordsOf } from "../../../exam/item/content.ts";
import { addChoice, changeChoice, removeChoice } from "../../../exam/item/edit/choices.ts";
import { moveInOrder, orderIn } from "../../../exam/item/edit/order.ts";
import { useAuthor } from "../author-context.ts";
import { ContentField } from "../fields/content-field.tsx";
import { useFocusSoon } from "../fields/focus-soon.ts";
import { Reorderable } from "../fields/reorderable.tsx";
import { useAnswer } from "./use-answer.ts";

type Ordering = Extract<Interaction, { readonly type: "order" }>;

/** Things in the right order; learners get them mixed. */
export function OrderAnswers({ interaction }: { readonly interaction: Ordering }) {
  const { item, edit } = useAuthor();
  const { choices, shuffle, response } = interaction;
  const answer = useAnswer(interaction);
  const place = { response, list: "choices" } as const;
  const focusSoon = useFocusSoon();
  const contentOf = (id: string) => choices.find((choice) => choice.id === id)?.content ?? [];
  const add = () =>
    edit((was) => {
      const added = addChoice(was, place);
      const last = orderIn(added, response).at(-1);
      if (last !== undefined) focusSoon(fieldOf(response, last));
      return added;
    });
  return (
    <>
      <p className="measure text-sm text-ink-soft">Write them in the right order, the first at the top.</p>
      <Reorderable
        label="The right order"
        one="step"
        entries={orderIn(item, response)}
        fewest={2}
        numbered
        keyOf={(id) => id}
        nameOf={(id) => wordsOf(contentOf(id)) || id}
        onMove={(id, to) => edit((was) => moveInOrder(was, response, { id, to }))}
        onRemove={(id) => edit((was) => removeChoice(was, place, id))}
        onAdd={add}
      >
        {(id, at) => (
          <ContentField
            id={fieldOf(response, id)}
            label={`Step ${at + 1}`}
            labelHidden
            body={contentOf(id)}
            onChange={(content) => edit((was) => changeChoice(was, place, { id, content }), `choice ${response} ${id}`)}
            onKeyDown={(event) => {
              if (event.key === "Enter" && !event.nativeEvent.isComposing) add();
            }}
          />
        )}
      </Reorderable>
      <Checkbox
        label="Mixed for each learner"
        hint={
          shuffle
            ? undefined
            : `Learners see them in this order at the start: ${choices.map(({ id }) => id).join(", ")}`
        }
        checked={shuffle}
        onChange={(event) => answer.set({ shuffle: event.currentTarget.checked })}
      />
    </>
  );
}

const fieldOf = (response: string, id: string) => `choice-${response}-${id}`;
