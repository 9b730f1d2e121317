import type { Body } from "./body.ts";

/** What earns one or more marks; `needs` names the point this one extends, and without which it earns nothing. */
export type Point = {
  readonly id: string;
  readonly marks: number;
  readonly content: Body;
  readonly needs: string | null;
};

export type Level = { readonly level: number; readonly min: number; readonly max: number; readonly descriptor: Body };

export type SchemeNote = { readonly kind: "accept" | "reject" | "guidance"; readonly content: Body };

/** How a person marks an item. Plain data: stored with the item's version and shown to examiners. */
export type MarkScheme =
  | {
      readonly kind: "points";
      readonly points: readonly Point[];
      readonly notes: readonly SchemeNote[];
      readonly indicative: Body;
    }
  | {
      readonly kind: "levels";
      readonly levels: readonly Level[];
      readonly notes: readonly SchemeNote[];
      readonly indicative: Body;
    };

/**
 * Marks for the points a response earns, never more than the item's. A linked point counts only with the point it
 * extends; an unknown or repeated point counts for nothing.
 */
export const marksForPoints = (points: readonly Point[], earned: readonly string[], maxMark: number) => {
  const has = new Set(earned);
  const counted = points.filter((point) => has.has(point.id) && (point.needs === null || has.has(point.needs)));
  return Math.min(
    maxMark,
    counted.reduce((total, point) => total + point.marks, 0),
  );
};

/** The level a mark lies in, or null when the scheme has none for it. */
export const levelOf = (levels: readonly Level[], marks: number) =>
  levels.find((level) => level.min <= marks && marks <= level.max) ?? null;
