import { bookingForm, planning } from "./booking-form.ts";
import { demonstrationSlips } from "./demonstration-slips.ts";
import { entries } from "./entries.ts";
import { learnerPage } from "./learner.ts";
import { slipSheet } from "./slip-sheet.ts";
import type { Viewer } from "./view.ts";

export const bookingViews = (see: Viewer, { demonstration }: { readonly demonstration: boolean }) => ({
  entries: see(entries),
  learner: see(learnerPage),
  form: see(bookingForm),
  planning: see(planning),
  slipSheet: see(slipSheet),
  demonstrationSlips: see(demonstrationSlips(demonstration)),
});
