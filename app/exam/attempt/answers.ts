import { type ItemResponse, isAnswered } from "../item/response.ts";
import type { Journalled } from "./entry.ts";

/** What the screen of an attempt shows: a fold of its journal. */
export type Work = {
  readonly answers: Readonly<Record<string, ItemResponse>>;
  readonly flagged: readonly string[];
  /** The item last looked at. */
  readonly at: string | null;
  /** Colours and text size as last chosen, so that another machine shows the same. */
  readonly look?: { readonly theme: string; readonly text: string };
};

export const noWork: Work = { answers: {}, flagged: [], at: null };

/** Only counted entries count, in the order they were stored. */
export const work = (journal: readonly Journalled[]): Work =>
  journal.filter(({ standing }) => standing === "counted").reduce((so, { entry }) => next(so, entry), noWork);

export function next(so: Work, entry: Journalled["entry"]): Work {
  switch (entry.kind) {
    case "answer":
      return { ...so, answers: { ...so.answers, [entry.item]: entry.response } };
    case "flag":
      return {
        ...so,
        flagged: [...so.flagged.filter((item) => item !== entry.item), ...(entry.flagged ? [entry.item] : [])],
      };
    case "visit":
      return { ...so, at: entry.item };
    case "look":
      return { ...so, look: { theme: entry.theme, text: entry.text } };
    case "panel":
    case "reconnected":
    case "unable":
      return so;
  }
}

/** Per item what the board shows; the sum of what every save changed. */
export type Progress = Readonly<Record<string, { readonly answered?: boolean; readonly flagged?: boolean }>>;

/** The same object when nothing has changed, so that nobody writes it again. */
export function progressAfter(progress: Progress, entries: readonly Journalled["entry"][]): Progress {
  let after = progress;
  for (const entry of entries) {
    if (entry.kind === "answer") after = withMark(after, entry.item, "answered", isAnswered(entry.response));
    if (entry.kind === "flag") after = withMark(after, entry.item, "flagged", entry.flagged);
  }
  return after;
}

const withMark = (progress: Progress, item: string, mark: "answered" | "flagged", is: boolean): Progress =>
  progress[item]?.[mark] === is ? progress : { ...progress, [item]: { ...progress[item], [mark]: is } };

export const countAnswered = (progress: Progress) => Object.values(progress).filter(({ answered }) => answered).length;
export const countFlagged = (progress: Progress) => Object.values(progress).filter(({ flagged }) => flagged).length;
