import { useId } from "react";
import { longestText } from "../../exam/item/response.ts";
import { InteractionFrame } from "./interaction-frame.tsx";
import type { InteractionProps } from "./interaction-props.ts";
import { useSealedText } from "./sealed-clipboard.ts";

const countWords = (text: string) => text.trim().split(/\s+/).filter(Boolean).length;

/** Sentences and paragraphs. The box grows with what is written; the words are counted quietly. */
export function ExtendedText(props: InteractionProps<"extended-text">) {
  const { interaction, value, give, disabled, labelledBy } = props;
  const id = useId();
  const sealed = useSealedText();
  const text = value[0] ?? "";
  const words = countWords(text);
  const prompted = interaction.prompt.length > 0;
  return (
    // The box is not disabled with its frame: what was written can still be read through, but not changed.
    <InteractionFrame {...props} disabled={false} prompt={interaction.prompt}>
      <textarea
        {...sealed}
        aria-label={prompted || !labelledBy ? "Your answer" : undefined}
        aria-labelledby={prompted ? undefined : labelledBy}
        aria-describedby={id}
        value={text}
        readOnly={disabled}
        maxLength={longestText}
        onChange={(event) => give(event.currentTarget.value === "" ? [] : [event.currentTarget.value])}
        rows={interaction.expectedLines ?? 6}
        style={{ minHeight: `${Math.min(20, interaction.expectedLines ?? 6) * 1.55 + 1.5}em` }}
        className="control block measure resize-y field-sizing-content read-only:border-dashed read-only:bg-sunken"
      />
      <p id={id} className="text-sm text-ink-soft tabular">
        {words === 1 ? "1 word" : `${words} words`}
        {text.length >= longestText && ". An answer cannot be longer than this."}
      </p>
    </InteractionFrame>
  );
}
