import { useId } from "react";
import { longestText } from "../../exam/item/response.ts";
import { InteractionFrame } from "./interaction-frame.tsx";
import type { InteractionProps } from "./interaction-props.ts";
import { useSealedText } from "./sealed-clipboard.ts";

const countWords = (text: string) => text.trim().split(/\s+/).filter(Boolean).length;

/** Sentences and paragraphs, in one box or several. A box grows with what is written; the words are counted quietly. */
export function ExtendedText(props: InteractionProps<"extended-text">) {
  const { interaction, value, give, disabled, labelledBy } = props;
  const { maxStrings = 1, expectedLines } = interaction;
  const prompted = interaction.prompt.length > 0;
  const write = (at: number, text: string) => {
    const texts = Array.from({ length: maxStrings }, (_, place) => (place === at ? text : (value[place] ?? "")));
    const last = texts.findLastIndex((one) => one !== "");
    give(texts.slice(0, last + 1));
  };
  return (
    // The box is not disabled with its frame: what was written can still be read through, but not changed.
    <InteractionFrame {...props} disabled={false} prompt={interaction.prompt}>
      {Array.from({ length: maxStrings }, (_, at) => (
        <Box
          // biome-ignore lint/suspicious/noArrayIndexKey: a box is known by its place and holds no state of its own.
          key={at}
          text={value[at] ?? ""}
          lines={expectedLines ?? (maxStrings > 1 ? 2 : 6)}
          disabled={disabled}
          label={maxStrings > 1 ? `Your answer, ${at + 1} of ${maxStrings}` : "Your answer"}
          labelledBy={prompted || maxStrings > 1 ? undefined : labelledBy}
          onWrite={(text) => write(at, text)}
        />
      ))}
    </InteractionFrame>
  );
}

type BoxProps = {
  readonly text: string;
  readonly lines: number;
  readonly disabled: boolean;
  readonly label: string;
  readonly labelledBy: string | undefined;
  readonly onWrite: (text: string) => void;
};

function Box({ text, lines, disabled, label, labelledBy, onWrite }: BoxProps) {
  const id = useId();
  const sealed = useSealedText();
  const words = countWords(text);
  return (
    <>
      <textarea
        {...sealed}
        aria-label={labelledBy === undefined ? label : undefined}
        aria-labelledby={labelledBy}
        aria-describedby={id}
        value={text}
        readOnly={disabled}
        maxLength={longestText}
        onChange={(event) => onWrite(event.currentTarget.value)}
        rows={lines}
        style={{ minHeight: `${Math.min(20, lines) * 1.55 + 1.5}em` }}
        className="control block measure resize-y field-sizing-content read-only:border-dashed read-only:bg-sunken"
      />
      <p id={id} className="text-sm text-ink-soft tabular">
        {words === 1 ? "1 word" : `${words} words`}
        {text.length >= longestText && ". An answer cannot be longer than this."}
      </p>
    </>
  );
}
