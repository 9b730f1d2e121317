import { levelOf, type MarkScheme, marksForPoints } from "../item/scheme.ts";
import type { Reason } from "./mark.ts";

/** What a person decided about a response. `points` belong to a scheme of points, `level` to a scheme of levels. */
export type GivenMark = {
  readonly marks: number;
  readonly points?: readonly string[] | undefined;
  readonly level?: number | undefined;
  readonly comment?: string | undefined;
};

/** Kept with every mark, so that it can be explained later: `reasons` when a rule gave it, the rest when a person did. */
export type MarkDetail = {
  readonly reasons?: readonly Reason[];
  readonly points?: readonly string[];
  readonly level?: number;
  readonly comment?: string;
};

export type Marked = { readonly scheme: MarkScheme | null; readonly maxMark: number };

export type MarkCheck =
  | { readonly ok: true; readonly detail: MarkDetail }
  | {
      readonly ok: false;
      readonly refusal: "marks-out-of-range" | "marks-disagree-with-scheme";
      readonly why: string;
    };

/** Whether the marks lie within the item's and agree with the points or the level they are said to rest on. */
export function checkMark(given: GivenMark, { scheme, maxMark }: Marked): MarkCheck {
  const { marks, points, comment } = given;
  if (!Number.isInteger(marks) || marks < 0 || marks > maxMark) {
    return { ok: false, refusal: "marks-out-of-range", why: `It takes whole marks from 0 to ${maxMark}.` };
  }
  const wrong = points === undefined ? null : wrongPoints(points, marks, { scheme, maxMark });
  if (wrong !== null) return { ok: false, refusal: "marks-disagree-with-scheme", why: wrong };

  const level = scheme?.kind === "levels" ? levelOf(scheme.levels, marks)?.level : undefined;
  if (given.level !== undefined && given.level !== level) {
    const why = level === undefined ? "The mark scheme has no such level." : `${marks} lies in level ${level}.`;
    return { ok: false, refusal: "marks-disagree-with-scheme", why };
  }
  const words = comment?.trim() ?? "";
  const detail: MarkDetail = {
    ...(points === undefined ? {} : { points }),
    ...(level === undefined ? {} : { level }),
    ...(words === "" ? {} : { comment: words }),
  };
  return { ok: true, detail };
}

function wrongPoints(earned: readonly string[], marks: number, { scheme, maxMark }: Marked): string | null {
  if (scheme?.kind !== "points") return "The mark scheme has no points.";
  const unknown = earned.find((id) => !scheme.points.some((point) => point.id === id));
  if (unknown !== undefined) return `The mark scheme has no point ${unknown}.`;
  const total = marksForPoints(scheme.points, earned, maxMark);
  return total === marks ? null : `The points come to ${total}, not ${marks}.`;
}

/** Whether two marks say the same, so that sending one twice changes nothing. */
export const isSameMark = (
  a: { readonly marks: number; readonly detail: MarkDetail },
  b: { readonly marks: number; readonly detail: MarkDetail },
): boolean => a.marks === b.marks && spelledOut(a.detail) === spelledOut(b.detail);

const spelledOut = ({ points, level, comment }: MarkDetail) =>
  JSON.stringify([points?.toSorted() ?? null, level ?? null, comment ?? ""]);
