import type { Interaction } from "../body.ts";
import { gapsOf, namesIn } from "../content.ts";
import type { MapEntry, Mapping, ResponseDeclaration } from "../declaration.ts";
import type { Item } from "../item.ts";
import type { ResponseId, Value } from "../response.ts";
import { type Change, interactionFor, withInteraction } from "./interactions.ts";
import { namesOf } from "./named-values.ts";
import { limitOf } from "./settle.ts";

export const withDeclaration = (item: Item, id: ResponseId, change: Change<ResponseDeclaration>): Item => ({
  ...item,
  responses: item.responses.map((declaration) => (declaration.id === id ? change(declaration) : declaration)),
});

const keyOf = (item: Item, response: ResponseId): Value =>
  item.responses.find(({ id }) => id === response)?.correct ?? [];

/**
 * The right response. Where a question asks for as many as are right ("identify two"), the limit goes with the key: it
 * follows as long as it was the length of the key before.
 */
export const withKey = (item: Item, response: ResponseId, key: Value): Item => {
  const before = keyOf(item, response).length;
  const keyed = withDeclaration(item, response, (declaration) => ({
    ...declaration,
    correct: key.length === 0 ? null : key,
  }));
  return withInteraction(keyed, response, (interaction) => followed(interaction, { before, now: key.length }));
};

type Lengths = { readonly before: number; readonly now: number };

/** Never below two, because one is another kind of question; of pairs there may be one. */
const followed = (interaction: Interaction, { before, now }: Lengths): Interaction => {
  const limit = limitOf(interaction);
  const follows = limit === Math.max(2, before);
  switch (interaction.type) {
    case "choice":
    case "hottext":
    case "hotspot":
      return follows && limit > 1 ? { ...interaction, maxChoices: Math.max(2, now) } : interaction;
    case "match":
    case "associate":
    case "graphic-associate":
      return follows || limit === before ? { ...interaction, maxAssociations: Math.max(1, now) } : interaction;
    default:
      return interaction;
  }
};

/** Puts a part into the key or takes it out; where one part only may be given, it takes the place of the other. */
export const withKeyPart = (item: Item, response: ResponseId, part: string, isRight: boolean): Item => {
  const interaction = interactionFor(item, response);
  if (interaction === null) return item;
  const others = keyOf(item, response).filter((one) => one !== part);
  if (!isRight) return withKey(item, response, others);
  const single = limitOf(interaction) === 1;
  const key = single ? [part] : [...withRoomFor(part, others, interaction), part];
  return withKey(item, response, inReadingOrder(key, interaction));
};

/** In the order in which the things it names stand on the page: for gaps, that of the gaps. */
const inReadingOrder = (key: Value, interaction: Interaction): Value => {
  const names = namesIn(interaction);
  const end = interaction.type === "gap-match" ? 1 : 0;
  const place = (part: string) => names.indexOf(namesOf(part)[end] ?? "");
  return key.toSorted((a, b) => place(a) - place(b));
};

/** Without the pairs that use up an end which the new pair needs; a pair the other way round is the same pair. */
const withRoomFor = (part: string, key: Value, interaction: Interaction): Value => {
  const ends = namesOf(part);
  if (ends.length < 2) return key;
  const usedUp = ends.filter((end) => {
    const most = partnersOf(interaction).find(({ id }) => id === end)?.matchMax ?? 0;
    return most > 0 && key.filter((one) => namesOf(one).includes(end)).length >= most;
  });
  const same = ends.toReversed().join(" ");
  return key.filter((one) => one !== same && !namesOf(one).some((end) => usedUp.includes(end)));
};

type Partner = { readonly id: string; readonly matchMax: number };

/** What pairs are made of, with how often each may be used. */
export const partnersOf = (interaction: Interaction): readonly Partner[] => {
  switch (interaction.type) {
    case "associate":
      return interaction.choices;
    case "match":
      return [...interaction.sources, ...interaction.targets];
    case "gap-match":
      return [...interaction.texts, ...gapsOf(interaction.content).map((id) => ({ id, matchMax: 1 }))];
    case "graphic-associate":
      return interaction.regions;
    case "graphic-gap-match":
      return [...interaction.texts, ...interaction.regions];
    default:
      return [];
  }
};

/** What one part is worth: 0 or less for a part that is wrong. */
export const withWorth = (item: Item, response: ResponseId, { key, value }: Pick<MapEntry, "key" | "value">): Item =>
  withDeclaration(item, response, (declaration) => {
    const mapping = declaration.mapping ?? { entries: [], otherwise: 0, lower: 0, upper: null };
    const known = mapping.entries.some((entry) => entry.key === key);
    const entries = known
      ? mapping.entries.map((entry) => (entry.key === key ? { ...entry, value } : entry))
      : [...mapping.entries, { key, value, caseSensitive: false }];
    return { ...declaration, mapping: { ...mapping, entries } };
  });

/** The texts a rule knows, right ones and wrong ones, with what each is worth. The first of the best is the key. */
export const withAnswers = (item: Item, response: ResponseId, entries: readonly MapEntry[]): Item =>
  withDeclaration(item, response, (declaration) => {
    const best = Math.max(0, ...entries.map(({ value }) => value));
    const first = entries.find(({ value, key }) => value === best && value > 0 && key !== "");
    const mapping: Mapping = { otherwise: 0, lower: 0, ...declaration.mapping, entries, upper: Math.max(1, best) };
    return { ...declaration, correct: first === undefined ? null : [first.key], mapping };
  });
