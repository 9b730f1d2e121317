import {
  type Boundaries,
  type BoundaryCheck,
  checkBoundaries,
  proposeBoundaries,
} from "../../exam/awarding/boundaries.ts";

/** The three boundaries as they stand in their fields; empty until somebody writes one. */
export type Draft = { readonly pass: string; readonly merit: string; readonly distinction: string };
export type DraftName = keyof Draft;

export const draftOf = (boundaries: Boundaries | null): Draft =>
  boundaries === null
    ? { pass: "", merit: "", distinction: "" }
    : { pass: String(boundaries.P), merit: String(boundaries.M), distinction: String(boundaries.D) };

export type ReadDraft =
  | { readonly state: "incomplete" }
  | { readonly state: "wrong"; readonly why: string }
  | { readonly state: "possible"; readonly boundaries: Boundaries };

export function readDraft(draft: Draft, max: number): ReadDraft {
  const [P, M, D] = [marks(draft.pass), marks(draft.merit), marks(draft.distinction)];
  if (P === null || M === null || D === null) return { state: "incomplete" };
  const check: BoundaryCheck = checkBoundaries({ P, M, D }, max);
  return check.ok ? { state: "possible", boundaries: { P, M, D } } : { state: "wrong", why: check.why };
}

/** Merit half-way between the other two; null while one of them is missing. */
export function halfWay({ pass, distinction }: Draft): string | null {
  const [P, D] = [marks(pass), marks(distinction)];
  return P === null || D === null ? null : String(proposeBoundaries({ P, D }).M);
}

/** After one field changed. Merit follows the other two for as long as it stands half-way, or empty. */
export function changed(draft: Draft, name: DraftName, value: string): Draft {
  const next = { ...draft, [name]: value };
  const follows = name !== "merit" && (draft.merit === "" || draft.merit === halfWay(draft));
  return follows ? { ...next, merit: halfWay(next) ?? next.merit } : next;
}

const marks = (text: string) => (/^\d{1,4}$/.test(text.trim()) ? Number(text) : null);
