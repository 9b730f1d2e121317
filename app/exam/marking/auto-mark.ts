import { interactionsOf } from "../item/content.ts";
import type { ResponseDeclaration } from "../item/declaration.ts";
import type { Item } from "../item/item.ts";
import { impossible } from "../item/possible.ts";
import { expressionsIn, rulesOf } from "../item/processing.ts";
import { type ItemResponse, isAnswered, type Value } from "../item/response.ts";
import { matches } from "./auto-operators.ts";
import { isRecognised } from "./auto-recognise.ts";
import { outcomesOf } from "./auto-rules.ts";
import { computedFrom, correctOf, entryFor, inPlainForm, scalarFrom } from "./auto-values.ts";
import type { Marking, PersonReason, Reason } from "./mark.ts";
import { normalise } from "./normalise.ts";

/**
 * Marks a response by rule as far as rules reach. Nothing given is 0. A short text that no rule knows goes to a person,
 * never to nought; so does all that people mark. Marks are whole numbers from 0 to the item's. Never throws.
 */
export const markItem = (item: Item, response: ItemResponse): Marking => {
  const given = withoutBlanks(item, response);
  if (!isAnswered(given)) {
    return { kind: "marked", marks: 0, max: item.maxMark, reasons: [{ rule: "nothing-given" }] };
  }
  if (item.marking === "person") return toPerson({ given, item, why: "marked-by-a-person", suggested: null });
  if (
    interactionsOf(item.body).some((interaction) => impossible(interaction, given[interaction.response] ?? []) !== null)
  ) {
    return toPerson({ given, item, why: "not-a-possible-response", suggested: null });
  }

  const marks = scoreOf(item, given);
  if (marks === null) return toPerson({ given, item, why: "rules-gave-no-mark", suggested: null });
  if (item.responses.some((declaration) => !isRecognised(declaration, given[declaration.id] ?? [], item))) {
    return toPerson({ given, item, why: "text-not-recognised", suggested: marks });
  }
  return { kind: "marked", marks, max: item.maxMark, reasons: reasonsFor(item, given, marks) };
};

/** Only what was asked for and is not blank. Built without a prototype's help, so that no identifier can surprise. */
const withoutBlanks = (item: Item, response: ItemResponse): ItemResponse =>
  Object.fromEntries(
    item.responses.flatMap(({ id }) => {
      const value = Object.hasOwn(response, id) ? (response[id] ?? []) : [];
      const parts = value.filter((part) => part.trim() !== "");
      return parts.length === 0 ? [] : [[id, parts]];
    }),
  );

/** Sums of decimals may fall a hair short of the whole number they mean. */
const tiny = 1e-9;

/** Rules that map by a mapping which is not there would give everybody nothing. */
const mapsByNothing = ({ processing, responses }: Item) =>
  expressionsIn(rulesOf(processing)).some(
    (expression) =>
      (expression.op === "mapResponse" || expression.op === "mapResponsePoint") &&
      !responses.some(
        ({ id, mapping, areas }) =>
          id === expression.id && (expression.op === "mapResponse" ? mapping !== null : areas !== undefined),
      ),
  );

const scoreOf = (item: Item, given: ItemResponse): number | null => {
  if (mapsByNothing(item)) return null;
  const { responses, outcomes, maxMark } = item;
  const score = outcomesOf({ rules: rulesOf(item.processing), responses, outcomes, given, same: inPlainForm }).get(
    "SCORE",
  );
  const [value] = score?.parts ?? [];
  if (typeof value !== "number" || Number.isNaN(value)) return null;
  return Math.min(maxMark, Math.max(0, Math.floor(value + tiny)));
};

const reasonsFor = (item: Item, given: ItemResponse, marks: number): readonly Reason[] => [
  ...item.responses.flatMap((declaration) => reasonsForOne(declaration, given[declaration.id] ?? [])),
  { rule: "total", marks },
];

const reasonsForOne = (declaration: ResponseDeclaration, value: Value): readonly Reason[] => {
  const { id, mapping, baseType } = declaration;
  if (value.length === 0) return [{ rule: "nothing-given-here", response: id }];
  if (mapping !== null) {
    return value.map((given) => {
      const part = scalarFrom(given, baseType);
      const entry = part === null ? null : entryFor(part, mapping, { baseType, same: inPlainForm });
      return { rule: "worth", response: id, given, marks: entry?.value ?? mapping.otherwise };
    });
  }
  const [key, own] = [correctOf(declaration), computedFrom(value, declaration)];
  if (key === null || own === null) return [];
  return [{ rule: matches(own, key, inPlainForm) ? "as-the-key" : "not-as-the-key", response: id, given: value }];
};

const toPerson = (found: { given: ItemResponse; item: Item; why: PersonReason; suggested: number | null }): Marking => {
  const texts = found.item.responses.filter((declaration) => declaration.baseType === "string");
  return {
    kind: "to-person",
    suggested: found.suggested,
    why: found.why,
    normalised: Object.fromEntries(
      texts.flatMap(({ id }) => {
        const [text] = found.given[id] ?? [];
        return text === undefined ? [] : [[id, normalise(text)]];
      }),
    ),
  };
};
