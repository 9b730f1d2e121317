import { Panel } from "../../components/panel.tsx";
import type { Body, Interaction } from "../../exam/item/body.ts";
import { bodiesOf } from "../../exam/item/content.ts";
import type { ExaminerItem } from "../../exam/item/for-examiner.ts";
import type { Pictures } from "../../player/interactions/interaction-props.ts";
import { RichText } from "../../player/interactions/rich-text.tsx";

type Props = { readonly item: ExaminerItem; readonly pictures: Pictures };

/** What the learners were asked, and the material they had; folded away by whoever knows it by heart. */
export function QuestionPanel({ item, pictures }: Props) {
  return (
    <Panel aria-label="Question">
      <details open>
        <summary className="-my-1 cursor-pointer rounded-sm py-1 font-bold">Question</summary>
        <QuestionWords body={item.prompt} pictures={pictures} />
      </details>
      {item.stimulus !== null && (
        <details className="mt-3 border-t border-line pt-3">
          <summary className="-my-1 cursor-pointer rounded-sm py-1 font-bold">Source: {item.stimulus.title}</summary>
          <div className="prose mt-3">
            <RichText body={item.stimulus.body} pictures={pictures} />
          </div>
        </details>
      )}
    </Panel>
  );
}

/** A question to read and not to answer. */
export function QuestionWords({ body, pictures }: { readonly body: Body; readonly pictures: Pictures }) {
  const parts = { interaction: (interaction: Interaction) => <Asked interaction={interaction} pictures={pictures} /> };
  return (
    <div className="prose mt-3">
      <RichText body={body} pictures={pictures} parts={parts} />
    </div>
  );
}

/** The words of a control without the control; a gap shows where something was to be typed. */
function Asked({ interaction, pictures }: { readonly interaction: Interaction; readonly pictures: Pictures }) {
  if (interaction.type === "text-entry") {
    return <span className="mx-1 inline-block w-[8ch] border-b-2 border-line-strong" role="img" aria-label="gap" />;
  }
  const [first, ...others] = bodiesOf(interaction);
  return (
    <>
      {first && <RichText body={first} pictures={pictures} />}
      {others.length > 0 && (
        <ul>
          {others.map((body) => (
            <li key={JSON.stringify(body)}>
              <RichText body={body} pictures={pictures} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
