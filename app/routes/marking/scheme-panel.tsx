import { useState } from "react";
import { Panel } from "../../components/panel.tsx";
import { Segmented } from "../../components/segmented.tsx";
import type { Body } from "../../exam/item/body.ts";
import type { MarkScheme, SchemeNote } from "../../exam/item/scheme.ts";
import type { Pictures } from "../../player/interactions/interaction-props.ts";
import { RichText } from "../../player/interactions/rich-text.tsx";
import { Examples } from "./examples.tsx";
import { type MarkingProps, Marks } from "./marks.tsx";

type Props = MarkingProps & { readonly examples: Parameters<typeof Examples>[0]["examples"] };

/** The mark scheme as the place where marks are chosen, with examples to compare with behind it. */
export function SchemePanel({ examples, ...marking }: Props) {
  const [shown, show] = useState<"scheme" | "examples">("scheme");
  const { item, pictures } = marking;
  return (
    <Panel
      title={shown === "scheme" ? "Mark scheme" : "Examples"}
      actions={
        examples.length > 0 && (
          <Segmented
            legend="Show"
            legendHidden
            value={shown}
            onChange={show}
            options={[
              { value: "scheme", label: "Scheme" },
              { value: "examples", label: "Examples" },
            ]}
          />
        )
      }
    >
      {/* The marks stay in the page, so that keys and choices mean the same whatever is shown. */}
      <div hidden={shown !== "scheme"}>
        <div className="grid gap-5">
          <Marks {...marking} />
          {item.scheme && <Guidance scheme={item.scheme} pictures={pictures} />}
        </div>
      </div>
      {shown === "examples" && <Examples examples={examples} item={item} />}
    </Panel>
  );
}

const noteWords: Record<SchemeNote["kind"], string> = {
  accept: "Accept",
  reject: "Do not accept",
  guidance: "Guidance",
};

/** Notes and indicative content. */
export function Guidance({ scheme, pictures }: { readonly scheme: MarkScheme; readonly pictures: Pictures }) {
  return (
    <div className="grid gap-4">
      {scheme.notes.length > 0 && (
        <dl className="grid gap-2">
          {scheme.notes.map(({ kind, content }) => (
            <div key={`${kind} ${JSON.stringify(content)}`}>
              <dt className="text-sm font-bold">{noteWords[kind]}</dt>
              <dd className="prose">
                <RichText body={content} pictures={pictures} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      <Indicative body={scheme.indicative} pictures={pictures} />
    </div>
  );
}

function Indicative({ body, pictures }: { readonly body: Body; readonly pictures: Pictures }) {
  if (body.length === 0) return null;
  return (
    <section className="grid gap-1">
      <h3 className="text-sm font-bold">What a response may hold (not a list to tick off)</h3>
      <div className="prose text-[0.95em]">
        <RichText body={body} pictures={pictures} />
      </div>
    </section>
  );
}
