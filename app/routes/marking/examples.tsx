import { Badge } from "../../components/status.tsx";
import { interactionsOf } from "../../exam/item/content.ts";
import type { ExaminerItem } from "../../exam/item/for-examiner.ts";
import type { WorkedResponse } from "../../exam/item/item.ts";
import { givenWords } from "./given-words.ts";
import { inMarks } from "./response-panel.tsx";

type Props = { readonly examples: readonly WorkedResponse[]; readonly item: ExaminerItem };

/** Responses with agreed marks and the reasons for them, the best first. */
export function Examples({ examples, item }: Props) {
  const asked = interactionsOf(item.prompt);
  return (
    <ol className="grid gap-4">
      {examples
        .toSorted((a, b) => b.marks - a.marks)
        .map((example) => (
          <li key={JSON.stringify(example.response)} className="grid gap-1.5 border-s-4 border-line ps-4">
            <p className="flex flex-wrap gap-2">
              <Badge tone="info">{inMarks(example.marks)}</Badge>
              {example.level !== null && <Badge>Level {example.level}</Badge>}
              {example.points.map((point) => (
                <Badge key={point}>{point}</Badge>
              ))}
            </p>
            {asked.map((one) => (
              <p key={one.response} className="measure break-words whitespace-pre-wrap">
                {givenWords(one, example.response[one.response] ?? []).join(", ") || <i>Nothing given</i>}
              </p>
            ))}
            <p className="text-sm text-ink-soft">{example.why}</p>
          </li>
        ))}
    </ol>
  );
}
