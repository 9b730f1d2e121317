import { type Area, shapes } from "../exam/item/area.ts";
import {
  type AreaMapping,
  type BaseType,
  baseTypes,
  type Cardinality,
  cardinalities,
  type LookupTable,
  type MapEntry,
  type Mapping,
  type OutcomeDeclaration,
  type ResponseDeclaration,
} from "../exam/item/declaration.ts";
import type { Value } from "../exam/item/response.ts";
import type { Reading } from "./reading.ts";
import { childNamed, childrenNamed, elementsIn, exactTextOf, textOf, type XmlElement } from "./xml.ts";

export const readResponses = (root: XmlElement, on: Reading): readonly ResponseDeclaration[] =>
  childrenNamed(root, "qti-response-declaration").map((declaration) => {
    const id = on.required(declaration, "identifier");
    on.place(`response ${id}`, declaration);
    const mapping = childNamed(declaration, "qti-mapping");
    const areas = childNamed(declaration, "qti-area-mapping");
    const cardinality = on.oneOf(declaration, "cardinality", cardinalities) ?? "single";
    const initial = valuesOf(declaration, "qti-default-value");
    return {
      id,
      cardinality,
      baseType: readBaseType(declaration, cardinality, on),
      correct: cardinality === "record" ? null : valuesOf(declaration, "qti-correct-response"),
      mapping: mapping === null ? null : readMapping(mapping, on),
      ...(areas === null ? {} : { areas: readAreas(areas, on) }),
      ...(initial === null || initial.length === 0 ? {} : { initial }),
    };
  });

/** A record has none of its own: its fields do. */
const readBaseType = (declaration: XmlElement, cardinality: Cardinality, on: Reading): BaseType =>
  cardinality === "record" ? "string" : (on.oneOf(declaration, "base-type", baseTypes) ?? "identifier");

export const readOutcomes = (root: XmlElement, on: Reading): readonly OutcomeDeclaration[] =>
  childrenNamed(root, "qti-outcome-declaration").map((declaration) => {
    const id = on.required(declaration, "identifier");
    on.place(`outcome ${id}`, declaration);
    const cardinality = on.oneOf(declaration, "cardinality", cardinalities) ?? "single";
    const lookup = readLookup(declaration, on);
    return {
      id,
      cardinality,
      baseType: readBaseType(declaration, cardinality, on),
      initial: cardinality === "record" ? null : valuesOf(declaration, "qti-default-value"),
      least: on.decimal(declaration, "normal-minimum", null),
      most: on.decimal(declaration, "normal-maximum", null),
      byPerson: declaration.attributes["external-scored"] === "human",
      ...(lookup === null ? {} : { lookup }),
    };
  });

const readLookup = (declaration: XmlElement, on: Reading): LookupTable | null => {
  const table = elementsIn(declaration).find(
    ({ name }) => name === "qti-match-table" || name === "qti-interpolation-table",
  );
  if (table === undefined) return null;
  const otherwise = table.attributes["default-value"] ?? null;
  const entries = elementsIn(table).map((entry) => ({
    from: on.decimal(entry, "source-value", 0),
    to: on.required(entry, "target-value"),
    withBound: entry.attributes["include-boundary"] !== "false",
  }));
  return table.name === "qti-match-table"
    ? { kind: "match", entries: entries.map(({ from, to }) => ({ from, to })), otherwise }
    : { kind: "interpolation", entries, otherwise };
};

const readAreas = (mapping: XmlElement, on: Reading): AreaMapping => ({
  entries: childrenNamed(mapping, "qti-area-map-entry").map((entry) => ({
    area: readArea(entry, on),
    value: on.decimal(entry, "mapped-value", 0),
  })),
  otherwise: on.decimal(mapping, "default-value", 0),
  lower: on.decimal(mapping, "lower-bound", null),
  upper: on.decimal(mapping, "upper-bound", null),
});

/** How many numbers each shape takes; a polygon takes pairs, three at least. */
const lengths = { rect: 4, circle: 3, ellipse: 4, default: 0 } as const;

export const readArea = (element: XmlElement, on: Reading): Area => {
  const shape = on.oneOf(element, "shape", shapes) ?? "default";
  if (shape === "default") return { shape, coords: [] };
  const written = on.required(element, "coords");
  const coords = written
    .split(/[\s,]+/)
    .filter((part) => part !== "")
    .map(Number);
  const fits = shape === "poly" ? coords.length >= 6 && coords.length % 2 === 0 : coords.length === lengths[shape];
  if (written !== "" && !(fits && coords.every(Number.isFinite))) {
    on.problem(element, "bad-value", `coords="${written}" are not the numbers, separated by commas, of a ${shape}.`);
  }
  return { shape, coords };
};

/** A text is kept to the letter; in anything else white space means nothing. */
const valuesOf = (declaration: XmlElement, name: string): Value | null => {
  const holder = childNamed(declaration, name);
  const read = declaration.attributes["base-type"] === "string" ? exactTextOf : textOf;
  return holder === null ? null : childrenNamed(holder, "qti-value").map(read);
};

const readMapping = (mapping: XmlElement, on: Reading): Mapping => ({
  entries: childrenNamed(mapping, "qti-map-entry").map(
    (entry): MapEntry => ({
      key: readKey(entry, on),
      value: on.decimal(entry, "mapped-value", 0),
      caseSensitive: (entry.attributes["case-sensitive"] ?? mapping.attributes["case-sensitive"]) === "true",
    }),
  ),
  otherwise: on.decimal(mapping, "default-value", 0),
  lower: on.decimal(mapping, "lower-bound", null),
  upper: on.decimal(mapping, "upper-bound", null),
});

/** An entry for nothing at all has an empty key. */
const readKey = (entry: XmlElement, on: Reading) => {
  const key = entry.attributes["map-key"];
  return key !== undefined && on.isForeign ? key.trim() : on.required(entry, "map-key").replace(/\s+/g, " ");
};
