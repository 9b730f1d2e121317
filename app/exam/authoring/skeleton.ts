import type { InteractionType } from "../item/body.ts";
import type { OutcomeDeclaration, ResponseDeclaration } from "../item/declaration.ts";
import { type Classification, type Item, type ObjectiveMarks, objectives, type WorkedResponse } from "../item/item.ts";
import { criteriaOf } from "../item/knowledge-specification.ts";
import type { ResponseProcessing } from "../item/processing.ts";
import type { Value } from "../item/response.ts";
import type { MarkScheme } from "../item/scheme.ts";
import type { UnitSpecification } from "../item/specification.ts";
import {
  accepted,
  bodyOf,
  closed,
  levels,
  newTitle,
  openQuestion,
  points,
  response,
  spot,
  wholeResponse,
} from "./skeleton-parts.ts";

/** What a writer can begin with: a kind of interaction, or an open question under one of the two kinds of mark scheme. */
export const itemKinds = [
  "choice",
  "text-entry",
  "inline-choice",
  "match",
  "associate",
  "order",
  "gap-match",
  "hottext",
  "slider",
  "hotspot",
  "select-point",
  "graphic-order",
  "graphic-associate",
  "graphic-gap-match",
  "open-points",
  "open-levels",
] as const satisfies readonly (Exclude<InteractionType, "extended-text" | "media"> | "open-points" | "open-levels")[];
export type ItemKind = (typeof itemKinds)[number];

/** A new item with everything an item of its kind needs, to be written over. Kinds with a picture still lack the picture. */
export function skeleton({
  id,
  kind,
  specification,
}: {
  readonly id: string;
  readonly kind: ItemKind;
  readonly specification: UnitSpecification;
}): Item {
  const byPerson = kind === "open-points" || kind === "open-levels";
  const wanted = kind === "open-levels" ? 6 : kind === "open-points" ? 2 : 1;
  const { maxMark, ...place } = placeIn(specification, wanted);
  const { interaction, declaration } = kind === "open-points" || kind === "open-levels" ? openQuestion : closed[kind];
  const scheme = kind === "open-levels" ? levels(maxMark) : byPerson || kind === "text-entry" ? points(maxMark) : null;
  return {
    id,
    title: newTitle,
    ...place,
    stimulus: null,
    body: bodyOf(interaction),
    responses: [pricedFor(kind, declaration, maxMark)],
    outcomes: outcomesOf({ maxMark, byPerson, objectives: place.objectives }),
    processing: byPerson ? { kind: "none" } : processingOf(kind, maxMark),
    maxMark,
    marking: byPerson ? "person" : "auto",
    scheme,
    worked: workedFor({ key: declaration.correct, maxMark, scheme: byPerson ? scheme : null }),
  };
}

/** Where a mapping says what the key is worth. */
const pricedFor = (kind: ItemKind, declaration: ResponseDeclaration, maxMark: number): ResponseDeclaration => {
  if (kind === "select-point") return { ...declaration, areas: spot(maxMark) };
  return kind === "text-entry" ? { ...declaration, mapping: accepted(maxMark) } : declaration;
};

type Place = {
  readonly classification: Classification;
  readonly objectives: ObjectiveMarks;
  readonly maxMark: number;
};

/** The first place in the unit that allows about so many marks. */
function placeIn(specification: UnitSpecification, wanted: number): Place {
  if (specification.assessment === "knowledge") {
    const [first] = criteriaOf(specification);
    const maxMark = within(specification.marks, wanted);
    const classification = { area: first?.criterion ?? "", commandWord: first?.commands[0] ?? "", minutes: maxMark };
    return { classification, objectives: {}, maxMark };
  }
  const places = Object.entries(specification.areas).flatMap(([area, { objectives: served }]) =>
    objectives
      .filter((objective) => served.includes(objective))
      .map((objective) => ({ area, objective, ...specification.objectives[objective] })),
  );
  const place = places.find(({ marks }) => within(marks, wanted) === wanted) ?? places[0];
  if (place === undefined) throw new Error("A specification without content areas");
  const maxMark = within(place.marks, wanted);
  const classification = { area: place.area, commandWord: place.commands[0] ?? "", minutes: maxMark };
  return { classification, objectives: { [place.objective]: maxMark }, maxMark };
}

const within = ({ least, most }: { readonly least: number; readonly most: number }, wanted: number) =>
  Math.max(1, least, Math.min(most, wanted));

const float = (value: number) => ({ op: "baseValue", baseType: "float", value: String(value) }) as const;

/** All the marks for the key and none for anything else; marks for parts of it are for the writer to add. */
function processingOf(kind: ItemKind, maxMark: number): ResponseProcessing {
  if (kind === "select-point") return { kind: "template", template: "map_response_point" };
  if (kind === "text-entry") return { kind: "template", template: "map_response" };
  if (maxMark === 1) return { kind: "template", template: "match_correct" };
  const when = {
    op: "match",
    of: [
      { op: "variable", id: response },
      { op: "correct", id: response },
    ],
  } as const;
  const branches = [{ when, rules: [{ kind: "set", outcome: "SCORE", value: float(maxMark) }] }] as const;
  const otherwise = [{ kind: "set", outcome: "SCORE", value: float(0) }] as const;
  return { kind: "rules", rules: [{ kind: "if", branches, otherwise }] };
}

/** The outcomes every item of the bank declares: its mark, its most, and the part of each objective. */
export function outcomesOf({
  maxMark,
  objectives: shares,
  byPerson,
}: {
  readonly maxMark: number;
  readonly objectives: ObjectiveMarks;
  readonly byPerson: boolean;
}): readonly OutcomeDeclaration[] {
  const one = { cardinality: "single", baseType: "float" } as const;
  const share = objectives.flatMap((name): OutcomeDeclaration[] => {
    const most = shares[name];
    return most === undefined ? [] : [{ id: `SCORE_${name}`, ...one, initial: null, least: 0, most, byPerson }];
  });
  return [
    { id: "SCORE", ...one, initial: byPerson ? null : ["0"], least: 0, most: maxMark, byPerson },
    { id: "MAXSCORE", ...one, initial: [String(maxMark)], least: null, most: null, byPerson: false },
    ...share,
  ];
}

function workedFor({
  key,
  maxMark,
  scheme,
}: {
  readonly key: Value | null;
  readonly maxMark: number;
  readonly scheme: MarkScheme | null;
}): readonly WorkedResponse[] {
  const blank = { points: [], level: null, toPerson: false } as const;
  const none: WorkedResponse = { ...blank, kind: "none", response: {}, marks: 0, why: "Nothing was given." };
  if (scheme === null) {
    const right = { [response]: key ?? [] };
    return [{ ...blank, kind: "full", response: right, marks: maxMark, why: "This is the right answer." }, none];
  }
  const full: WorkedResponse = {
    ...blank,
    kind: "full",
    response: { [response]: [wholeResponse] },
    marks: maxMark,
    points: scheme.kind === "points" ? scheme.points.map(({ id }) => id) : [],
    level: scheme.kind === "levels" ? (scheme.levels.at(-1)?.level ?? null) : null,
    why: "It says everything the mark scheme asks for.",
  };
  return [full, scheme.kind === "levels" ? { ...none, level: 0 } : none];
}
