import type { Body, Interaction, Node } from "../exam/item/body.ts";
import { checkResponses, declarationFor } from "../exam/item/check-responses.ts";
import { interactionsOf } from "../exam/item/content.ts";
import { type Fault, fault } from "../exam/item/fault.ts";
import type { Item } from "../exam/item/item.ts";
import { outcomesSetBy, rulesOf } from "../exam/item/processing.ts";
import { guessMarks } from "./guess-marks.ts";
import { inNewNames, type Version, versionOf } from "./names.ts";
import type { Problem, Warning } from "./problem.ts";
import { type Beside, withIncluded } from "./read-included.ts";
import { itemFrom } from "./read-item.ts";
import { readForeign } from "./reading.ts";
import { elementsIn, foreign, parseXml, type XmlElement } from "./xml.ts";

/** What every file that is an item says of itself. `interactions` are the names in the file, in its order. */
type Told = {
  readonly identifier: string;
  readonly title: string;
  readonly version: Version;
  readonly interactions: readonly string[];
};

/**
 * An item from elsewhere: `native` can be delivered and marked, with `warnings` for what was passed over; `opaque` is kept
 * as it is (`xml`) and cannot be delivered, for the first of its `reasons`; `rejected` is no item we can read at all.
 */
export type ForeignItem =
  | (Told & { readonly kind: "native"; readonly item: Item; readonly warnings: readonly Warning[] })
  | (Told & {
      readonly kind: "opaque";
      readonly code: string;
      readonly words: string;
      readonly file: string;
      readonly line: number;
      readonly reasons: readonly Warning[];
      readonly xml: string;
    })
  | { readonly kind: "rejected"; readonly version: Version; readonly problems: readonly Problem[] };

const nothingBeside: Beside = () => null;

/**
 * Reads an item of QTI 3.0, 3.0.1, 2.2, 2.1 or 2.0. Nothing in our own profile is asked for. `beside` gives the text of
 * other files of the package that the item includes, by the name relative to its own. Never throws.
 */
export const readForeignItem = (xml: string, file: string, beside: Beside = nothingBeside): ForeignItem => {
  const parsed = parseXml(xml, file, foreign);
  if (!parsed.ok) return { kind: "rejected", version: "unknown", problems: [parsed.problem] };

  const version = versionOf(parsed.root);
  const root = inNewNames(withIncluded(parsed.root, beside));
  if (root.name !== "qti-assessment-item") {
    return { kind: "rejected", version, problems: [wrongRoot(parsed.root, file)] };
  }
  const told = tellingOf(root, version);
  const read = readForeign(root, file, itemFrom);
  const { item, faults } = settle(read.value);
  const asWarning = ({ code, cause, at }: Fault): Warning => ({ file, line: read.lines[at] ?? root.line, code, cause });
  const reasons = [...read.problems, ...faults.filter(isFatal).map(asWarning), ...nothingToAnswer(item, root, file)];
  const [first] = reasons;
  if (first !== undefined) {
    return { ...told, kind: "opaque", code: first.code, words: first.cause, file, line: first.line, reasons, xml };
  }
  const doctype: readonly Warning[] =
    parsed.doctype === null
      ? []
      : [{ file, line: parsed.doctype, code: "doctype", cause: "A DOCTYPE was passed over; nothing was fetched." }];
  const warnings = [...doctype, ...read.warnings, ...faults.filter((found) => !isFatal(found)).map(asWarning)];
  return { ...told, kind: "native", item, warnings };
};

const wrongRoot = (root: XmlElement, file: string): Problem => {
  const isOld = root.name === "questestinterop" || /ims_qtiasiv1p[012]/.test(root.namespace);
  const cause = isOld
    ? "This is QTI 1.2, which is not supported. Export it as QTI 2.1 or newer."
    : `The file is a ${root.name}, not a QTI item.`;
  return { file, line: root.line, code: isOld ? "old-version" : "wrong-root", cause };
};

const tellingOf = (root: XmlElement, version: Version): Told => ({
  identifier: root.attributes.identifier?.trim() ?? "",
  title: root.attributes.title?.trim() ?? "",
  version,
  interactions: interactionNamesIn(root).map((name) => name.replace(/^qti-|-interaction$/g, "")),
});

const interactionNamesIn = (element: XmlElement): readonly string[] =>
  elementsIn(element).flatMap((child) => [
    ...(child.name.endsWith("-interaction") ? [child.name] : []),
    ...interactionNamesIn(child),
  ]);

const nothingToAnswer = (item: Item, root: XmlElement, file: string): readonly Warning[] =>
  interactionsOf(item.body).length > 0 || interactionNamesIn(root).length > 0
    ? []
    : [{ file, line: root.line, code: "no-interaction", cause: "The item has nothing to answer with." }];

/** With these nobody could say what a response means. */
const fatal: ReadonlySet<string> = new Set(["repeated-response", "repeated-choice", "repeated-outcome"]);
const isFatal = ({ code }: Fault) => fatal.has(code);

/** Puts right what can be: a response nobody declared, a control that would take more than its response holds, marks not told. */
const settle = (read: Item): { readonly item: Item; readonly faults: readonly Fault[] } => {
  const undeclared = interactionsOf(read.body).filter(
    ({ response }) => !read.responses.some((declaration) => declaration.id === response),
  );
  const responses = [...read.responses, ...undeclared.map(declarationFor)];
  const limits = new Map(responses.map(({ id, cardinality }) => [id, cardinality === "single"]));
  const body = mapInteractions(read.body, (interaction) =>
    limits.get(interaction.response) ? takingOne(interaction) : interaction,
  );
  const hasScore = read.marking === "person" || outcomesSetBy(rulesOf(read.processing)).includes("SCORE");
  const item: Item = { ...read, body, responses, marking: hasScore ? read.marking : "person" };
  const marks = guessMarks(item);
  return {
    item: { ...item, maxMark: marks.marks },
    faults: [
      ...checkResponses({ ...item, responses: read.responses }),
      ...(marks.fault === null ? [] : [marks.fault]),
      ...(hasScore ? [] : [fault("no-score", "processing", "The rules give no SCORE, so a person marks the item.")]),
    ],
  };
};

const takingOne = (interaction: Interaction): Interaction => {
  switch (interaction.type) {
    case "choice":
    case "hottext":
    case "hotspot":
    case "select-point":
      return { ...interaction, maxChoices: 1 };
    case "match":
    case "associate":
    case "graphic-associate":
      return { ...interaction, maxAssociations: 1 };
    default:
      return interaction;
  }
};

const mapInteractions = (body: Body, change: (interaction: Interaction) => Interaction): Body =>
  body.map((node): Node => {
    if (node.kind === "interaction") return { kind: "interaction", interaction: change(node.interaction) };
    return node.kind === "element" ? { ...node, children: mapInteractions(node.children, change) } : node;
  });
