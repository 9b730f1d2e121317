import type { Interaction } from "./body.ts";
import { gapsOf, interactionsOf, namesIn } from "./content.ts";
import type { BaseType, Cardinality, ResponseDeclaration } from "./declaration.ts";
import { type Fault, fault, repeatedIn } from "./fault.ts";
import type { Item } from "./item.ts";
import { impossible } from "./possible.ts";
import { expressionsIn, outcomesSetBy, rulesOf } from "./processing.ts";

/** Controls, declarations and keys agree: every response is declared once, fits its control and names choices that exist. */
export const checkResponses = (item: Item): readonly Fault[] => {
  const interactions = interactionsOf(item.body);
  const declared = new Map(item.responses.map((declaration) => [declaration.id, declaration]));
  return [
    ...checkPairing(item, interactions),
    ...interactions.flatMap((interaction) => {
      const declaration = declared.get(interaction.response);
      return [
        ...checkChoices(interaction),
        ...checkOrderHides(interaction, declared.get(interaction.response)),
        ...(declaration === undefined
          ? []
          : [...checkFit(interaction, declaration), ...checkKeys(interaction, declaration)]),
      ];
    }),
    ...checkRules(item),
  ];
};

const checkPairing = (item: Item, interactions: readonly Interaction[]): readonly Fault[] => {
  const [used, declared] = [interactions.map(({ response }) => response), item.responses.map(({ id }) => id)];
  return [
    ...(used.length === 0 ? [fault("no-interaction", "item", "The item has nothing to answer with.")] : []),
    ...used
      .filter((id) => !declared.includes(id))
      .map((id) => fault("undeclared-response", `interaction ${id}`, `The response ${id} is not declared.`)),
    ...declared
      .filter((id) => !used.includes(id))
      .map((id) => fault("unused-response", `response ${id}`, `No interaction gives the response ${id}.`)),
    ...repeatedIn(used).map((id) =>
      fault("repeated-response", `interaction ${id}`, `Two interactions give the response ${id}.`),
    ),
    ...repeatedIn(declared).map((id) => fault("repeated-response", `response ${id}`, `${id} is declared twice.`)),
    ...repeatedIn(item.outcomes.map(({ id }) => id)).map((id) =>
      fault("repeated-outcome", `outcome ${id}`, `${id} is declared twice.`),
    ),
  ];
};

const checkChoices = (interaction: Interaction): readonly Fault[] => {
  const at = `interaction ${interaction.response}`;
  return [
    ...repeatedIn(namesIn(interaction)).map((id) => fault("repeated-choice", at, `Two choices are called ${id}.`)),
    ...("maxChoices" in interaction &&
    interaction.type !== "select-point" &&
    (interaction.maxChoices ?? 0) > namesIn(interaction).length
      ? [fault("too-few-choices", at, `max-choices is ${interaction.maxChoices}, but there are fewer choices.`)]
      : []),
  ];
};

/** An order item must not begin as its own key: choices travel by identifier, or as written when they are not shuffled. */
const checkOrderHides = (interaction: Interaction, declaration: ResponseDeclaration | undefined): readonly Fault[] => {
  if (interaction.type !== "order" || !declaration?.correct) return [];
  const written = namesIn(interaction);
  const start = interaction.shuffle ? written.toSorted() : written;
  return start.join(" ") === declaration.correct.join(" ")
    ? [fault("key-shows", `interaction ${interaction.response}`, "The choices begin in the order of the key.")]
    : [];
};

type Fit = { readonly cardinalities: readonly Cardinality[]; readonly baseTypes: readonly BaseType[] };

const byLimit = (limit: number): readonly Cardinality[] => (limit === 1 ? ["single", "multiple"] : ["multiple"]);

/** The declarations an interaction can give its response to, the most usual first. */
export const fitOf = (interaction: Interaction): Fit => {
  switch (interaction.type) {
    case "choice":
    case "hottext":
    case "hotspot":
      return { cardinalities: byLimit(interaction.maxChoices), baseTypes: ["identifier"] };
    case "inline-choice":
      return { cardinalities: ["single"], baseTypes: ["identifier"] };
    case "text-entry":
      return { cardinalities: ["single", "record"], baseTypes: ["string", "integer", "float"] };
    case "extended-text":
      return {
        cardinalities: (interaction.maxStrings ?? 1) > 1 ? ["multiple", "ordered"] : ["single"],
        baseTypes: ["string"],
      };
    case "media":
      return { cardinalities: ["single"], baseTypes: ["integer"] };
    case "order":
      return { cardinalities: ["ordered"], baseTypes: ["identifier"] };
    case "match":
      return { cardinalities: byLimit(interaction.maxAssociations), baseTypes: ["directedPair"] };
    case "associate":
      return { cardinalities: byLimit(interaction.maxAssociations), baseTypes: ["pair"] };
    case "gap-match":
      return { cardinalities: byLimit(gapsOf(interaction.content).length), baseTypes: ["directedPair"] };
    case "slider":
      return { cardinalities: ["single"], baseTypes: ["integer", "float"] };
    case "select-point":
      return { cardinalities: byLimit(interaction.maxChoices), baseTypes: ["point"] };
    case "graphic-order":
      return { cardinalities: ["ordered"], baseTypes: ["identifier"] };
    case "graphic-associate":
      return { cardinalities: byLimit(interaction.maxAssociations), baseTypes: ["pair"] };
    case "graphic-gap-match":
      return { cardinalities: byLimit(interaction.regions.length), baseTypes: ["directedPair"] };
  }
};

/** What an interaction declares before anybody has said what is right. */
export const declarationFor = (interaction: Interaction): ResponseDeclaration => {
  const { cardinalities, baseTypes } = fitOf(interaction);
  return {
    id: interaction.response,
    cardinality: cardinalities[0] ?? "single",
    baseType: baseTypes[0] ?? "identifier",
    correct: null,
    mapping: null,
  };
};

const checkFit = (interaction: Interaction, { id, cardinality, baseType }: ResponseDeclaration): readonly Fault[] => {
  const { cardinalities, baseTypes } = fitOf(interaction);
  const at = `response ${id}`;
  const expected = (allowed: readonly string[]) => allowed.join(" or ");
  return [
    ...(cardinalities.includes(cardinality)
      ? []
      : [
          fault(
            "wrong-cardinality",
            at,
            `${id} is ${cardinality}; this ${interaction.type} interaction needs ${expected(cardinalities)}.`,
          ),
        ]),
    ...(baseTypes.includes(baseType)
      ? []
      : [
          fault(
            "wrong-base-type",
            at,
            `${id} is of type ${baseType}; this ${interaction.type} interaction needs ${expected(baseTypes)}.`,
          ),
        ]),
  ];
};

/** What a key can name wrongly, in words. */
const inWords = {
  "unknown-choice": "names a choice that does not exist",
  "not-a-pair": "is not a pair of choices",
  "given-twice": "names a choice twice",
  "too-many": "has more choices than the interaction allows",
  "out-of-range": "is not a number the slider can reach",
  "not-a-point": "is not a point of the picture",
} as const;

const checkKeys = (interaction: Interaction, declaration: ResponseDeclaration): readonly Fault[] => {
  const { id, correct, mapping, cardinality } = declaration;
  const at = `response ${id}`;
  const wrongKey = correct === null ? null : impossible(interaction, correct);
  const typed = interaction.type === "text-entry" || interaction.type === "extended-text";
  return [
    ...(wrongKey === null ? [] : [fault("bad-key", at, `The key ${correct?.join(", ")} ${inWords[wrongKey]}.`)]),
    ...(cardinality === "single" && (correct?.length ?? 0) > 1
      ? [fault("bad-key", at, `${id} takes one value, but its key has ${correct?.length}.`)]
      : []),
    ...(mapping?.entries ?? []).flatMap(({ key }) => {
      const wrong = typed ? null : impossible(interaction, [key]);
      return wrong === null ? [] : [fault("bad-map-entry", at, `The map entry ${key} ${inWords[wrong]}.`)];
    }),
    ...repeatedIn((mapping?.entries ?? []).map(({ key }) => key)).map((key) =>
      fault("bad-map-entry", at, `The map entry ${key} is there twice.`),
    ),
  ];
};

/** Rules speak only of what is declared; a key or a mapping that they ask for is there. */
const checkRules = (item: Item): readonly Fault[] => {
  const rules = rulesOf(item.processing);
  const responses = new Map(item.responses.map((declaration) => [declaration.id, declaration]));
  const outcomes = new Set(item.outcomes.map(({ id }) => id));
  const unknown = (id: string) =>
    fault("undeclared-variable", "processing", `The rules speak of ${id}, which is not declared.`);
  return [
    ...outcomesSetBy(rules).flatMap((id) => (outcomes.has(id) || isBuiltIn(id) ? [] : [unknown(id)])),
    ...expressionsIn(rules).flatMap((expression) => {
      switch (expression.op) {
        case "variable":
        case "default":
          return responses.has(expression.id) || outcomes.has(expression.id) || isBuiltIn(expression.id)
            ? []
            : [unknown(expression.id)];
        case "correct":
        case "mapResponse":
        case "mapResponsePoint": {
          const declaration = responses.get(expression.id);
          if (declaration === undefined) return [unknown(expression.id)];
          const { words, of } = needs[expression.op];
          return of(declaration) ? [] : [noKey(declaration.id, words)];
        }
        default:
          return [];
      }
    }),
  ];
};

/** Values that every item has without declaring them. */
const isBuiltIn = (id: string) => ["completionStatus", "numAttempts", "duration"].includes(id);

const needs = {
  correct: { words: "key", of: ({ correct }: ResponseDeclaration) => correct !== null },
  mapResponse: { words: "mapping", of: ({ mapping }: ResponseDeclaration) => mapping !== null },
  mapResponsePoint: { words: "mapping of areas", of: ({ areas }: ResponseDeclaration) => areas !== undefined },
};

const noKey = (id: string, wanted: string) =>
  fault("no-key", `response ${id}`, `The rules need a ${wanted} for ${id}, which has none.`);
