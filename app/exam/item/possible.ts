import type { Associable, Interaction } from "./body.ts";
import { gapsOf, hottextsOf } from "./content.ts";
import type { Value } from "./response.ts";

export type Impossible = "unknown-choice" | "given-twice" | "too-many" | "not-a-pair" | "out-of-range" | "not-a-point";

/**
 * Why no honest use of a control could have given this value, or null when it could. Markers need it: a response that
 * names every choice would otherwise earn every mapped mark.
 */
export const impossible = (interaction: Interaction, value: Value): Impossible | null => {
  switch (interaction.type) {
    case "choice":
      return badChoices(value, ids(interaction.choices), interaction.maxChoices);
    case "inline-choice":
      return badChoices(value, ids(interaction.choices), 1);
    case "hottext":
      return badChoices(value, hottextsOf(interaction.content), interaction.maxChoices);
    case "hotspot":
      return badChoices(value, ids(interaction.regions), interaction.maxChoices);
    case "order":
      return badChoices(value, ids(interaction.choices), interaction.maxChoices ?? interaction.choices.length);
    case "text-entry":
      return value.length > 1 ? "too-many" : null;
    case "extended-text":
      return value.length > (interaction.maxStrings ?? 1) ? "too-many" : null;
    case "match":
      return badPairs(value, interaction.sources, interaction.targets, interaction.maxAssociations);
    case "associate":
      return badPairs(value, interaction.choices, interaction.choices, interaction.maxAssociations);
    case "gap-match": {
      const gaps = gapsOf(interaction.content).map((id) => ({ id, matchMax: 1 }));
      return badPairs(value, interaction.texts, gaps, 0);
    }
    case "slider":
      return badNumber(value, interaction);
    case "media":
      return badNumber(value, { lower: 0, upper: interaction.maxPlays || Number.POSITIVE_INFINITY });
    case "select-point":
      return badPoints(value, interaction);
    case "graphic-order":
      return badChoices(value, ids(interaction.regions), interaction.maxChoices ?? interaction.regions.length);
    case "graphic-associate":
      return badPairs(value, interaction.regions, interaction.regions, interaction.maxAssociations);
    case "graphic-gap-match":
      return badPairs(value, interaction.texts, interaction.regions, 0);
  }
};

const badNumber = (value: Value, { lower, upper }: { lower: number; upper: number }): Impossible | null => {
  if (value.length > 1) return "too-many";
  return value.every((part) => part.trim() !== "" && Number(part) >= lower && Number(part) <= upper)
    ? null
    : "out-of-range";
};

type Pointing = Extract<Interaction, { readonly type: "select-point" }>;

const badPoints = (value: Value, { picture, maxChoices }: Pointing): Impossible | null => {
  const points = value.map((part) => part.trim().split(/\s+/).map(Number));
  const within = ([x = Number.NaN, y = Number.NaN]: readonly number[]) =>
    x >= 0 && y >= 0 && x <= picture.width && y <= picture.height;
  if (!points.every((point) => point.length === 2 && within(point))) return "not-a-point";
  return exceeds(value.length, maxChoices) ? "too-many" : null;
};

type Partner = Pick<Associable, "id" | "matchMax">;

const ids = (choices: readonly { readonly id: string }[]) => choices.map((choice) => choice.id);

/** A limit of 0 is no limit. */
const exceeds = (count: number, limit: number) => limit > 0 && count > limit;

const badChoices = (value: Value, known: readonly string[], limit: number): Impossible | null => {
  if (value.some((id) => !known.includes(id))) return "unknown-choice";
  if (new Set(value).size < value.length) return "given-twice";
  return exceeds(value.length, limit) ? "too-many" : null;
};

const badPairs = (value: Value, from: readonly Partner[], to: readonly Partner[], limit: number): Impossible | null => {
  const pairs = value.map((pair) => pair.split(" "));
  if (pairs.some((pair) => pair.length !== 2)) return "not-a-pair";
  const known = (partners: readonly Partner[], id: string | undefined) => partners.some((partner) => partner.id === id);
  if (!pairs.every(([a, b]) => known(from, a) && known(to, b))) return "unknown-choice";
  if (new Set(value).size < value.length) return "given-twice";
  if (exceeds(value.length, limit)) return "too-many";

  const uses = (id: string) => pairs.flat().filter((end) => end === id).length;
  return [...from, ...to].some((partner) => exceeds(uses(partner.id), partner.matchMax)) ? "too-many" : null;
};
