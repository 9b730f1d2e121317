import { useDeferredValue, useState } from "react";
import { Button } from "../../../components/button.tsx";
import { Disclosure } from "../../../components/disclosure.tsx";
import { type TextSize, type Theme, textSizes, themes } from "../../../components/look.ts";
import { Select } from "../../../components/select.tsx";
import { Status } from "../../../components/status.tsx";
import { shuffled } from "../../../exam/form/shuffle.ts";
import { forLearner, stimulusForLearner } from "../../../exam/item/for-learner.ts";
import { isAnswered } from "../../../exam/item/response.ts";
import { markItem } from "../../../exam/marking/auto-mark.ts";
import { personReasonInWords } from "../../../exam/marking/mark.ts";
import { ItemBody } from "../../../player/interactions/item-body.tsx";
import { RichText } from "../../../player/interactions/rich-text.tsx";
import { inMarks } from "../../bank/item-words.ts";
import { useAuthor } from "../author-context.ts";
import { useIsAwake } from "../rich/rich-field.tsx";
import { PreviewFrame } from "./preview-frame.tsx";

const themeWords: Readonly<Record<Theme, string>> = {
  system: "As this computer",
  light: "Light",
  dark: "Dark",
  "high-contrast": "High contrast",
  cream: "Cream paper",
};
const textWords: Readonly<Record<TextSize, string>> = {
  normal: "Normal",
  large: "Large",
  larger: "Larger",
  largest: "Largest",
};
const widths = [
  { value: "", label: "This column" },
  { value: "400", label: "Phone, 400 px" },
  { value: "768", label: "Tablet, 768 px" },
  { value: "1024", label: "Computer, 1024 px" },
] as const;

/** The item as a learner has it: the player's own controls on what a learner's browser would get, and nothing more. */
export function PreviewPanel() {
  const [theme, setTheme] = useState<Theme>("light");
  const [text, setText] = useState<TextSize>("normal");
  const [width, setWidth] = useState("");
  const isAwake = useIsAwake();
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap gap-x-4 gap-y-2 text-sm">
        <Select
          label="Colours"
          className="min-w-32 flex-1"
          value={theme}
          options={themes.map((value) => ({ value, label: themeWords[value] }))}
          onChange={({ currentTarget: { value } }) => setTheme(themes.find((one) => one === value) ?? "light")}
        />
        <Select
          label="Text size"
          className="min-w-28 flex-1"
          value={text}
          options={textSizes.map((value) => ({ value, label: textWords[value] }))}
          onChange={({ currentTarget: { value } }) => setText(textSizes.find((one) => one === value) ?? "normal")}
        />
        <Select
          label="Width"
          className="min-w-32 flex-1"
          value={width}
          options={widths}
          onChange={(event) => setWidth(event.currentTarget.value)}
        />
      </div>
      {isAwake && (
        <PreviewFrame theme={theme} text={text} width={width === "" ? null : Number(width)}>
          <LearnerView />
        </PreviewFrame>
      )}
      <Tried />
    </div>
  );
}

function LearnerView() {
  const author = useAuthor();
  const { stimuli, pictures, tried, tryOut } = author;
  const item = useDeferredValue(author.item);
  const { body, marks } = forLearner(item);
  const stimulus = stimuli.find(({ id }) => id === item.stimulus);
  return (
    <div className="grid grid-cols-1 gap-5">
      {stimulus && (
        <Disclosure summary={`Source: ${stimulus.title}`} open>
          <div className="prose">
            <RichText body={stimulusForLearner(stimulus).body} pictures={pictures} />
          </div>
        </Disclosure>
      )}
      <ItemBody
        body={body}
        response={tried}
        onChange={(id, value) => tryOut({ ...tried, [id]: value })}
        seed={item.id}
        shuffle={shuffled}
        pictures={pictures}
      />
      <p className="text-sm text-ink-soft">{inMarks(marks)}</p>
    </div>
  );
}

/** What marking makes of the answer in the preview. */
function Tried() {
  const { item, tried, tryOut } = useAuthor();
  const answered = isAnswered(tried);
  const marking = answered ? markItem(item, tried) : null;
  return (
    <div className="flex min-h-9 flex-wrap items-center justify-between gap-x-4 gap-y-1" aria-live="polite">
      {marking === null && <p className="text-sm text-ink-soft">Answer it here to see what marking makes of it.</p>}
      {marking?.kind === "marked" && (
        <Status tone={marking.marks > 0 ? "good" : "neutral"}>
          Marked by rule: {marking.marks} of {inMarks(marking.max)}
        </Status>
      )}
      {marking?.kind === "to-person" && <p className="text-sm">{personReasonInWords[marking.why]}</p>}
      {answered && (
        <Button size="small" variant="plain" onClick={() => tryOut({})}>
          Clear
        </Button>
      )}
    </div>
  );
}
