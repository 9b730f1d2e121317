import fc from "fast-check";
import { test } from "vitest";
import type { Body, Interaction, Node } from "../exam/item/body.ts";
import { interactionsOf } from "../exam/item/content.ts";
import type { ResponseDeclaration } from "../exam/item/declaration.ts";
import { type Item, workedKinds } from "../exam/item/item.ts";
import type { Expression, ResponseProcessing } from "../exam/item/processing.ts";
import type { MarkScheme } from "../exam/item/scheme.ts";
import { readItem } from "./read-item.ts";
import { writeItem } from "./write-item.ts";

/** Words with what XML finds hardest in them. */
const words = fc.stringMatching(/^[a-zA-Z&<>"'£é–“]{1,8}( [a-zA-Z&<>"']{1,8}){0,3}$/);
const id = fc.stringMatching(/^[A-Z][A-Z0-9_]{0,5}$/);
const number = fc.integer({ min: -20, max: 200 }).map((quarters) => quarters / 4);
const textNode = words.map((text): Node => ({ kind: "text", text }));
const element = (tag: "p" | "strong" | "em" | "li" | "ul" | "span", children: Body): Node => ({
  kind: "element",
  tag,
  attributes: {},
  children,
});
const phrase: fc.Arbitrary<Body> = fc.oneof(
  textNode.map((node) => [node]),
  fc.tuple(textNode, words).map(([node, strong]) => [node, element("strong", [{ kind: "text", text: strong }])]),
);
const paragraph = phrase.map((children) => element("p", children));
const listing = fc.array(phrase, { minLength: 1, maxLength: 3 }).map((all) =>
  element(
    "ul",
    all.map((children) => element("li", children)),
  ),
);
const picture = fc.record({
  src: fc.constant("../pictures/plan.svg"),
  alt: words,
  width: fc.integer({ min: 1, max: 900 }),
  height: fc.integer({ min: 1, max: 900 }),
});
const ids = fc.uniqueArray(id, { minLength: 1, maxLength: 4 });
const choices = ids.chain((all) =>
  fc.tuple(...all.map((one) => fc.record({ id: fc.constant(one), content: phrase, fixed: fc.boolean() }))),
);
const associables = choices.map((all) => all.map((choice, at) => ({ ...choice, matchMax: at % 3 })));
const regions = choices.map((all) =>
  all.map((choice, at) => ({
    id: choice.id,
    label: `Place ${at}`,
    ...(at % 2 === 0
      ? { shape: "rect" as const, coords: [0, at, 10, 20] }
      : { shape: "circle" as const, coords: [5, 5, at] }),
  })),
);
const response = fc.constant("RESPONSE");
const shuffle = fc.boolean();
const prompt = phrase;
const limit = fc.integer({ min: 0, max: 4 });

const standing: fc.Arbitrary<Interaction> = fc.oneof(
  fc.record({
    type: fc.constant("choice" as const),
    response,
    prompt,
    choices,
    minChoices: limit,
    maxChoices: limit,
    shuffle,
  }),
  fc.record({
    type: fc.constant("extended-text" as const),
    response,
    prompt,
    expectedLines: fc.option(limit),
    expectedLength: fc.option(limit),
  }),
  fc.record({
    type: fc.constant("match" as const),
    response,
    prompt,
    sources: associables,
    targets: associables,
    maxAssociations: limit,
    shuffle,
  }),
  fc.record({
    type: fc.constant("associate" as const),
    response,
    prompt,
    choices: associables,
    maxAssociations: limit,
    shuffle,
  }),
  fc.record({ type: fc.constant("order" as const), response, prompt, choices, shuffle }),
  fc.record({
    type: fc.constant("hotspot" as const),
    response,
    prompt,
    picture,
    regions,
    maxChoices: limit,
  }),
  fc.record({
    type: fc.constant("select-point" as const),
    response,
    prompt,
    picture,
    minChoices: limit,
    maxChoices: limit,
  }),
  fc.record({
    type: fc.constant("slider" as const),
    response,
    prompt,
    lower: fc.integer({ min: 0, max: 5 }),
    upper: fc.integer({ min: 6, max: 90 }),
    step: fc.constantFrom(0.5, 1, 5),
  }),
);
const inWords: fc.Arbitrary<Interaction> = fc.oneof(
  fc.record({
    type: fc.constant("text-entry" as const),
    response,
    expectedLength: fc.option(limit),
    label: fc.constantFrom("Answer", "Day", "Answer 2"),
  }),
  fc.record({
    type: fc.constant("inline-choice" as const),
    response,
    choices,
    shuffle,
    label: fc.constantFrom("Answer", "Day"),
  }),
);
const control = (interaction: Interaction): Node => ({ kind: "interaction", interaction });
const body: fc.Arbitrary<Body> = fc.oneof(
  fc.tuple(paragraph, listing, standing).map(([first, list, interaction]) => [first, list, control(interaction)]),
  fc
    .tuple(textNode, inWords, textNode)
    .map(([before, interaction, after]) => [element("p", [before, control(interaction), after])]),
);

const declaration: fc.Arbitrary<ResponseDeclaration> = fc.record({
  id: fc.constant("RESPONSE"),
  cardinality: fc.constantFrom("single", "multiple", "ordered"),
  baseType: fc.constantFrom("identifier", "string", "directedPair"),
  correct: fc.option(fc.array(words, { minLength: 1, maxLength: 3 })),
  mapping: fc.option(
    fc.record({
      entries: fc.array(fc.record({ key: words, value: number, caseSensitive: fc.boolean() }), {
        minLength: 1,
        maxLength: 4,
      }),
      otherwise: number,
      lower: fc.option(number),
      upper: fc.option(number),
    }),
  ),
});

const expression: fc.Arbitrary<Expression> = fc.letrec<{ any: Expression }>((tie) => ({
  any: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom<Expression>(
      { op: "null" },
      { op: "correct", id: "RESPONSE" },
      { op: "variable", id: "RESPONSE" },
      { op: "mapResponse", id: "RESPONSE" },
      { op: "mathConstant", name: "pi" },
    ),
    words.map((value): Expression => ({ op: "baseValue", baseType: "string", value })),
    fc.tuple(tie("any"), tie("any")).chain(([a, b]) =>
      fc.constantFrom<Expression>(
        { op: "match", of: [a, b] },
        { op: "sum", of: [a, b] },
        { op: "durationLT", of: [a, b] },
        { op: "integerToFloat", of: [a] },
        { op: "anyN", of: [a, b], least: 1, most: 2 },
        { op: "index", of: [a], n: 2 },
        { op: "stringMatch", of: [a, b], caseSensitive: true, substring: false },
        { op: "roundTo", of: [a], rounding: { mode: "decimalPlaces", figures: 2 } },
        {
          op: "equal",
          of: [a, b],
          tolerance: { mode: "absolute", below: 0.5, above: 1, withLowest: false, withHighest: true },
        },
        { op: "inside", of: [a], area: { shape: "rect", coords: [0, 1, 20, 30] } },
      ),
    ),
  ),
})).any;

const processing: fc.Arbitrary<ResponseProcessing> = fc.oneof(
  fc.constantFrom<ResponseProcessing>(
    { kind: "none" },
    { kind: "template", template: "match_correct" },
    { kind: "template", template: "map_response" },
  ),
  fc.tuple(expression, expression).map(
    ([when, value]): ResponseProcessing => ({
      kind: "rules",
      rules: [
        {
          kind: "if",
          branches: [
            { when, rules: [{ kind: "set", outcome: "SCORE", value }] },
            { when: value, rules: [{ kind: "exit" }] },
          ],
          otherwise: [{ kind: "set", outcome: "SCORE", value: when }],
        },
      ],
    }),
  ),
);

const scheme: fc.Arbitrary<MarkScheme | null> = fc.option(
  fc.oneof(
    fc.record({
      kind: fc.constant("points" as const),
      points: fc.array(
        fc.record({ id, marks: fc.integer({ min: 1, max: 3 }), content: phrase, needs: fc.option(id) }),
        { minLength: 1, maxLength: 3 },
      ),
      notes: fc.array(fc.record({ kind: fc.constantFrom("accept", "reject", "guidance"), content: phrase }), {
        maxLength: 2,
      }),
      indicative: fc.oneof(
        fc.constant<Body>([]),
        listing.map((list) => [list]),
      ),
    }),
    fc.record({
      kind: fc.constant("levels" as const),
      levels: fc.array(fc.record({ level: limit, min: limit, max: limit, descriptor: phrase }), {
        minLength: 1,
        maxLength: 4,
      }),
      notes: fc.constant([]),
      indicative: fc.constant<Body>([]),
    }),
  ),
);

const worked = fc.array(
  fc.record({
    kind: fc.constantFrom(...workedKinds),
    response: fc.oneof(
      fc.constant({}),
      fc.array(words, { minLength: 1, maxLength: 3 }).map((RESPONSE) => ({ RESPONSE })),
    ),
    marks: limit,
    points: fc.array(id, { maxLength: 2 }),
    level: fc.option(limit),
    toPerson: fc.boolean(),
    why: words,
  }),
  { maxLength: 3 },
);

const item: fc.Arbitrary<Item> = fc
  .record({
    id: fc.stringMatching(/^[A-Z]{2,4}-\d{3}$/),
    title: words,
    area: fc.constantFrom("A1", "D4"),
    commandWord: fc.constantFrom("match", "explain"),
    minutes: fc.constantFrom(0.5, 1, 2.5),
    marks: fc.integer({ min: 1, max: 9 }),
    stimulus: fc.option(fc.constant("STIM-A-HOTEL")),
    byPerson: fc.boolean(),
    body,
    response: declaration,
    processing,
    scheme,
    worked,
  })
  .map(
    ({ area, commandWord, minutes, marks, byPerson, response: declared, ...rest }): Item => ({
      ...rest,
      classification: { area, commandWord, minutes },
      objectives: { AO1: marks },
      responses: [declared],
      outcomes: [
        outcome("SCORE", { initial: ["0"], least: 0, most: marks, byPerson }),
        outcome("MAXSCORE", { initial: [String(marks)], least: null, most: null, byPerson: false }),
        outcome("SCORE_AO1", { initial: null, least: 0, most: marks, byPerson }),
      ],
      maxMark: marks,
      marking: byPerson || rest.processing.kind === "none" ? "person" : "auto",
    }),
  );

type Rest = Pick<Item["outcomes"][number], "initial" | "least" | "most" | "byPerson">;
const outcome = (name: string, rest: Rest) => ({
  id: name,
  cardinality: "single" as const,
  baseType: "float" as const,
  ...rest,
});

test("any item that can be written is read as it was, and written as before", () => {
  fc.assert(
    fc.property(item, (made) => {
      const text = writeItem(made);
      const read = readItem(text, "made.xml");
      if (!read.ok) throw new Error(JSON.stringify(read.problems));
      const same = JSON.stringify(sorted(read.value)) === JSON.stringify(sorted(made));
      const one = interactionsOf(made.body).length === 1;
      if (!same) throw new Error(`${JSON.stringify(sorted(made))}\n${JSON.stringify(sorted(read.value))}\n${text}`);
      return one && writeItem(read.value) === text;
    }),
    { numRuns: 150, seed: 20261123 },
  );
});

/** The same value with the names in one order. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, sorted(inner)]),
  );
};
