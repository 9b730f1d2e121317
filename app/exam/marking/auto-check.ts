import type { Bank, KnowledgeBank, UnitBank } from "../form/bank.ts";
import { checkForm } from "../form/check-form.ts";
import { checkItem } from "../item/check-item.ts";
import { picturesOf } from "../item/content.ts";
import type { ResponseDeclaration } from "../item/declaration.ts";
import { type Fault, fault } from "../item/fault.ts";
import type { Item, WorkedResponse } from "../item/item.ts";
import { criteriaOf } from "../item/knowledge-specification.ts";
import type { Value } from "../item/response.ts";
import { markItem } from "./auto-mark.ts";

/** Runs every worked response, and the key itself, through marking: what an item says of itself must come true. */
export const checkMarking = (item: Item): readonly Fault[] => [
  ...(item.marking === "auto" ? [...checkKey(item), ...checkWholeMarks(item)] : []),
  ...item.worked.flatMap((worked, index) => {
    const cause = disagreement(item, worked);
    return cause === null ? [] : [fault("worked-fails", `worked ${index + 1}`, cause)];
  }),
];

const disagreement = (item: Item, worked: WorkedResponse): string | null => {
  const marking = markItem(item, worked.response);
  if (marking.kind === "to-person") {
    if (item.marking === "person" || worked.toPerson) return null;
    return `It should get ${worked.marks} by rule, but it goes to a person: ${marking.why}.`;
  }
  if (worked.toPerson) return `It should go to a person, but a rule gives it ${marking.marks}.`;
  return marking.marks === worked.marks ? null : `Marking gives ${marking.marks}, but it says ${worked.marks}.`;
};

/** The best response by the item's own key: the correct values or, where none are given, the best-paid entry. */
const bestOf = ({ correct, mapping }: ResponseDeclaration): Value => {
  if (correct !== null) return correct;
  const best = mapping?.entries.toSorted((a, b) => b.value - a.value)[0];
  return best === undefined ? [] : [best.key];
};

const checkKey = (item: Item): readonly Fault[] => {
  const marking = markItem(item, Object.fromEntries(item.responses.map((response) => [response.id, bestOf(response)])));
  const at = `response ${item.responses[0]?.id}`;
  if (marking.kind === "to-person") {
    return [fault("key-not-marked", at, `The key itself goes to a person: ${marking.why}.`)];
  }
  return marking.marks === item.maxMark
    ? []
    : [fault("best-mark", at, `The key earns ${marking.marks} of ${item.maxMark} marks.`)];
};

/** No half marks: a mapping that is the mark gives whole ones only. */
const checkWholeMarks = ({ processing, responses }: Item): readonly Fault[] =>
  processing.kind !== "template" || processing.template !== "map_response"
    ? []
    : responses
        .filter(({ mapping }) => mapping?.entries.some(({ value }) => !Number.isInteger(value)))
        .map(({ id }) => fault("half-marks", `response ${id}`, `The mapping of ${id} gives parts of a mark.`));

/** A fault with the thing it is in. */
export type BankFault = Fault & { readonly of: "item" | "stimulus" | "form" | "unit"; readonly id: string };

/** Every fault of a unit's content: items, stimuli, forms, and what they say of each other. */
export const checkBank = (bank: UnitBank): readonly BankFault[] => [
  ...bank.items.flatMap((item) =>
    [...checkItem(item, bank.specification), ...checkMarking(item), ...checkReferences(item, bank)].map(
      (found): BankFault => ({ ...found, of: "item", id: item.id }),
    ),
  ),
  ...bank.stimuli.flatMap((stimulus) =>
    missingPictures(stimulus, bank, "stimulus").map(
      (found): BankFault => ({ ...found, of: "stimulus", id: stimulus.id }),
    ),
  ),
  ...(bank.blueprint === null ? checkCoverage(bank) : checkForms(bank)),
];

const checkForms = (bank: Bank): readonly BankFault[] =>
  bank.forms.flatMap((form) =>
    checkForm(form, bank.items, bank).map((found): BankFault => ({ ...found, of: "form", id: form.id })),
  );

/** Whoever passes meets every criterion, so each has an item at least; what only forms use would be out of place. */
const checkCoverage = ({ unit, specification, items, forms, stimuli }: KnowledgeBank): readonly BankFault[] => [
  ...criteriaOf(specification)
    .filter(({ criterion }) => !items.some(({ classification }) => classification.area === criterion))
    .map(({ criterion }): BankFault => {
      const cause = `No item asks for criterion ${criterion}.`;
      return { ...fault("criterion-uncovered", `criterion ${criterion}`, cause), of: "unit", id: unit };
    }),
  ...forms.map(({ id }): BankFault => {
    const cause = "The unit has no blueprint, so it can have no form.";
    return { ...fault("no-blueprint", "form", cause), of: "form", id };
  }),
  ...stimuli.map(({ id }): BankFault => {
    const cause = "Here every question tells its own scene: only forms can show a stimulus beside several.";
    return { ...fault("no-blueprint", "stimulus", cause), of: "stimulus", id };
  }),
];

const checkReferences = (item: Item, bank: UnitBank): readonly Fault[] => [
  ...(item.stimulus === null || bank.stimuli.some(({ id }) => id === item.stimulus)
    ? []
    : [fault("unknown-stimulus", "stimulus", `The bank has no stimulus ${item.stimulus}.`)]),
  ...missingPictures(item, bank, "item"),
];

const missingPictures = ({ body }: Pick<Item, "body">, bank: UnitBank, at: string): readonly Fault[] =>
  picturesOf(body)
    .filter((name) => !Object.hasOwn(bank.pictures, name))
    .map((name) => fault("missing-picture", at, `There is no picture ${name}.`));
