import {
  baseTypes,
  cardinalities,
  type MapEntry,
  type Mapping,
  type OutcomeDeclaration,
  type ResponseDeclaration,
} from "../exam/item/declaration.ts";
import type { Value } from "../exam/item/response.ts";
import type { Reading } from "./reading.ts";
import { childNamed, childrenNamed, textOf, type XmlElement } from "./xml.ts";

export const readResponses = (root: XmlElement, on: Reading): readonly ResponseDeclaration[] =>
  childrenNamed(root, "qti-response-declaration").map((declaration) => {
    const id = on.required(declaration, "identifier");
    on.place(`response ${id}`, declaration);
    const mapping = childNamed(declaration, "qti-mapping");
    const areas = childNamed(declaration, "qti-area-mapping");
    if (areas !== null) on.problem(areas, "not-supported", "qti-area-mapping is not supported.");
    return {
      id,
      cardinality: on.oneOf(declaration, "cardinality", cardinalities) ?? "single",
      baseType: on.oneOf(declaration, "base-type", baseTypes) ?? "identifier",
      correct: valuesOf(declaration, "qti-correct-response"),
      mapping: mapping === null ? null : readMapping(mapping, on),
    };
  });

export const readOutcomes = (root: XmlElement, on: Reading): readonly OutcomeDeclaration[] =>
  childrenNamed(root, "qti-outcome-declaration").map((declaration) => {
    const id = on.required(declaration, "identifier");
    on.place(`outcome ${id}`, declaration);
    return {
      id,
      cardinality: on.oneOf(declaration, "cardinality", cardinalities) ?? "single",
      baseType: on.oneOf(declaration, "base-type", baseTypes) ?? "float",
      initial: valuesOf(declaration, "qti-default-value"),
      least: on.decimal(declaration, "normal-minimum", null),
      most: on.decimal(declaration, "normal-maximum", null),
      byPerson: declaration.attributes["external-scored"] === "human",
    };
  });

const valuesOf = (declaration: XmlElement, name: string): Value | null => {
  const holder = childNamed(declaration, name);
  return holder === null ? null : childrenNamed(holder, "qti-value").map(textOf);
};

const readMapping = (mapping: XmlElement, on: Reading): Mapping => ({
  entries: childrenNamed(mapping, "qti-map-entry").map(
    (entry): MapEntry => ({
      key: on.required(entry, "map-key").replace(/\s+/g, " "),
      value: on.decimal(entry, "mapped-value", 0),
      caseSensitive: on.yes(entry, "case-sensitive"),
    }),
  ),
  otherwise: on.decimal(mapping, "default-value", 0),
  lower: on.decimal(mapping, "lower-bound", null),
  upper: on.decimal(mapping, "upper-bound", null),
});
