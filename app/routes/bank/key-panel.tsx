import { Panel } from "../../components/panel.tsx";
import type { Interaction } from "../../exam/item/body.ts";
import { interactionsOf } from "../../exam/item/content.ts";
import type { ResponseDeclaration } from "../../exam/item/declaration.ts";
import type { Item } from "../../exam/item/item.ts";
import type { Level, Point } from "../../exam/item/scheme.ts";
import type { Pictures } from "../../player/interactions/interaction-props.ts";
import { RichText } from "../../player/interactions/rich-text.tsx";
import { givenWords } from "../marking/given-words.ts";
import { Guidance } from "../marking/scheme-panel.tsx";
import { inMarks } from "./item-words.ts";

type Props = { readonly item: Item; readonly pictures: Pictures };

/** How the item earns its marks: by key and mapping, by the examiner's scheme, or by both. */
export function KeyPanel({ item, pictures }: Props) {
  const asked = interactionsOf(item.body);
  const { scheme } = item;
  return (
    <>
      {item.marking === "auto" && (
        <Panel title="Key">
          <div className="grid gap-5">
            {item.responses.map((declaration) => (
              <Key
                key={declaration.id}
                declaration={declaration}
                interaction={asked.find(({ response }) => response === declaration.id)}
                isOnly={item.responses.length === 1}
              />
            ))}
          </div>
        </Panel>
      )}
      {scheme && (
        <Panel title="Mark scheme">
          <div className="grid gap-5">
            {scheme.kind === "points" ? (
              <Points points={scheme.points} pictures={pictures} />
            ) : (
              <Levels levels={scheme.levels} pictures={pictures} />
            )}
            <Guidance scheme={scheme} pictures={pictures} />
          </div>
        </Panel>
      )}
    </>
  );
}

type KeyProps = {
  readonly declaration: ResponseDeclaration;
  readonly interaction: Interaction | undefined;
  readonly isOnly: boolean;
};

function Key({ declaration: { id, correct, mapping, cardinality }, interaction, isOnly }: KeyProps) {
  const inWords = (value: readonly string[]) => (interaction ? givenWords(interaction, value) : value);
  const title = interaction?.type === "text-entry" && interaction.label !== "" ? interaction.label : id;
  return (
    <section className="grid gap-2">
      {!isOnly && <h3 className="font-bold">{title}</h3>}
      {correct && (
        <div>
          <p className="text-sm text-ink-soft">{cardinality === "ordered" ? "Correct, in this order" : "Correct"}</p>
          <ol className={cardinality === "ordered" ? "list-decimal ps-6" : "list-disc ps-6"}>
            {inWords(correct).map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ol>
        </div>
      )}
      {mapping && (
        <table className="w-full text-sm tabular">
          <caption className="text-start text-sm text-ink-soft">What each answer is worth</caption>
          <tbody>
            {mapping.entries.map(({ key, value, caseSensitive }) => (
              <tr key={key} className="border-b border-line">
                <th scope="row" className="py-1 text-start font-normal">
                  {inWords([key]).join(", ")} {caseSensitive && <span className="text-ink-soft">(exact case)</span>}
                </th>
                <td className="py-1 text-end whitespace-nowrap">{inMarks(value)}</td>
              </tr>
            ))}
            <tr>
              <th scope="row" className="py-1 text-start font-normal text-ink-soft">
                Anything else
              </th>
              <td className="py-1 text-end whitespace-nowrap">{inMarks(mapping.otherwise)}</td>
            </tr>
          </tbody>
        </table>
      )}
    </section>
  );
}

function Points({ points, pictures }: { readonly points: readonly Point[]; readonly pictures: Pictures }) {
  return (
    <ul className="grid gap-2">
      {points.map(({ id, marks, content, needs }) => (
        <li key={id} className={needs ? "flex justify-between gap-4 ps-6" : "flex justify-between gap-4"}>
          <div className="min-w-0">
            <RichText body={content} pictures={pictures} />
            {needs && <p className="text-sm text-ink-soft">Only with {needs}</p>}
          </div>
          <span className="text-sm whitespace-nowrap text-ink-soft">
            {id}: {inMarks(marks)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Levels({ levels, pictures }: { readonly levels: readonly Level[]; readonly pictures: Pictures }) {
  return (
    <dl className="grid gap-3">
      {levels.map(({ level, min, max, descriptor }) => (
        <div key={level}>
          <dt className="font-bold">
            Level {level}: {min === max ? inMarks(min) : `${min} to ${inMarks(max)}`}
          </dt>
          <dd className="prose">
            <RichText body={descriptor} pictures={pictures} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
