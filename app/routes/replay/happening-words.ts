import { clockWords } from "../../components/clock-words.ts";
import type { Entry, Hindrance, Standing } from "../../exam/attempt/entry.ts";
import type { Line, StopCause } from "../../exam/attempt/ledger.ts";
import { interactionsOf } from "../../exam/item/content.ts";
import type { LearnerForm } from "../../exam/item/learner-item.ts";
import type { ItemResponse } from "../../exam/item/response.ts";
import type { Happening } from "../../exam/proof/film.ts";
import { givenWords } from "../marking/given-words.ts";

export type HappeningWords = { readonly what: string; readonly detail: string | null };

/** What happened, for the list beside a replay. */
export function happeningWords(happening: Happening, form: LearnerForm): HappeningWords {
  switch (happening.kind) {
    case "entry":
      return entryWords(happening.done.entry, form);
    case "line":
      return lineWords(happening.line);
    case "desk":
      return {
        what: happening.number === 1 ? "Sat down at a computer" : `Moved to computer ${happening.number}`,
        detail: `Machine ${happening.desk.machine.slice(0, 8)}`,
      };
    case "told":
      return { what: "Announcement", detail: happening.told.text };
    case "lost":
      return { what: "Server out of reach", detail: null };
    case "back":
      return { what: "Server within reach again", detail: `After ${clockWords(happening.after)}` };
  }
}

export const questionName = (item: string, form: LearnerForm) => {
  const number = form.items.find(({ id }) => id === item)?.number;
  return number === undefined ? `${item}, which is not on the form` : `question ${number}`;
};

function entryWords(entry: Entry, form: LearnerForm): HappeningWords {
  switch (entry.kind) {
    case "answer":
      return {
        what: `Answered ${questionName(entry.item, form)}`,
        detail: answerWords(entry.item, entry.response, form),
      };
    case "flag":
      return {
        what: `${entry.flagged ? "Flagged" : "Took the flag off"} ${questionName(entry.item, form)}`,
        detail: null,
      };
    case "visit":
      return { what: `Went to ${questionName(entry.item, form)}`, detail: null };
    case "look":
      return { what: "How the screen looked", detail: lookWords(entry) };
    case "panel":
      return { what: panelWords[entry.panel][entry.open ? 0 : 1], detail: null };
    case "reconnected":
      return { what: "Told of a time without the server", detail: null };
    case "unable":
      return {
        what: `Could not work for ${clockWords(entry.to - entry.from)}`,
        detail: `${hindranceWords[entry.cause]}${entry.sure ? "" : ", by the computer's own clock alone"}`,
      };
  }
}

const hindranceWords: Record<Hindrance, string> = {
  reloaded: "The page was opened again",
  frozen: "The page stood still",
  blocked: "No question could be shown",
  asleep: "The computer slept",
};

const panelWords = {
  review: ["Looked through the answers", "Left the look through the answers"],
  questions: ["Opened the list of questions", "Closed the list of questions"],
} as const;

const longest = 160;

/** The response in the words the learner saw, cut where it is long. */
export function answerWords(item: string, response: ItemResponse, form: LearnerForm): string {
  const body = form.items.find(({ id }) => id === item)?.body ?? [];
  const interactions = interactionsOf(body);
  const parts = Object.entries(response).flatMap(([id, value]) => {
    const interaction = interactions.find((one) => one.response === id);
    return interaction ? givenWords(interaction, value) : value;
  });
  const words = parts.filter((part) => part.trim() !== "").join("; ");
  if (words === "") return "Nothing: it was cleared";
  return words.length > longest ? `${words.slice(0, longest)}…` : words;
}

type Look = Pick<Extract<Entry, { kind: "look" }>, "theme" | "text" | "screen">;

const themeWords: Readonly<Record<string, string>> = {
  system: "colours as the computer's",
  light: "light colours",
  dark: "dark colours",
  "high-contrast": "high contrast",
  cream: "cream paper",
};

export function lookWords({
  theme,
  text,
  screen,
}: Look | (Omit<Look, "screen"> & { readonly screen: Look["screen"] | null })) {
  const size = screen ? `, page of ${screen.width} × ${screen.height} at ${screen.zoom} %` : "";
  return `${themeWords[theme] ?? theme}, ${text} text${size}`;
}

function lineWords(line: Line): HappeningWords {
  switch (line.kind) {
    case "allowance":
      return { what: `${clockWords(line.amount)} ${sourceWords[line.source]}`, detail: `${line.by}: ${line.why}` };
    case "worked-on":
      return { what: `${clockWords(line.amount)} worked on after the stop`, detail: `${line.by}: ${line.why}` };
    case "started":
      return { what: "The test started", detail: line.by };
    case "stopped":
      return { what: `The clock stopped: ${causeWords[line.cause]}`, detail: `${line.by}: ${line.why}` };
    case "resumed":
      return { what: "The clock went on", detail: line.by };
    case "ended":
      return { what: "The test ended", detail: line.by };
  }
}

const sourceWords = {
  paper: "for the paper",
  "access-arrangement": "of extra time",
  granted: "more given",
  "lost-time": "given back for lost time",
} as const;

export const causeWords: Record<StopCause, string> = {
  pause: "a pause",
  "rest-break": "a rest break",
  evacuation: "an evacuation",
  technical: "something was mended",
  "moving-desk": "a move to another computer",
};

export const standingWords: Record<Exclude<Standing, "counted">, string> = {
  late: "arrived too late: kept, not counted",
  stranded: "held by a computer left behind: kept, not counted",
  "not-on-form": "about no question of this form: kept, not counted",
};
