import type { Body } from "../item/body.ts";
import { bodiesOf, interactionsOf } from "../item/content.ts";
import { type Fault, fault } from "../item/fault.ts";
import type { Item } from "../item/item.ts";
import type { MarkScheme } from "../item/scheme.ts";
import {
  bodyOf,
  closed,
  levels,
  newTitle,
  nothingOfWorth,
  openQuestion,
  points,
  wholeResponse,
} from "./skeleton-parts.ts";

/** What a new item came with and its writer left as it was: one fault for each text, with the words still to be written over. */
export const unwritten = (item: Item): readonly Fault[] => [
  ...(item.title.trim() === newTitle ? [left("title", newTitle)] : []),
  ...[...new Set(wordsOf(item.body).filter(isExample))].map((words) => left("item", words)),
  ...wordsOfScheme(item.scheme)
    .filter(isExample)
    .map((words) => left("scheme", words)),
  ...item.worked.flatMap(({ response }, index) =>
    Object.values(response).flat().includes(wholeResponse) ? [left(`worked ${index + 1}`, wholeResponse)] : [],
  ),
];

const left = (at: string, words: string) =>
  fault("still-an-example", at, `“${words.trim()}” is still the example that a new item begins with.`);

const wordsOfScheme = (scheme: MarkScheme | null): readonly string[] => {
  if (scheme === null) return [];
  const credited =
    scheme.kind === "points"
      ? scheme.points.map(({ content }) => content)
      : scheme.levels.map(({ descriptor }) => descriptor);
  return [...credited, scheme.indicative].flatMap(wordsOf);
};

/** Every run of text of a body, with those of its interactions. */
const wordsOf = (body: Body): readonly string[] => [
  ...body.flatMap((node) => {
    if (node.kind === "text") return [node.text];
    return node.kind === "element" || node.kind === "hottext" ? wordsOf(node.children) : [];
  }),
  ...interactionsOf(body).flatMap((interaction) => bodiesOf(interaction).flatMap(wordsOf)),
];

/** Points and levels are numbered: whichever number it is, the words are the same. */
const kept = (words: string) => words.trim().replace(/\d+/gu, "#");

/** A choice may well be called “First”, a word to be chosen “right”; nobody means “The right answer”. */
const several = /\s/u;

const examples = new Set(
  [
    ...[...Object.values(closed), openQuestion].flatMap(({ interaction }) => wordsOf(bodyOf(interaction))),
    ...wordsOfScheme(points(1)),
    ...wordsOfScheme(levels(3)).filter((words) => words !== nothingOfWorth),
  ]
    .filter((words) => several.test(words.trim()))
    .map(kept),
);

const isExample = (words: string) => examples.has(kept(words));
