import type { Associable, AssociableRegion, Body, Choice, Interaction, Picture, Region } from "../body.ts";
import { namesIn } from "../content.ts";
import { freshName } from "./names.ts";

/** The lists of an interaction a writer adds to, removes from and puts in order. */
export const listNames = ["choices", "sources", "targets", "texts", "regions"] as const;
export type ListName = (typeof listNames)[number];
type Entry = { readonly id: string };

export const listsOf = (interaction: Interaction): readonly ListName[] =>
  listNames.filter((name) => Object.hasOwn(interaction, name));

/** Changes one list without knowing what it is a list of. */
type ChangeList = <One extends Entry>(list: readonly One[]) => readonly One[];

export const withList = (interaction: Interaction, name: ListName, change: ChangeList): Interaction => {
  const of = <One extends Entry>(own: ListName, list: readonly One[]) => (own === name ? change(list) : list);
  switch (interaction.type) {
    case "choice":
    case "inline-choice":
    case "order":
      return { ...interaction, choices: of("choices", interaction.choices) };
    case "associate":
      return { ...interaction, choices: of("choices", interaction.choices) };
    case "match":
      return {
        ...interaction,
        sources: of("sources", interaction.sources),
        targets: of("targets", interaction.targets),
      };
    case "gap-match":
      return { ...interaction, texts: of("texts", interaction.texts) };
    case "hotspot":
    case "graphic-order":
      return { ...interaction, regions: of("regions", interaction.regions) };
    case "graphic-associate":
      return { ...interaction, regions: of("regions", interaction.regions) };
    case "graphic-gap-match":
      return {
        ...interaction,
        texts: of("texts", interaction.texts),
        regions: of("regions", interaction.regions),
      };
    case "text-entry":
    case "extended-text":
    case "hottext":
    case "slider":
    case "select-point":
    case "media":
      return interaction;
  }
};

/** The list with the one at `from` put at `to`; a place outside the list changes nothing. */
export const moved = <One>(list: readonly One[], from: number, to: number): readonly One[] => {
  const inside = (at: number) => at >= 0 && at < list.length;
  if (!inside(from) || !inside(to)) return list;
  const rest = list.toSpliced(from, 1);
  return [...rest.slice(0, to), ...list.slice(from, from + 1), ...rest.slice(to)];
};

export const withMoved = (interaction: Interaction, name: ListName, { id, to }: { id: string; to: number }) =>
  withList(interaction, name, (list) =>
    moved(
      list,
      list.findIndex((one) => one.id === id),
      to,
    ),
  );

export const withoutEntry = (interaction: Interaction, name: ListName, id: string) =>
  withList(interaction, name, (list) => list.filter((one) => one.id !== id));

const choice = (id: string): Choice => ({ id, content: [], fixed: false });
const associable = (id: string): Associable => ({ id, content: [], matchMax: 1, fixed: false });

/** A new place is a fifth of the picture and stands aside from those that are there. */
const region = (id: string, at: number, { width, height }: Picture): Region => {
  const [wide, high] = [Math.round(width / 5), Math.round(height / 5)];
  const left = Math.round((at * width) / 12) % Math.max(1, width - wide);
  const top = Math.round((at * height) / 12) % Math.max(1, height - high);
  return { id, shape: "rect", coords: [left, top, left + wide, top + high], label: "" };
};

/** With a new, empty entry at the end of a list; its identifier is the next free one of that list. */
export const withNewEntry = (interaction: Interaction, name: ListName): Interaction => {
  const id = freshName(namesIn(interaction), name === "choices" || name === "regions" ? "" : prefixes[name]);
  switch (interaction.type) {
    case "choice":
    case "inline-choice":
    case "order":
      return { ...interaction, choices: [...interaction.choices, choice(id)] };
    case "associate":
      return { ...interaction, choices: [...interaction.choices, associable(id)] };
    case "match":
      return name === "sources"
        ? { ...interaction, sources: [...interaction.sources, associable(id)] }
        : { ...interaction, targets: [...interaction.targets, associable(id)] };
    case "gap-match":
      return { ...interaction, texts: [...interaction.texts, associable(id)] };
    case "hotspot":
    case "graphic-order": {
      const { regions, picture } = interaction;
      return { ...interaction, regions: [...regions, region(id, regions.length, picture)] };
    }
    case "graphic-associate":
      return { ...interaction, regions: withPlace(interaction.regions, id, interaction.picture) };
    case "graphic-gap-match":
      return name === "texts"
        ? { ...interaction, texts: [...interaction.texts, associable(id)] }
        : { ...interaction, regions: withPlace(interaction.regions, id, interaction.picture) };
    case "text-entry":
    case "extended-text":
    case "hottext":
    case "slider":
    case "select-point":
    case "media":
      return interaction;
  }
};

const withPlace = (regions: readonly AssociableRegion[], id: string, picture: Picture): readonly AssociableRegion[] => [
  ...regions,
  { ...region(id, regions.length, picture), matchMax: 1 },
];

const prefixes = { sources: "S", targets: "T", texts: "T" } as const;

/** What may be said of an entry; a list takes of it what its entries have. */
export type EntryChange = {
  readonly content?: Body;
  readonly fixed?: boolean;
  readonly matchMax?: number;
  readonly label?: string;
  readonly area?: Pick<Region, "shape" | "coords">;
};

export const withEntry = (
  interaction: Interaction,
  name: ListName,
  { id, ...change }: EntryChange & { readonly id: string },
): Interaction =>
  withList(interaction, name, (list) => list.map((one) => (one.id === id ? changed(one, change) : one)));

const changed = <One extends Entry>(one: One, { area, ...change }: EntryChange): One => {
  const all = { ...change, ...area };
  const own = Object.entries(all).filter(([key, value]) => Object.hasOwn(one, key) && value !== undefined);
  return { ...one, ...Object.fromEntries(own) };
};
