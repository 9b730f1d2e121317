import type { Body } from "../exam/item/body.ts";
import { type Classification, unclassified, type WorkedResponse, workedKinds } from "../exam/item/item.ts";
import type { Level, MarkScheme, Point, SchemeNote } from "../exam/item/scheme.ts";
import { readBody } from "./read-body.ts";
import type { Reading } from "./reading.ts";
import { childNamed, descendantsNamed, elementsIn, textOf, type XmlElement } from "./xml.ts";

/** The parts of an item that no learner sees, each in a rubric block with its own `use`. */
const rubricsFor = (body: XmlElement, use: string) =>
  descendantsNamed(body, "qti-rubric-block").filter((rubric) => rubric.attributes.use === use);

const rowsWith = (parents: readonly XmlElement[], attribute: string) =>
  parents.flatMap((parent) => descendantsNamed(parent, "tr")).filter((row) => row.attributes[attribute] !== undefined);

const contentOf = (rubrics: readonly XmlElement[], on: Reading): Body =>
  rubrics.flatMap((rubric) => {
    const content = childNamed(rubric, "qti-content-body") ?? (on.isForeign ? rubric : null);
    return content === null ? [] : readBody({ ...content, name: "qti-content-body" }, on);
  });

/** The last cell of a row says it in words; the others label and count. */
const cellsOf = (row: XmlElement) => elementsIn(row).filter((cell) => cell.name === "td" || cell.name === "th");

export const readClassification = (body: XmlElement, on: Reading): Classification => {
  const rubrics = rubricsFor(body, "ext:classification");
  const [rubric] = rubrics;
  if (rubric === undefined && on.isForeign) return unclassified;
  if (rubric === undefined) on.problem(body, "missing", "The item has no classification.");
  else on.place("classification", rubric);

  const value = (key: string) => {
    const row = rowsWith(rubrics, "data-ext-key").find((candidate) => candidate.attributes["data-ext-key"] === key);
    const cell = row === undefined ? undefined : cellsOf(row).at(-1);
    const text = cell === undefined ? "" : textOf(cell);
    if (text === "" && rubric !== undefined) on.untidy(rubric, "missing", `The classification does not say "${key}".`);
    return text;
  };
  const area = value("area");
  const commandWord = value("command-word").toLowerCase();
  const minutes = value("minutes");
  if (rubric !== undefined && minutes !== "" && !(Number(minutes) > 0)) {
    on.untidy(rubric, "bad-value", `"${minutes}" is not a number of minutes.`);
  }
  return { area, commandWord, minutes: Number(minutes) || 0 };
};

/** In an item from elsewhere, whatever is written for scorers alone. */
const forScorers = (body: XmlElement, on: Reading) => {
  if (!on.isForeign) return rubricsFor(body, "scoring");
  return descendantsNamed(body, "qti-rubric-block")
    .filter(({ attributes: { use = "" } }) => !use.startsWith("ext:"))
    .filter(({ attributes: { view = "candidate" } }) => /\bscorer\b/.test(view) && !/\bcandidate\b/.test(view));
};

export const readScheme = (body: XmlElement, on: Reading): MarkScheme | null => {
  const scoring = forScorers(body, on);
  const [first] = scoring;
  if (first === undefined) return null;
  on.place("scheme", first);

  const notes = scoring.flatMap((rubric) => readNotes(rubric, on));
  const indicative = contentOf(rubricsFor(body, "ext:indicative-content"), on);
  const points = rowsWith(scoring, "data-ext-point");
  const levels = rowsWith(scoring, "data-ext-level");
  if (points.length > 0 && levels.length > 0) {
    on.problem(first, "bad-value", "A mark scheme has either points or levels, not both.");
  }
  if (levels.length > 0) return { kind: "levels", levels: levels.map((row) => readLevel(row, on)), notes, indicative };
  if (points.length === 0) {
    on.untidy(first, "missing", "The mark scheme has neither points nor levels.");
    const asWritten = scoring.map((rubric) => ({ kind: "guidance" as const, content: contentOf([rubric], on) }));
    return { kind: "points", points: [], notes: asWritten, indicative };
  }
  return { kind: "points", points: points.map((row) => readPoint(row, on)), notes, indicative };
};

/** The cell in words: the first `td` of a point, the last of a level, whose middle cell is its range of marks. */
const readPoint = (row: XmlElement, on: Reading): Point => {
  const [words] = cellsOf(row).filter((cell) => cell.name === "td");
  return {
    id: on.required(row, "data-ext-point"),
    marks: on.whole(row, "data-ext-marks", 1),
    content: words === undefined ? [] : readBody(words, on),
    needs: row.attributes["data-ext-needs"] ?? null,
  };
};

const readLevel = (row: XmlElement, on: Reading): Level => {
  const words = cellsOf(row).at(-1);
  for (const bound of ["data-ext-min", "data-ext-max"]) on.required(row, bound);
  return {
    level: on.whole(row, "data-ext-level", 0),
    min: on.whole(row, "data-ext-min", 0),
    max: on.whole(row, "data-ext-max", 0),
    descriptor: words === undefined ? [] : readBody(words, on),
  };
};

const noteKinds = ["accept", "reject", "guidance"] as const;

const readNotes = (rubric: XmlElement, on: Reading): readonly SchemeNote[] =>
  ["p", "li"]
    .flatMap((name) => descendantsNamed(rubric, name))
    .filter((element) => element.name === "p" || element.attributes["data-ext-note"] !== undefined)
    .filter((element) => !insideCell(rubric, element))
    .map((element) => ({
      kind: noteKinds.find((kind) => kind === element.attributes["data-ext-note"]) ?? "guidance",
      content: readBody(element, on),
    }));

const insideCell = (rubric: XmlElement, element: XmlElement) =>
  ["td", "th"].some((name) =>
    descendantsNamed(rubric, name).some((cell) => descendantsNamed(cell, element.name).includes(element)),
  );

export const readWorked = (body: XmlElement, on: Reading): readonly WorkedResponse[] =>
  rowsWith(rubricsFor(body, "ext:worked-responses"), "data-ext-kind").map((row, index) => {
    on.place(`worked ${index + 1}`, row);
    on.required(row, "data-ext-marks");
    return {
      kind: on.oneOf(row, "data-ext-kind", workedKinds) ?? "none",
      response: readGiven(row),
      marks: on.whole(row, "data-ext-marks", 0),
      points: (row.attributes["data-ext-points"] ?? "").split(/\s+/).filter((point) => point !== ""),
      level: on.whole(row, "data-ext-level", null),
      toPerson: on.yes(row, "data-ext-person"),
      why: cellsOf(row)
        .filter((cell) => cell.attributes["data-ext-note"] === "why")
        .map(textOf)
        .join(" "),
    };
  });

/** One cell a value, in order; a response without a cell was left blank. */
const readGiven = (row: XmlElement) => {
  const given: Record<string, readonly string[]> = {};
  for (const cell of cellsOf(row)) {
    const response = cell.attributes["data-ext-response"];
    if (response === undefined) continue;
    const value = textOf(cell);
    if (value !== "") given[response] = [...(given[response] ?? []), value];
  }
  return given;
};
