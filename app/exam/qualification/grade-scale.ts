import { z } from "zod";
import { type Grade, grades } from "../awarding/grade.ts";

/** Points a unit grade is worth, and the points a qualification grade needs. */
export const gradeScale = z
  .object({
    units: z.array(z.string()).min(1),
    unitPoints: z.record(z.enum(grades), z.number().int().nonnegative()),
    thresholds: z.object({ P: z.number().int(), M: z.number().int(), D: z.number().int() }),
  })
  .readonly()
  .refine(({ thresholds: { P, M, D } }) => P < M && M < D, { error: "thresholds must rise from Pass to Distinction" });
export type GradeScale = z.infer<typeof gradeScale>;

export type ReadThresholds =
  | { readonly ok: true; readonly thresholds: GradeScale["thresholds"] }
  | {
      readonly ok: false;
      readonly refusal: "incomplete-scale";
      readonly missing: readonly Grade[];
      readonly why: string;
    };

/** One printed specification has its grade letters in Cyrillic, which look the same and match nothing. */
const cyrillic: Readonly<Record<string, string>> = {
  А: "A",
  В: "B",
  Е: "E",
  К: "K",
  М: "M",
  Н: "H",
  О: "O",
  Р: "P",
  С: "C",
  Т: "T",
  Х: "X",
  в: "b",
  у: "y",
  е: "e",
  о: "o",
  р: "p",
  с: "c",
  а: "a",
  х: "x",
  З: "3",
};

export const latinised = (text: string) => [...text].map((letter) => cyrillic[letter] ?? letter).join("");

/** Reads a copied threshold table, one line a grade; a scale that lost a grade on the way is refused. */
export function readThresholds(table: string): ReadThresholds {
  const found = new Map(
    table.split("\n").flatMap((line) => {
      const parts = /^\s*([PMD])\s+(\d+)\s*$/.exec(latinised(line));
      return parts === null ? [] : [[parts[1], Number(parts[2])] as const];
    }),
  );
  const missing = grades.filter((grade) => grade !== "U" && !found.has(grade));
  if (missing.length > 0)
    return {
      ok: false,
      refusal: "incomplete-scale",
      missing,
      why: `The table gives no points for ${missing.join(" and ")}.`,
    };
  return { ok: true, thresholds: { P: found.get("P")!, M: found.get("M")!, D: found.get("D")! } };
}
