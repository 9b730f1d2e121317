import { authoringViews } from "./authoring-views.ts";
import { awardingViews } from "./awarding-views.ts";
import { bankViews } from "./bank-views.ts";
import { bookingViews } from "./booking-views.ts";
import { examViews } from "./exam-views.ts";
import { formViews } from "./form-views.ts";
import { markingViews } from "./marking-views.ts";
import { readinessViews } from "./readiness-views.ts";
import { replayViews } from "./replay-views.ts";
import { resultsViews } from "./results-views.ts";
import type { Presence } from "./seats.ts";
import { sittingViews } from "./sitting-views.ts";
import { staffViews } from "./staff-views.ts";
import type { Viewer } from "./view.ts";

export type Views = ReturnType<typeof makeViews>;

/** Everything anybody can look at, by noun: one read model a screen. */
export const makeViews = (
  see: Viewer,
  { presence, demonstration }: { readonly presence: Presence; readonly demonstration: boolean },
) => ({
  sittings: sittingViews(see, presence),
  bookings: bookingViews(see, { demonstration }),
  staff: staffViews(see),
  bank: bankViews(see),
  authoring: authoringViews(see),
  forms: formViews(see),
  exam: examViews(see),
  marking: markingViews(see),
  awarding: awardingViews(see),
  results: resultsViews(see),
  readiness: readinessViews(see),
  replay: replayViews(see),
});
