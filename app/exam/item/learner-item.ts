import type { Body } from "./body.ts";

/** What a learner's browser gets of an item: built by naming what goes in, never by taking keys out. */
export type LearnerItem = {
  readonly id: string;
  readonly marks: number;
  readonly body: Body;
};

/** Shown beside every item that refers to it. */
export type LearnerStimulus = { readonly id: string; readonly title: string; readonly body: Body };

/** One screen of a form: a scenario with its items, or one item on its own. Item numbers run through the whole form. */
export type LearnerForm = {
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
  readonly marks: number;
  readonly items: readonly (LearnerItem & {
    readonly number: number;
    readonly stimulus: string | null;
    readonly section: string;
  })[];
  readonly stimuli: readonly LearnerStimulus[];
  /** Pictures by the name items use for them, as data URLs, so that the form is whole when it is decrypted. */
  readonly pictures: Readonly<Record<string, string>>;
};
