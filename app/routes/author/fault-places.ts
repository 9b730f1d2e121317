import type { Fault } from "../../exam/item/fault.ts";

/** The parts of the editor that a fault can lead to; each is an id on the page. */
export const places = {
  title: "title",
  question: "question",
  marks: "marks",
  scheme: "scheme",
  worked: "worked",
  area: "area",
  command: "command",
  minutes: "minutes",
  objectives: "objectives",
  source: "source",
} as const;

export const answersOf = (response: string) => `answers-${response}`;
export const workedAt = (index: number) => `worked-${index + 1}`;

const byCode: Readonly<Record<string, string>> = {
  "no-scheme": places.scheme,
  "too-few-worked": places.worked,
  "no-interaction": places.question,
  "no-words": places.question,
  "no-title": places.title,
  "marks-disagree": places.objectives,
  "unknown-area": places.area,
  "unknown-criterion": places.area,
  "illegal-command-word": places.command,
  "illegal-objective": places.objectives,
  "illegal-marks": places.objectives,
  "no-minutes": places.minutes,
  "bad-marks": places.marks,
  "undeclared-variable": places.marks,
  "missing-picture": places.question,
};

/** The id of the part of the editor in which a fault can be put right. */
export function placeOf({ code, at }: Fault): string {
  const [kind = "", name = ""] = at.split(" ");
  if (kind === "response" || kind === "interaction") return answersOf(name);
  if (kind === "worked") return `worked-${name}`;
  const known = byCode[code];
  if (known !== undefined) return known;
  if (kind === "outcome" || kind === "processing") return places.marks;
  if (kind === "scheme") return places.scheme;
  return kind === "stimulus" ? places.source : places.question;
}

export const faultsAt = (faults: readonly Fault[], place: string) => faults.filter((fault) => placeOf(fault) === place);

/** What is wrong in one place as one text beside its field; nothing where all is well. */
export const saidAt = (faults: readonly Fault[], place: string): string | undefined => {
  const words = [...new Set(faultsAt(faults, place).map(({ cause }) => cause))].join(" ");
  return words === "" ? undefined : words;
};
