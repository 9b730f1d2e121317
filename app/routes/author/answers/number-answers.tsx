import { Field } from "../../../components/field.tsx";
import type { Interaction } from "../../../exam/item/body.ts";
import { withKey } from "../../../exam/item/edit/key.ts";
import { useAuthor } from "../author-context.ts";
import { NumberField } from "../fields/number-field.tsx";
import { useAnswer } from "./use-answer.ts";

type Sliding = Extract<Interaction, { readonly type: "slider" }>;

/** The range of a slider, and the number that is right. */
export function SliderAnswers({ interaction }: { readonly interaction: Sliding }) {
  const { edit } = useAuthor();
  const answer = useAnswer(interaction);
  const { response } = answer;
  const wide = { least: -1_000_000, most: 1_000_000, step: 0.01 };
  return (
    <div className="flex flex-wrap gap-x-6 gap-y-3">
      <NumberField
        label="From"
        value={interaction.lower}
        {...wide}
        onChange={(lower) => answer.set({ lower }, `lower ${response}`)}
      />
      <NumberField
        label="To"
        value={interaction.upper}
        {...wide}
        onChange={(upper) => answer.set({ upper }, `upper ${response}`)}
      />
      <NumberField
        label="In steps of"
        value={interaction.step}
        {...wide}
        least={0.01}
        onChange={(step) => answer.set({ step }, `step ${response}`)}
      />
      <Field
        label="Right"
        inputMode="decimal"
        width="short"
        value={answer.key[0] ?? ""}
        onChange={({ currentTarget: { value } }) =>
          edit((item) => withKey(item, response, value.trim() === "" ? [] : [value.trim()]), `key ${response}`)
        }
      />
    </div>
  );
}

type Writing = Extract<Interaction, { readonly type: "extended-text" }>;

/** How much room there is to write. */
export function OpenAnswers({ interaction }: { readonly interaction: Writing }) {
  const answer = useAnswer(interaction);
  return (
    <div className="flex flex-wrap gap-x-6 gap-y-3">
      <NumberField
        label="Lines to write on"
        hint="Tells learners how much is wanted; more can be written"
        value={interaction.expectedLines ?? 0}
        most={60}
        onChange={(value) => answer.set({ expectedLines: value === 0 ? null : value }, "lines")}
      />
    </div>
  );
}
