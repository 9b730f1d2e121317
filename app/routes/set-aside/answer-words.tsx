import type { Body } from "../../exam/item/body.ts";
import { interactionsOf } from "../../exam/item/content.ts";
import type { ItemResponse } from "../../exam/item/response.ts";
import { Given } from "../marking/given.tsx";
import { onlyHere } from "./only-here.ts";

type Props = { readonly body: Body; readonly response: ItemResponse; readonly beside: ItemResponse };

/** A response in the words the learner saw; of longer text, what the answer beside it does not have is underlined. */
export function AnswerWords({ body, response, beside }: Props) {
  const asked = interactionsOf(body);
  return (
    <div className="grid gap-2">
      {asked.map((interaction, index) => {
        const { type, response: id } = interaction;
        const [text, other] = [response[id] ?? [], beside[id] ?? []].map((value) => value.join("\n"));
        return (
          <div key={id}>
            {asked.length > 1 && (
              <p className="text-sm text-ink-soft">
                {(type === "text-entry" && interaction.label) || `Part ${index + 1}`}
              </p>
            )}
            {type === "extended-text" && text ? (
              <Text text={text} beside={other ?? ""} />
            ) : (
              <Given asked={interaction} value={response[id] ?? []} />
            )}
          </div>
        );
      })}
    </div>
  );
}

/** Underlined, and said in words to those who only hear it. */
function Text({ text, beside }: { readonly text: string; readonly beside: string }) {
  let at = 0;
  return (
    <p className="measure text-lg leading-relaxed break-words whitespace-pre-wrap">
      {onlyHere(text, beside).map(({ words, isOnlyHere }) => {
        const key = at;
        at += words.length;
        return isOnlyHere ? (
          <ins key={key} className="rounded-sm bg-info-soft text-ink decoration-2 underline-offset-2">
            <span className="sr-only"> [only here: </span>
            {words}
            <span className="sr-only"> until here] </span>
          </ins>
        ) : (
          <span key={key}>{words}</span>
        );
      })}
    </p>
  );
}
