import { useMemo, useState } from "react";
import { Button } from "../../components/button.tsx";
import { Disclosure } from "../../components/disclosure.tsx";
import { Panel } from "../../components/panel.tsx";
import { Status } from "../../components/status.tsx";
import { shuffled } from "../../exam/form/shuffle.ts";
import type { Item, Stimulus } from "../../exam/item/item.ts";
import { type ItemResponse, isAnswered } from "../../exam/item/response.ts";
import { markItem } from "../../exam/marking/auto-mark.ts";
import { personReasonInWords, reasonInWords } from "../../exam/marking/mark.ts";
import type { Pictures } from "../../player/interactions/interaction-props.ts";
import { ItemBody } from "../../player/interactions/item-body.tsx";
import { RichText } from "../../player/interactions/rich-text.tsx";
import { inMarks } from "./item-words.ts";

type Props = { readonly item: Item; readonly stimulus: Stimulus | null; readonly pictures: Pictures };

/** The item as a learner works on it, with what the rules would make of the answer; all of it in this page alone. */
export function TryItem({ item, stimulus, pictures }: Props) {
  const [response, respond] = useState<ItemResponse>({});
  return (
    <Panel
      title="As the learner sees it"
      actions={
        <Button size="small" variant="quiet" disabled={!isAnswered(response)} onClick={() => respond({})}>
          Clear
        </Button>
      }
    >
      <div className="grid grid-cols-1 gap-5">
        {stimulus && (
          <Disclosure summary={`Source: ${stimulus.title}`} open>
            <div className="prose">
              <RichText body={stimulus.body} pictures={pictures} />
            </div>
          </Disclosure>
        )}
        <ItemBody
          body={item.body}
          response={response}
          onChange={(id, value) => respond((before) => ({ ...before, [id]: value }))}
          seed={item.id}
          shuffle={shuffled}
          pictures={pictures}
        />
        <div aria-live="polite">{isAnswered(response) && <MarkedByRule item={item} response={response} />}</div>
      </div>
    </Panel>
  );
}

function MarkedByRule({ item, response }: { readonly item: Item; readonly response: ItemResponse }) {
  const marking = useMemo(() => markItem(item, response), [item, response]);
  if (marking.kind === "to-person")
    return (
      <div className="grid gap-1 border-t border-line pt-4">
        <Status tone="info">Goes to an examiner</Status>
        <p>{personReasonInWords[marking.why]}</p>
        {marking.suggested !== null && <p>What the rules know comes to {inMarks(marking.suggested)}.</p>}
      </div>
    );
  return (
    <div className="grid gap-1 border-t border-line pt-4">
      <p className="font-bold">
        By rule: {marking.marks} of {inMarks(marking.max)}
      </p>
      <ul className="list-disc ps-5 text-sm text-ink-soft">
        {marking.reasons.map((reason) => (
          <li key={JSON.stringify(reason)}>{reasonInWords(reason)}</li>
        ))}
      </ul>
    </div>
  );
}
