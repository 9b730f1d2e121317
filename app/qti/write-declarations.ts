import type { LookupTable, OutcomeDeclaration, ResponseDeclaration } from "../exam/item/declaration.ts";
import type { Value } from "../exam/item/response.ts";
import { areaOf } from "./write-interaction.ts";
import { block, inline, type Markup } from "./write-xml.ts";

export const writeResponse = (declaration: ResponseDeclaration): Markup => {
  const { mapping, areas } = declaration;
  return block("qti-response-declaration", variable(declaration), [
    ...values("qti-default-value", declaration.initial ?? null),
    ...values("qti-correct-response", declaration.correct),
    ...(mapping === null
      ? []
      : [
          block(
            "qti-mapping",
            worth(mapping),
            mapping.entries.map(({ key, value, caseSensitive }) =>
              inline("qti-map-entry", {
                "map-key": key,
                "mapped-value": value,
                "case-sensitive": declaration.baseType === "string" || caseSensitive ? caseSensitive : null,
              }),
            ),
          ),
        ]),
    ...(areas === undefined
      ? []
      : [
          block(
            "qti-area-mapping",
            worth(areas),
            areas.entries.map(({ area, value }) =>
              inline("qti-area-map-entry", { ...areaOf(area, { width: 0, height: 0 }), "mapped-value": value }),
            ),
          ),
        ]),
  ]);
};

/** What an item is worth is for writers and markers; learners hear of marks in the question. */
const views: Readonly<Record<string, string>> = { MAXSCORE: "author scorer testConstructor" };

export const writeOutcome = (declaration: OutcomeDeclaration): Markup =>
  block(
    "qti-outcome-declaration",
    {
      ...variable(declaration),
      view: views[declaration.id] ?? null,
      "normal-minimum": declaration.least,
      "normal-maximum": declaration.most,
      "external-scored": declaration.byPerson ? "human" : null,
    },
    [
      ...values("qti-default-value", declaration.initial),
      ...(declaration.lookup === undefined ? [] : [table(declaration.lookup)]),
    ],
  );

const variable = ({ id, cardinality, baseType }: ResponseDeclaration | OutcomeDeclaration) => ({
  identifier: id,
  cardinality,
  "base-type": cardinality === "record" ? null : baseType,
});

const worth = (of: { readonly otherwise: number; readonly lower: number | null; readonly upper: number | null }) => ({
  "default-value": of.otherwise,
  "lower-bound": of.lower,
  "upper-bound": of.upper,
});

const values = (name: string, value: Value | null): readonly Markup[] =>
  value === null || value.length === 0
    ? []
    : [
        inline(
          name,
          {},
          value.map((part) => inline("qti-value", {}, [part])),
        ),
      ];

const table = (lookup: LookupTable): Markup => {
  const otherwise = { "default-value": lookup.otherwise };
  if (lookup.kind === "match") {
    return block(
      "qti-match-table",
      otherwise,
      lookup.entries.map(({ from, to }) =>
        inline("qti-match-table-entry", { "source-value": from, "target-value": to }),
      ),
    );
  }
  return block(
    "qti-interpolation-table",
    otherwise,
    lookup.entries.map(({ from, withBound, to }) =>
      inline("qti-interpolation-table-entry", {
        "source-value": from,
        "include-boundary": withBound ? null : false,
        "target-value": to,
      }),
    ),
  );
};
