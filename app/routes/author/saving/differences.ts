import { interactionsOf, wordsOf } from "../../../exam/item/content.ts";
import type { Item } from "../../../exam/item/item.ts";
import { partsOf } from "../../../exam/item/specification.ts";
import { givenWords } from "../../marking/given-words.ts";

export type Difference = { readonly part: string; readonly mine: string; readonly theirs: string };

const lines = (all: readonly string[]) => all.filter((one) => one !== "").join(" | ");

/** What an item says, part by part, in words that two writers can compare. */
const parts: Readonly<Record<string, (item: Item) => string>> = {
  Title: ({ title }) => title,
  Question: ({ body }) => wordsOf(body),
  Key: (item) =>
    lines(
      item.responses.map(({ id, correct, mapping }) => {
        const asked = interactionsOf(item.body).find(({ response }) => response === id);
        const worth = mapping?.entries.map(({ key, value }) => `${key} ${value}`).join(", ") ?? "";
        if (asked?.type === "text-entry") return worth;
        return asked === undefined || correct === null ? "" : givenWords(asked, correct).join("; ");
      }),
    ),
  Marks: (item) =>
    `${item.maxMark}${partsOf(item)
      .map(([name, marks]) => `, ${name} ${marks}`)
      .join("")}`,
  Place: ({ classification: { area, commandWord, minutes } }) => `${area}, ${commandWord}, ${minutes} minutes`,
  Source: ({ stimulus }) => stimulus ?? "",
  "Mark scheme": ({ scheme }) => {
    if (scheme === null) return "";
    const criteria =
      scheme.kind === "points"
        ? scheme.points.map(
            ({ id, marks, content, needs }) =>
              `${id} (${marks}${needs === null ? "" : `, with ${needs}`}) ${wordsOf(content)}`,
          )
        : scheme.levels.map(
            ({ level, min, max, descriptor }) => `Level ${level} (${min}–${max}) ${wordsOf(descriptor)}`,
          );
    return lines([
      ...criteria,
      ...scheme.notes.map(({ kind, content }) => `${kind}: ${wordsOf(content)}`),
      wordsOf(scheme.indicative),
    ]);
  },
  "Worked responses": ({ worked }) =>
    lines(
      worked.map(
        ({ response, marks, why }) => `${marks}: ${Object.values(response).flat().join(", ") || "nothing"} (${why})`,
      ),
    ),
};

/** The parts in which two versions of an item differ; whatever shows in no words is named as "Other settings". */
export function differences(mine: Item, theirs: Item): readonly Difference[] {
  const found = Object.entries(parts)
    .map(([part, say]) => ({ part, mine: say(mine), theirs: say(theirs) }))
    .filter((one) => one.mine !== one.theirs);
  const differ = JSON.stringify(mine) !== JSON.stringify(theirs);
  return found.length > 0 || !differ
    ? found
    : [{ part: "Other settings", mine: "as on this page", theirs: "otherwise" }];
}
