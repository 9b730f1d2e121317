import type { Command } from "commander";
import { checkBoundaries } from "../exam/awarding/boundaries.ts";
import { type Grade, gradeNames, grades } from "../exam/awarding/grade.ts";
import { award } from "../exam/awarding/result.ts";
import type { GradeScale } from "../exam/qualification/grade-scale.ts";
import { inUnitOrder, qualificationGrade } from "../exam/qualification/qualification-grade.ts";
import { qualifications } from "../exam/qualification/qualifications.ts";
import type { IsoDate } from "../exam/rulebook/iso-date.ts";
import { ruleBookOn } from "../exam/rulebook/rule-book.ts";
import type { PointsConversion } from "../exam/rulebook/settings.ts";
import { type Answer, no, type Shown, say } from "./say.ts";

/** `grade` and `points`: the awarding rules without a database. `today` settles which rules hold when nothing else is said. */
export function awardingCommands(program: Command, today: () => IsoDate): void {
  program
    .command("grade")
    .description("the qualification grade for four unit grades")
    .option("--units <grades>", "grades of units 1 to 4, such as P,M,D,D; - for one that is still to come")
    .option("--json", "say it as JSON")
    .action((options: GradeOptions, command: Command) => say(command, options, gradeForUnits(options)));

  program
    .command("points")
    .description("grade and points for a raw mark in the external test")
    .option("--boundaries <marks>", "lowest marks for Pass, Merit and Distinction, such as 24,35,46")
    .option("--max <marks>", "marks of the whole form")
    .option("--raw <marks>", "marks of the candidate")
    .option("--scale <scale>", "step or sliding; today's rule book decides otherwise")
    .option("--json", "say it as JSON")
    .action((options: PointsOptions, command: Command) => say(command, options, pointsForMark(options, today())));
}

type GradeOptions = Shown & { readonly units?: string };
type PointsOptions = Shown & {
  readonly boundaries?: string;
  readonly max?: string;
  readonly raw?: string;
  readonly scale?: string;
};

function gradeForUnits({ units }: GradeOptions): Answer {
  const scale = unitScale();
  const given = units?.split(",").map((part) => readGrade(part));
  if (given === undefined) return no("Say the unit grades, for example --units P,M,D,D");
  const wrong = given.indexOf(undefined);
  if (wrong >= 0) return no(`“${units?.split(",")[wrong]}” is not a grade. The grades are ${grades.join(", ")}.`);
  if (given.length !== scale.units.length)
    return no(`The qualification has ${scale.units.length} units; ${given.length} grades were given.`);
  const found = qualificationGrade(inUnitOrder(given as readonly (Grade | null)[], scale), scale);
  const words =
    found.grade === null
      ? `No grade yet: unit ${found.missing.join(" and unit ")} still to come`
      : `${gradeNames[found.grade]} (${found.grade}), ${found.points} points`;
  return { ok: true, value: found, words };
}

/** Null is a unit still to come; undefined is no grade at all. */
function readGrade(text: string): Grade | null | undefined {
  const tidied = text.trim().toUpperCase();
  return tidied === "-" ? null : grades.find((grade) => grade === tidied);
}

function pointsForMark({ boundaries, max, raw, scale }: PointsOptions, today: IsoDate): Answer {
  const [P, M, D, ...more] = boundaries?.split(",").map(readMarks) ?? [];
  if (P == null || M == null || D == null || more.length > 0)
    return no("Say three boundaries in whole marks, for example --boundaries 24,35,46");
  const [whole, mark] = [readMarks(max ?? ""), readMarks(raw ?? "")];
  if (whole === null) return no("Say the marks of the whole form, for example --max 60");
  if (mark === null) return no("Say the candidate's raw mark, for example --raw 28");
  const checked = checkBoundaries({ P, M, D }, whole);
  if (!checked.ok) return no(checked.why);
  if (mark > whole) return no(`A raw mark of ${mark} is more than the ${whole} marks of the form.`);
  const method = readScale(scale, today);
  if (method === undefined) return no(`“${scale}” is not a scale. The scales are step and sliding.`);
  const found = award(mark, { P, M, D }, { method, points: unitScale().unitPoints });
  const origin = scale === undefined ? `as the rule book of ${today} says` : "as asked for";
  return {
    ok: true,
    value: { ...found, scale: method },
    words: `${gradeNames[found.grade]} (${found.grade}), ${found.points} points (scale: ${method}, ${origin})`,
  };
}

const readMarks = (text: string): number | null => (/^\s*\d{1,4}\s*$/.test(text) ? Number(text) : null);

const readScale = (text: string | undefined, today: IsoDate): PointsConversion | undefined =>
  text === undefined ? ruleBookOn(today).pointsConversion : text === "step" || text === "sliding" ? text : undefined;

/** One of the five qualifications has points. */
function unitScale(): GradeScale {
  const found = qualifications.find(({ points }) => points !== null)?.points;
  if (!found) throw new Error("No qualification has a scale of points");
  return found;
}
