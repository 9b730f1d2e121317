import { awardingViews } from "./awarding-views.ts";
import { examViews } from "./exam-views.ts";
import { markingViews } from "./marking-views.ts";
import { resultsViews } from "./results-views.ts";
import type { Presence } from "./seats.ts";
import { sittingViews } from "./sitting-views.ts";
import type { Viewer } from "./view.ts";

export type Views = ReturnType<typeof makeViews>;

/** Everything anybody can look at, by noun: one read model a screen. */
export const makeViews = (see: Viewer, { presence }: { presence: Presence }) => ({
  sittings: sittingViews(see, presence),
  exam: examViews(see),
  marking: markingViews(see),
  awarding: awardingViews(see),
  results: resultsViews(see),
});
