import path from "node:path";
import { folderOnDisk } from "../../app/cli/folder-on-disk.ts";
import type { Body, Interaction } from "../../app/exam/item/body.ts";
import { interactionsOf, wordsOf } from "../../app/exam/item/content.ts";
import type { Item, WorkedKind, WorkedResponse } from "../../app/exam/item/item.ts";
import type { ItemResponse } from "../../app/exam/item/response.ts";
import { readBank } from "../../app/qti/bank-folder.ts";

const folder = folderOnDisk(path.resolve(import.meta.dirname, "../../question-bank"));

/** One question of a form, as its number stands on the screen, with the responses its writer worked out. */
export type Question = {
  readonly number: number;
  readonly item: Item;
  readonly interactions: readonly Interaction[];
};

/** The questions of a form in the order of the test. */
export function paper(code: string): readonly Question[] {
  const { bank } = readBank(folder, "customer-service-environment");
  const form = bank?.forms.find(({ id }) => id === code);
  if (!bank || !form) throw new Error(`There is no form ${code} in the question bank.`);
  return form.sections
    .flatMap(({ items }) => items)
    .map(({ item: id }, index) => {
      const item = bank.items.find((one) => one.id === id);
      if (item === undefined) throw new Error(`There is no item ${id} in the question bank.`);
      return { number: index + 1, item, interactions: interactionsOf(item.body) };
    });
}

/** The first worked response of that kind; `toPerson` asks for one that no rule recognises. */
export function worked(
  { item }: Question,
  kind: WorkedKind,
  { toPerson = false }: { readonly toPerson?: boolean } = {},
): WorkedResponse {
  const found = item.worked.find((one) => one.kind === kind && one.toPerson === toPerson);
  if (found === undefined) throw new Error(`${item.id} has no worked response of the kind ${kind}.`);
  return found;
}

/** One question of each type of interaction, the first of its type. */
export function oneOfEach(questions: readonly Question[]): readonly Question[] {
  const seen = new Set<string>();
  return questions.filter(({ interactions }) => {
    const fresh = interactions.some(({ type }) => !seen.has(type));
    for (const { type } of interactions) seen.add(type);
    return fresh;
  });
}

export const given = (response: ItemResponse, interaction: Interaction) => response[interaction.response] ?? [];

/** The words of the choice with this identifier, wherever in the interaction it stands. */
export function labelOf(interaction: Interaction, id: string): string {
  const found = choicesOf(interaction).find((choice) => choice.id === id);
  if (found === undefined) throw new Error(`There is no choice ${id}.`);
  return found.words;
}

function choicesOf(interaction: Interaction): readonly { readonly id: string; readonly words: string }[] {
  const inWords = (all: readonly { readonly id: string; readonly content: Body }[]) =>
    all.map(({ id, content }) => ({ id, words: wordsOf(content) }));
  switch (interaction.type) {
    case "choice":
    case "inline-choice":
    case "associate":
    case "order":
      return inWords(interaction.choices);
    case "match":
      return inWords([...interaction.sources, ...interaction.targets]);
    case "gap-match":
      return inWords(interaction.texts);
    case "hottext":
      return hottexts(interaction.content);
    case "hotspot":
      return interaction.regions.map(({ id, label }) => ({ id, words: label }));
    case "text-entry":
    case "extended-text":
    case "slider":
    case "media":
    case "select-point":
      return [];
    case "graphic-order":
    case "graphic-associate":
      return interaction.regions.map(({ id, label }) => ({ id, words: label }));
    case "graphic-gap-match":
      return [...inWords(interaction.texts), ...interaction.regions.map(({ id, label }) => ({ id, words: label }))];
  }
}

const hottexts = (body: Body): readonly { readonly id: string; readonly words: string }[] =>
  body.flatMap((node) => {
    if (node.kind === "hottext") return [{ id: node.id, words: wordsOf(node.children) }];
    return node.kind === "element" ? hottexts(node.children) : [];
  });

/** Where in the running text a gap stands, from 1, as its label says. */
export function gapNumber(content: Body, gap: string): number {
  const gaps = (body: Body): readonly string[] =>
    body.flatMap((node) => (node.kind === "gap" ? [node.id] : node.kind === "element" ? gaps(node.children) : []));
  return gaps(content).indexOf(gap) + 1;
}
