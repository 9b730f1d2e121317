import type { Interaction } from "../../exam/item/body.ts";
import type { Value } from "../../exam/item/response.ts";
import { givenWords } from "./given-words.ts";

/** What was given to one control, in the words the learner saw. Line breaks are the learner's own. */
export function Given({ asked, value }: { readonly asked: Interaction; readonly value: Value }) {
  if (value.length === 0) return <p className="text-ink-soft italic">Nothing was given here.</p>;
  if (asked.type === "extended-text" || asked.type === "text-entry") {
    return <p className="measure text-lg leading-relaxed break-words whitespace-pre-wrap">{value.join("\n")}</p>;
  }
  return (
    <ul className="list-disc ps-5 text-lg">
      {givenWords(asked, value).map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  );
}
