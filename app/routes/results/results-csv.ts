import Papa from "papaparse";
import { gradeNames } from "../../exam/awarding/grade.ts";
import { stageInWords } from "../../exam/awarding/stage.ts";
import type { CentreResult } from "../../store/views/centre-results.ts";
import { dayInLondon } from "../london-time.ts";

/** A line an attempt, for a spreadsheet; text that a spreadsheet would run as a formula is made harmless. */
export const resultsCsv = (rows: readonly CentreResult[]) =>
  Papa.unparse(
    rows.map((row) => ({
      Centre: row.centre,
      "Candidate number": row.candidateNumber,
      Name: row.name,
      Test: row.component,
      Form: row.form,
      Attempt: row.attemptNumber,
      Sat: dayInLondon(row.satAt),
      Stage: stageInWords(row.stage),
      Grade: row.result ? gradeNames[row.result.grade] : "",
      Points: row.result?.points ?? "",
      Marks: row.result?.raw ?? "",
      "Out of": row.result?.of ?? "",
      Released: row.result ? dayInLondon(row.result.releasedAt) : "",
      Version: row.result?.version ?? "",
    })),
    { escapeFormulae: true },
  );
