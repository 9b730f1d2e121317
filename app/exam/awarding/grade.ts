/** Worst first. U is unclassified: below Pass. */
export const grades = ["U", "P", "M", "D"] as const;
export type Grade = (typeof grades)[number];

export const gradeNames = {
  U: "Unclassified",
  P: "Pass",
  M: "Merit",
  D: "Distinction",
} satisfies Record<Grade, string>;

export const rankOf = (grade: Grade) => grades.indexOf(grade);

export const isAtLeast = (grade: Grade, least: Grade) => rankOf(grade) >= rankOf(least);
