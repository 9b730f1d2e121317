import { z } from "zod";
import type { Grade } from "./grade.ts";

/** The lowest raw mark that earns each grade on one form. */
export const boundaries = z.object({ P: z.number(), M: z.number(), D: z.number() }).readonly();
export type Boundaries = z.infer<typeof boundaries>;

/** Boundaries belong to a form: two forms may ask different marks for the same grade. Each change is a new version. */
export type BoundarySet = {
  readonly id: string;
  readonly form: string;
  readonly version: number;
  readonly boundaries: Boundaries;
};

export type BoundaryCheck =
  | { readonly ok: true; readonly warnings: readonly string[] }
  | {
      readonly ok: false;
      readonly refusal: "not-whole-marks" | "not-in-order" | "pass-for-nothing" | "out-of-reach";
      readonly why: string;
    };

/** Awarders are warned of a grade that fewer marks than this lie in. */
const narrow = 3;

/** 0 < P < M < D ≤ the form's maximum, in whole marks; narrow bands are allowed and pointed out. */
export function checkBoundaries({ P, M, D }: Boundaries, max: number): BoundaryCheck {
  if (![P, M, D].every(Number.isInteger))
    return { ok: false, refusal: "not-whole-marks", why: "Boundaries are whole marks." };
  if (P <= 0)
    return { ok: false, refusal: "pass-for-nothing", why: "The Pass boundary must be above no marks at all." };
  if (!(P < M && M < D))
    return { ok: false, refusal: "not-in-order", why: "Pass must be below Merit, and Merit below Distinction." };
  if (D > max)
    return {
      ok: false,
      refusal: "out-of-reach",
      why: `Distinction at ${D} cannot be reached: the form has ${max} marks.`,
    };
  const bands = [
    ["Pass", M - P],
    ["Merit", D - M],
    ["Distinction", max - D + 1],
  ] as const;
  const warnings = bands.flatMap(([name, width]) =>
    width < narrow ? [`${name} is only ${width} ${width === 1 ? "mark" : "marks"} wide.`] : [],
  );
  return { ok: true, warnings };
}

export function gradeOf(raw: number, { P, M, D }: Boundaries): Grade {
  if (raw >= D) return "D";
  if (raw >= M) return "M";
  return raw >= P ? "P" : "U";
}

/** Merit has no descriptor to judge by, so it is proposed half-way between the judged two, rounded down. */
export const proposeBoundaries = ({ P, D }: Pick<Boundaries, "P" | "D">): Boundaries => ({
  P,
  M: Math.floor((P + D) / 2),
  D,
});
