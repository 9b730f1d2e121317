import type { Interaction } from "../body.ts";
import { declarationFor, fitOf } from "../check-responses.ts";
import { gapsOf, interactionsOf, namesIn } from "../content.ts";
import type { MapEntry, Mapping, ResponseDeclaration } from "../declaration.ts";
import type { Item } from "../item.ts";
import type { Value } from "../response.ts";
import { type MarkingWay, wayOf } from "./marking-way.ts";
import { withMarking, withMarks } from "./marks.ts";
import { forgetting } from "./named-values.ts";
import { processingFor } from "./way-rules.ts";

/**
 * Applies a change and puts right whatever depends on it: every interaction has one declaration that fits it, nothing names a
 * choice that is gone, the rules still mark in the same way unless the change was to that, and marks that follow from the key
 * follow it.
 */
export const edited = (item: Item, change: (item: Item) => Item): Item => {
  const changed = change(item);
  const way = wayOf(changed.processing === item.processing ? item : changed);
  const done = settled(changed, way);
  return way.kind === "steps" ? settled(done, followed(way, worthOf(item), worthOf(done))) : done;
};

export const settled = (item: Item, wanted: MarkingWay): Item => {
  const way = wayFor(item, wanted);
  const declared = withDeclarations(withoutStrangers(item));
  const marked = way.kind === "own" ? declared : withMarking(declared, way.kind === "person" ? "person" : "auto");
  const mapped = { ...marked, responses: marked.responses.map((one) => withMapping(one, way, item.maxMark)) };
  const priced = way.kind === "each" || way.kind === "steps" ? withMarks(mapped, worthIn(mapped, way)) : mapped;
  return { ...priced, processing: processingFor(priced, way) };
};

/** Typed text is compared with a list of answers, of which the key is one: so each answer is worth what the list says. */
const wayFor = ({ responses }: Item, way: MarkingWay): MarkingWay =>
  way.kind === "all-or-nothing" && responses.some(({ baseType }) => baseType === "string") ? { kind: "each" } : way;

type Steps = Extract<MarkingWay, { readonly kind: "steps" }>;

/** Marks that follow from what earns them; an item never has none. */
const worthIn = (item: Item, way: MarkingWay) =>
  Math.max(1, ...(way.kind === "steps" ? way.steps.map(({ marks }) => marks) : [worthOf(item)]));

/** "All of them" stays all of them when there are more or fewer. */
const followed = (way: Steps, before: number, now: number): Steps => {
  const [top, ...lower] = way.steps;
  if (top === undefined || top.parts !== before || now === before || now < 1) return way;
  return { kind: "steps", steps: [{ ...top, parts: now }, ...lower.filter(({ parts }) => parts < now)] };
};

const withDeclarations = (item: Item): Item => {
  const interactions = interactionsOf(item.body);
  const responses = interactions.map((interaction): ResponseDeclaration => {
    const known = item.responses.find(({ id }) => id === interaction.response);
    return known === undefined ? declarationFor(interaction) : fitted(known, interaction);
  });
  const asked = new Set(interactions.map(({ response }) => response));
  return {
    ...item,
    responses,
    worked: item.worked.map((worked) => ({
      ...worked,
      response: Object.fromEntries(Object.entries(worked.response).filter(([id]) => asked.has(id))),
    })),
  };
};

/** A declaration that no longer fits its interaction gets the cardinality that does, and a key that is not too long. */
const fitted = (declaration: ResponseDeclaration, interaction: Interaction): ResponseDeclaration => {
  const { cardinalities, baseTypes } = fitOf(interaction);
  const limit = limitOf(interaction);
  const isOne = limit === 1 && "maxChoices" in interaction;
  const cardinality = isOne ? cardinalities[0] : cardinalities.find((one) => one === declaration.cardinality);
  const most = limit === 0 ? Number.POSITIVE_INFINITY : limit;
  const { correct } = declaration;
  return {
    ...declaration,
    cardinality: cardinality ?? cardinalities[0] ?? declaration.cardinality,
    baseType: baseTypes.includes(declaration.baseType) ? declaration.baseType : (baseTypes[0] ?? "identifier"),
    correct: correct !== null && correct.length > most ? correct.slice(0, most) : correct,
  };
};

/** How many parts a response may have; 0 for as many as one likes. */
export const limitOf = (interaction: Interaction): number => {
  switch (interaction.type) {
    case "choice":
    case "hottext":
    case "hotspot":
    case "select-point":
      return interaction.maxChoices;
    case "inline-choice":
    case "text-entry":
    case "slider":
    case "media":
      return 1;
    case "extended-text":
      return interaction.maxStrings ?? 1;
    case "match":
    case "associate":
    case "graphic-associate":
      return interaction.maxAssociations;
    case "order":
      return interaction.maxChoices ?? interaction.choices.length;
    case "graphic-order":
      return interaction.maxChoices ?? interaction.regions.length;
    case "gap-match":
      return gapsOf(interaction.content).length;
    case "graphic-gap-match":
      return interaction.regions.length;
  }
};

const withoutStrangers = (item: Item): Item =>
  interactionsOf(item.body).reduce((left, interaction) => {
    const names = new Set(namesIn(interaction));
    return forgetting(left, interaction.response, (name) => names.has(name));
  }, item);

/** Ways that count right parts need a mapping; it says of each part of the key that it is worth 1, unless it says more. */
const withMapping = (declaration: ResponseDeclaration, way: MarkingWay, maxMark: number): ResponseDeclaration => {
  const { correct, mapping, areas, baseType } = declaration;
  if (way.kind === "own" || areas !== undefined) return declaration;
  if (way.kind === "person") return { ...declaration, correct: null, mapping: null };
  if (baseType === "string") return { ...declaration, mapping: mapping ?? mappingOf(correct ?? [], maxMark) };
  if (way.kind !== "each" && way.kind !== "steps") return { ...declaration, mapping: null };
  const entries = (correct ?? []).map(
    (key): MapEntry =>
      mapping?.entries.find((entry) => entry.key === key && entry.value > 0) ?? { key, value: 1, caseSensitive: false },
  );
  const others = (mapping?.entries ?? []).filter(({ key, value }) => value <= 0 && !correct?.includes(key));
  const worth = entries.reduce((sum, { value }) => sum + value, 0);
  return {
    ...declaration,
    mapping: {
      otherwise: mapping?.otherwise ?? 0,
      lower: mapping?.lower ?? 0,
      upper: worth,
      entries: [...entries, ...others],
    },
  };
};

const mappingOf = (key: Value, worth: number): Mapping => ({
  entries: key.map((one) => ({ key: one, value: worth, caseSensitive: false })),
  otherwise: 0,
  lower: 0,
  upper: worth,
});

/** What the best response earns by the mappings, before any step turns it into marks. */
export const worthOf = ({ responses }: Item) =>
  responses.reduce((sum, declaration) => sum + worthOfOne(declaration), 0);

const worthOfOne = ({ mapping, areas, correct, baseType }: ResponseDeclaration): number => {
  if (areas !== undefined) return areas.entries.reduce((sum, { value }) => sum + Math.max(0, value), 0);
  const entries = mapping?.entries ?? [];
  if (baseType === "string") return Math.max(0, ...entries.map(({ value }) => value));
  return entries.filter(({ key }) => correct?.includes(key)).reduce((sum, { value }) => sum + value, 0);
};
