import type { Door } from "../door.ts";
import { recordUnitGrade } from "./record-unit-grade.ts";
import { reissueResults } from "./reissue-results.ts";
import { releaseResults } from "./release-results.ts";
import { setBoundaries } from "./set-boundaries.ts";

/** What awarders do, and the unit grades that exams officers report. */
export const awardingCommands = (through: Door) => ({
  setBoundaries: through(setBoundaries),
  releaseResults: through(releaseResults),
  reissueResults: through(reissueResults),
  recordUnitGrade: through(recordUnitGrade),
});
