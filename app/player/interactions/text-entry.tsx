import { longestText } from "../../exam/item/response.ts";
import type { InteractionProps } from "./interaction-props.ts";
import { useSealedText } from "./sealed-clipboard.ts";

/** A few words in a line of text. */
export function TextEntry({ interaction, value, give, disabled, labelledBy }: InteractionProps<"text-entry">) {
  const sealed = useSealedText();
  const { expectedLength, label } = interaction;
  return (
    <input
      {...sealed}
      type="text"
      aria-label={label || undefined}
      aria-labelledby={label ? undefined : labelledBy}
      value={value[0] ?? ""}
      readOnly={disabled}
      maxLength={longestText}
      onChange={(event) => give(event.currentTarget.value === "" ? [] : [event.currentTarget.value])}
      // As wide as the words expected, which tells a learner how much to write, and never wider than the page.
      style={{ width: `${Math.min(40, Math.max(6, expectedLength ?? 20)) + 3}ch` }}
      className="control inline-block! max-w-full align-baseline read-only:border-dashed read-only:bg-sunken"
    />
  );
}
