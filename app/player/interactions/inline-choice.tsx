import { useMemo } from "react";
import type { InteractionProps } from "./interaction-props.ts";
import { plainText } from "./plain-text.ts";

/** One of a list, within a sentence. The empty first option takes the answer back. */
export function InlineChoice(props: InteractionProps<"inline-choice">) {
  const { interaction, value, give, disabled, seed, shuffle, labelledBy } = props;
  const choices = useMemo(
    () => (interaction.shuffle ? shuffle(interaction.choices, seed) : interaction.choices),
    [interaction, shuffle, seed],
  );
  return (
    <select
      aria-label={interaction.label || undefined}
      aria-labelledby={interaction.label ? undefined : labelledBy}
      value={value[0] ?? ""}
      disabled={disabled}
      onChange={(event) => give(event.currentTarget.value === "" ? [] : [event.currentTarget.value])}
      className="control inline-block! mx-1 w-auto! max-w-full py-1! align-baseline"
    >
      <option value="">Choose…</option>
      {choices.map((choice) => (
        <option key={choice.id} value={choice.id}>
          {plainText(choice.content)}
        </option>
      ))}
    </select>
  );
}
