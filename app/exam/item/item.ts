import type { Body } from "./body.ts";
import type { OutcomeDeclaration, ResponseDeclaration } from "./declaration.ts";
import type { ResponseProcessing } from "./processing.ts";
import type { ItemResponse } from "./response.ts";
import type { MarkScheme } from "./scheme.ts";

/** The assessment objectives: know, apply, analyse or assess, evaluate. */
export const objectives = ["AO1", "AO2", "AO3", "AO4"] as const;
export type Objective = (typeof objectives)[number];
/** Marks by objective; an item serves only those named. */
export type ObjectiveMarks = Readonly<Partial<Record<Objective, number>>>;

/** `minutes` is the time an ordinary learner is expected to need. */
export type Classification = { readonly area: string; readonly commandWord: string; readonly minutes: number };

/** What an item from elsewhere has until one of our writers says where it belongs. */
export const unclassified: Classification = { area: "", commandWord: "", minutes: 0 };
export const isClassified = ({ area, commandWord }: Classification) => area !== "" && commandWord !== "";

export const workedKinds = ["full", "partial", "none", "typical-mistake"] as const;
export type WorkedKind = (typeof workedKinds)[number];

/** A response with the mark it must get and why; every one of them is run when the bank is checked. */
export type WorkedResponse = {
  readonly kind: WorkedKind;
  readonly response: ItemResponse;
  readonly marks: number;
  /** The points it earns, under a scheme of points. */
  readonly points: readonly string[];
  /** The level it lies in, under a scheme of levels. */
  readonly level: number | null;
  /** No rule recognises it, so it goes to a person, who should give `marks`. */
  readonly toPerson: boolean;
  readonly why: string;
};

/** The smallest thing answered and marked. `body` is what a learner sees; all else is for markers and writers. */
export type Item = {
  readonly id: string;
  readonly title: string;
  readonly classification: Classification;
  readonly objectives: ObjectiveMarks;
  readonly stimulus: string | null;
  readonly body: Body;
  readonly responses: readonly ResponseDeclaration[];
  readonly outcomes: readonly OutcomeDeclaration[];
  readonly processing: ResponseProcessing;
  readonly maxMark: number;
  readonly marking: "auto" | "person";
  readonly scheme: MarkScheme | null;
  readonly worked: readonly WorkedResponse[];
};

/** Material shared by the items of a scenario. */
export type Stimulus = { readonly id: string; readonly title: string; readonly body: Body };
