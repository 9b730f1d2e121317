import type { Body, Interaction, Node } from "./body.ts";

const walk = <T>(body: Body, pick: (node: Node) => readonly T[]): readonly T[] =>
  body.flatMap((node) => [
    ...pick(node),
    ...(node.kind === "element" || node.kind === "hottext" ? walk(node.children, pick) : []),
  ]);

/** The interactions of a body in reading order. */
export const interactionsOf = (body: Body): readonly Interaction[] =>
  walk(body, (node) => (node.kind === "interaction" ? [node.interaction] : []));

export const gapsOf = (content: Body): readonly string[] =>
  walk(content, (node) => (node.kind === "gap" ? [node.id] : []));

export const hottextsOf = (content: Body): readonly string[] =>
  walk(content, (node) => (node.kind === "hottext" ? [node.id] : []));

/** The identifiers a response to the interaction can name. */
export const namesIn = (interaction: Interaction): readonly string[] => {
  switch (interaction.type) {
    case "choice":
    case "inline-choice":
    case "associate":
    case "order":
      return interaction.choices.map(({ id }) => id);
    case "match":
      return [...interaction.sources, ...interaction.targets].map(({ id }) => id);
    case "gap-match":
      return [...interaction.texts.map(({ id }) => id), ...gapsOf(interaction.content)];
    case "hottext":
      return hottextsOf(interaction.content);
    case "hotspot":
    case "graphic-order":
    case "graphic-associate":
      return interaction.regions.map(({ id }) => id);
    case "graphic-gap-match":
      return [...interaction.texts, ...interaction.regions].map(({ id }) => id);
    case "text-entry":
    case "extended-text":
    case "slider":
    case "media":
    case "select-point":
      return [];
  }
};

/** The bodies an interaction shows: prompt, choices, running text. */
export const bodiesOf = (interaction: Interaction): readonly Body[] => {
  switch (interaction.type) {
    case "choice":
    case "associate":
    case "order":
      return [interaction.prompt, ...interaction.choices.map((choice) => choice.content)];
    case "inline-choice":
      return interaction.choices.map((choice) => choice.content);
    case "text-entry":
      return [];
    case "extended-text":
    case "hotspot":
    case "slider":
    case "media":
    case "select-point":
    case "graphic-order":
    case "graphic-associate":
      return [interaction.prompt];
    case "graphic-gap-match":
      return [interaction.prompt, ...interaction.texts.map((text) => text.content)];
    case "match":
      return [interaction.prompt, ...[...interaction.sources, ...interaction.targets].map((choice) => choice.content)];
    case "gap-match":
      return [interaction.prompt, ...interaction.texts.map((text) => text.content), interaction.content];
    case "hottext":
      return [interaction.prompt, interaction.content];
  }
};

const shown: ReadonlySet<string> = new Set(["img", "audio", "video"]);

/** The names of all pictures, sounds and films of a body, its interactions included. */
export const picturesOf = (body: Body): readonly string[] => [
  ...new Set(
    walk(body, (node) => {
      if (node.kind === "element") return shown.has(node.tag) && node.attributes.src ? [node.attributes.src] : [];
      if (node.kind !== "interaction") return [];
      const { interaction } = node;
      const own =
        "picture" in interaction ? [interaction.picture.src] : "media" in interaction ? [interaction.media.src] : [];
      return [...own, ...bodiesOf(node.interaction).flatMap(picturesOf)];
    }),
  ),
];

/** The words of a body, one space between parts; a gap reads as three dots. */
export const wordsOf = (body: Body): string => rawWordsOf(body).replace(/\s+/g, " ").trim();

const rawWordsOf = (body: Body): string => body.map(wordsOfNode).join("");

const inline: ReadonlySet<string> = new Set(
  "a abbr b bdo cite code del dfn em i ins kbd q ruby rt samp small span strong sub sup u var".split(" "),
);

const wordsOfNode = (node: Node): string => {
  switch (node.kind) {
    case "text":
      return node.text;
    case "element":
      return `${rawWordsOf(node.children)}${inline.has(node.tag) ? "" : " "}`;
    case "hottext":
      return rawWordsOf(node.children);
    case "gap":
      return " ... ";
    case "interaction":
      return ` ${bodiesOf(node.interaction).map(wordsOf).join(" ")} `;
  }
};
