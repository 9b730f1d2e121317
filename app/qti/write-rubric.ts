import { type Classification, isClassified, type WorkedResponse } from "../exam/item/item.ts";
import { isCriterion } from "../exam/item/knowledge-specification.ts";
import type { MarkScheme, SchemeNote } from "../exam/item/scheme.ts";
import { writeContent, writeWords } from "./write-body.ts";
import { block, inline, type Markup, numeral, type Piece } from "./write-xml.ts";

const rubric = (view: string, use: string, content: readonly Piece[]): Markup =>
  block("qti-rubric-block", { view, use }, [
    content.every((piece) => typeof piece !== "string")
      ? block("qti-content-body", {}, content)
      : inline("qti-content-body", {}, content),
  ]);

const table = (attributes: Readonly<Record<string, string>>, parts: readonly Markup[]) =>
  block("table", attributes, parts);

/** Nothing for an item that nobody has classified yet. */
export const writeClassification = (classification: Classification): readonly Markup[] => {
  if (!isClassified(classification)) return [];
  const rows = [
    ["area", isCriterion(classification.area) ? "Assessment criterion" : "Content area", classification.area],
    ["command-word", "Command word", classification.commandWord],
    ["minutes", "Expected minutes", numeral(classification.minutes)],
  ] as const;
  const written = rows.map(([key, title, value]) =>
    inline("tr", { "data-ext-key": key }, [inline("th", { scope: "row" }, [title]), inline("td", {}, [value])]),
  );
  return [rubric("author testConstructor", "ext:classification", [table({}, [block("tbody", {}, written)])])];
};

/** A scheme from elsewhere may have neither points nor levels: it is written in its own words. */
export const writeScheme = (scheme: MarkScheme): readonly Markup[] => [
  ...(scheme.kind === "points" && scheme.points.length === 0
    ? scheme.notes.map(({ content }) => rubric("scorer", "scoring", writeContent(content)))
    : [
        rubric("scorer", "scoring", [
          scheme.kind === "points" ? pointsTable(scheme.points) : levelsTable(scheme.levels),
          ...scheme.notes.map(writeNote),
        ]),
      ]),
  ...(scheme.indicative.length === 0
    ? []
    : [rubric("scorer", "ext:indicative-content", writeContent(scheme.indicative))]),
];

type Points = Extract<MarkScheme, { readonly kind: "points" }>["points"];
type Levels = Extract<MarkScheme, { readonly kind: "levels" }>["levels"];

const pointsTable = (points: Points) =>
  table({ "data-ext-scheme": "points" }, [
    block(
      "tbody",
      {},
      points.map(({ id, marks, needs, content }) =>
        inline("tr", { "data-ext-point": id, "data-ext-marks": marks, "data-ext-needs": needs }, [
          inline("td", {}, writeContent(content)),
          inline("td", {}, [numeral(marks)]),
        ]),
      ),
    ),
  ]);

const levelsTable = (levels: Levels) =>
  table({ "data-ext-scheme": "levels", "data-ext-method": "best-fit" }, [
    inline("thead", {}, [
      inline(
        "tr",
        {},
        ["Level", "Marks", "Descriptor"].map((title) => inline("th", { scope: "col" }, [title])),
      ),
    ]),
    block(
      "tbody",
      {},
      levels.map(({ level, min, max, descriptor }) =>
        inline("tr", { "data-ext-level": level, "data-ext-min": min, "data-ext-max": max }, [
          inline("th", { scope: "row" }, [`Level ${level}`]),
          inline("td", {}, [min === max ? numeral(min) : `${min}–${max}`]),
          inline("td", {}, writeContent(descriptor)),
        ]),
      ),
    ),
  ]);

const writeNote = ({ kind, content }: SchemeNote) => inline("p", { "data-ext-note": kind }, writeWords(content));

export const writeWorked = (worked: readonly WorkedResponse[]): readonly Markup[] =>
  worked.length === 0
    ? []
    : [rubric("author scorer", "ext:worked-responses", [table({}, [block("tbody", {}, worked.map(workedRow))])])];

const workedRow = (worked: WorkedResponse): Markup =>
  block(
    "tr",
    {
      "data-ext-kind": worked.kind,
      "data-ext-marks": worked.marks,
      "data-ext-points": worked.points.length === 0 ? null : worked.points.join(" "),
      "data-ext-level": worked.level,
      "data-ext-person": worked.toPerson || null,
    },
    [
      ...Object.entries(worked.response).flatMap(([response, value]) =>
        value.map((part) => inline("td", { "data-ext-response": response }, [part])),
      ),
      inline("td", { "data-ext-note": "why" }, [worked.why]),
    ],
  );
