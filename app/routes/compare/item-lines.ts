import type { Interaction } from "../../exam/item/body.ts";
import { interactionsOf } from "../../exam/item/content.ts";
import type { Item, WorkedResponse } from "../../exam/item/item.ts";
import { partsOf } from "../../exam/item/specification.ts";
import { inMarks, interactionWords, markingWords } from "../bank/item-words.ts";
import { controlLines } from "./control-lines.ts";
import { plainWords } from "./plain-words.ts";
import { processingWords } from "./rule-words.ts";

export const itemParts = ["Place and marks", "Question", "Key", "Mark scheme", "Worked responses"] as const;
export type ItemPart = (typeof itemParts)[number];

/** One thing an item says, under a name that it keeps from version to version. */
export type ItemLine = { readonly part: ItemPart; readonly name: string; readonly words: string };

/** All that an item says, as lines that can be laid beside those of another text of it. */
export const itemLines = (item: Item): readonly ItemLine[] =>
  [...placeLines(item), ...questionLines(item), ...keyLines(item), ...schemeLines(item), ...workedLines(item)].filter(
    ({ words }) => words !== "",
  );

const lineIn =
  (part: ItemPart) =>
  (name: string, words: string): ItemLine => ({ part, name, words });

function placeLines(item: Item): readonly ItemLine[] {
  const line = lineIn("Place and marks");
  const { area, commandWord, minutes } = item.classification;
  return [
    line("Title", item.title),
    line("Area or criterion", area),
    line("Command word", commandWord),
    line("Expected minutes", String(minutes)),
    line("Marks", String(item.maxMark)),
    line(
      "Objectives",
      partsOf(item)
        .map(([objective, marks]) => `${objective}: ${inMarks(marks)}`)
        .join(", "),
    ),
    line("Marked", markingWords[item.marking]),
    line("Scenario", item.stimulus ?? ""),
  ];
}

function questionLines(item: Item): readonly ItemLine[] {
  const line = lineIn("Question");
  const controls = interactionsOf(item.body);
  const of = (control: Interaction, name: string) => (controls.length > 1 ? `${control.response}: ${name}` : name);
  return [
    line("Text", plainWords(item.body)),
    ...controls.flatMap((control) => [
      line(of(control, "Answered by"), interactionWords[control.type]),
      ...controlLines(control).map(({ name, words }) => line(of(control, name), words)),
    ]),
  ];
}

function keyLines({ responses, processing }: Item): readonly ItemLine[] {
  const line = lineIn("Key");
  const of = (id: string, name: string) => (responses.length > 1 ? `${id}: ${name}` : name);
  return [
    ...responses.flatMap(({ id, correct, mapping, areas, baseType, cardinality }) => [
      line(of(id, "Kind of answer"), `${cardinality} ${baseType}`),
      line(of(id, "Right answer"), (correct ?? []).join("\n")),
      line(
        of(id, "Worth"),
        [
          ...(mapping?.entries ?? []).map(({ key, value }) => `${key}: ${value}`),
          ...(areas?.entries ?? []).map(({ area, value }) => `${area.shape} ${area.coords.join(",")}: ${value}`),
          ...(mapping === null ? [] : [`anything else: ${mapping.otherwise}`, limits(mapping)]),
        ].join("\n"),
      ),
    ]),
    line("Rules", processingWords(processing)),
  ];
}

const limits = ({ lower, upper }: { readonly lower: number | null; readonly upper: number | null }) =>
  `at least ${lower ?? "anything"}, at most ${upper ?? "anything"}`;

function schemeLines({ scheme }: Item): readonly ItemLine[] {
  const line = lineIn("Mark scheme");
  if (scheme === null) return [];
  const rows =
    scheme.kind === "points"
      ? scheme.points.map(({ id, marks, content, needs }) =>
          line(`Point ${id}`, `${inMarks(marks)}: ${plainWords(content)}${needs ? ` (only with ${needs})` : ""}`),
        )
      : scheme.levels.map(({ level, min, max, descriptor }) =>
          line(`Level ${level}`, `${min === max ? min : `${min} to ${max}`}: ${plainWords(descriptor)}`),
        );
  return [
    ...rows,
    ...scheme.notes.map(({ kind, content }, at) => line(`Note ${at + 1}`, `${kind}: ${plainWords(content)}`)),
    line("Indicative content", plainWords(scheme.indicative)),
  ];
}

const workedLines = ({ worked }: Item): readonly ItemLine[] =>
  worked.map((one, at) => lineIn("Worked responses")(`Response ${at + 1}`, workedWords(one)));

const workedWords = ({ kind, marks, response, points, level, toPerson, why }: WorkedResponse) =>
  [
    `${kind.replace("-", " ")}, ${inMarks(marks)}${toPerson ? ", goes to a person" : ""}`,
    ...Object.values(response).map((value) => value.join(", ")),
    ...(points.length > 0 ? [`points ${points.join(", ")}`] : []),
    ...(level === null ? [] : [`level ${level}`]),
    why,
  ].join("\n");
