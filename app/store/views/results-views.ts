import { centreResults } from "./centre-results.ts";
import { learnerQualification } from "./learner-qualification.ts";
import { learnerResult } from "./learner-result.ts";
import type { Viewer } from "./view.ts";

export const resultsViews = (see: Viewer) => ({
  ofCentre: see(centreResults),
  mine: see(learnerResult),
  qualification: see(learnerQualification),
});
