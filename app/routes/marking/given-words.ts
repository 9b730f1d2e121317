import type { Body, Interaction } from "../../exam/item/body.ts";
import { wordsOf } from "../../exam/item/content.ts";
import type { Value } from "../../exam/item/response.ts";

/** A response in the words the learner saw: choices by their text, pairs with an arrow. */
export function givenWords(interaction: Interaction, value: Value): readonly string[] {
  if (interaction.type === "text-entry" || interaction.type === "extended-text") return value;
  if (interaction.type === "slider") return value;
  if (interaction.type === "media") return value.map((times) => `played ${times} times`);
  if (interaction.type === "select-point") return value.map((point) => `at ${point.split(" ").join(", ")}`);
  const words = wordsById(interaction);
  return value.map((part) =>
    part
      .split(" ")
      .map((id) => words.get(id) ?? id)
      .join(" → "),
  );
}

function wordsById(interaction: Interaction): ReadonlyMap<string, string> {
  const of = (choices: readonly { readonly id: string; readonly content: Body }[]) =>
    choices.map(({ id, content }) => [id, wordsOf(content)] as const);
  switch (interaction.type) {
    case "choice":
    case "inline-choice":
    case "associate":
    case "order":
      return new Map(of(interaction.choices));
    case "match":
      return new Map([...of(interaction.sources), ...of(interaction.targets)]);
    case "gap-match":
      return new Map(of(interaction.texts));
    case "hotspot":
    case "graphic-order":
    case "graphic-associate":
      return new Map(interaction.regions.map(({ id, label }) => [id, label]));
    case "hottext":
      return new Map(hottexts(interaction.content));
    case "graphic-gap-match":
      return new Map([...of(interaction.texts), ...interaction.regions.map(({ id, label }) => [id, label] as const)]);
    case "text-entry":
    case "extended-text":
    case "slider":
    case "media":
    case "select-point":
      return new Map();
  }
}

const hottexts = (body: Body): readonly (readonly [string, string])[] =>
  body.flatMap((node) => {
    if (node.kind === "hottext") return [[node.id, wordsOf(node.children)] as const];
    return node.kind === "element" ? hottexts(node.children) : [];
  });
