import { type Attributes, type Body, type Node, type Tag, tags } from "../exam/item/body.ts";
import type { Reading } from "./reading.ts";
import { childNamed, isElement, type XmlElement } from "./xml.ts";

/** What may stand in a body besides text and the elements of the allow-list. */
export type Within = {
  readonly interaction?: (element: XmlElement) => Node | null;
  readonly gaps?: boolean;
  readonly hottexts?: boolean;
};

/**
 * The learner-visible content of an element. Elements and attributes come from allow-lists: a strange element is a
 * problem, a strange attribute is dropped. Rubrics meant for others are left out, whatever they hold.
 */
export const readBody = (parent: XmlElement, on: Reading, within: Within = {}): Body =>
  parent.children.flatMap((child): readonly Node[] => {
    if (!isElement(child)) return readText(child.text, parent);
    const node = readNode(child, on, within);
    return node === null ? [] : [node];
  });

/** White space between rows, list items and blocks means nothing; elsewhere any run of it is one space. */
const readText = (text: string, parent: XmlElement): readonly Node[] => {
  if (text.trim() === "" && structural.has(parent.name)) return [];
  return [{ kind: "text", text: parent.name === "pre" ? text : text.replace(/\s+/g, " ") }];
};

const structural = new Set([
  "qti-item-body",
  "qti-stimulus-body",
  "qti-content-body",
  "table",
  "thead",
  "tbody",
  "tfoot",
  "tr",
  "colgroup",
  "ul",
  "ol",
  "dl",
  "figure",
]);

const readNode = (element: XmlElement, on: Reading, within: Within): Node | null => {
  const tag = tags.find((known) => known === element.name);
  if (tag !== undefined) return readElement(element, tag, on, within);
  if (element.name === "qti-rubric-block") return readRubric(element, on, within);
  if (element.name === "qti-gap" && within.gaps) {
    return { kind: "gap", id: on.required(element, "identifier") };
  }
  if (element.name === "qti-hottext" && within.hottexts) {
    return { kind: "hottext", id: on.required(element, "identifier"), children: readBody(element, on) };
  }
  if (element.name.endsWith("-interaction")) {
    if (within.interaction !== undefined) return within.interaction(element);
    on.problem(element, "not-allowed", `${element.name} cannot stand inside another interaction or a stimulus.`);
    return null;
  }
  on.problem(element, "not-allowed", `The element ${element.name} is not allowed in content.`);
  return null;
};

const readElement = (element: XmlElement, tag: Tag, on: Reading, within: Within): Node => {
  if (tag === "img") checkPicture(element, on);
  return { kind: "element", tag, attributes: readAttributes(element, tag), children: readBody(element, on, within) };
};

const forLearners = (rubric: XmlElement) => (rubric.attributes.view ?? "candidate").split(/\s+/).includes("candidate");

const readRubric = (rubric: XmlElement, on: Reading, within: Within): Node | null => {
  const content = childNamed(rubric, "qti-content-body");
  if (!forLearners(rubric) || content === null) return null;
  return { kind: "element", tag: "div", attributes: {}, children: readBody(content, on, within) };
};

const pictureName = /^(\.\.\/)?[a-z0-9][a-z0-9._-]*(\/[a-z0-9][a-z0-9._-]*)*\.(svg|png|jpe?g|gif|webp)$/i;

/** A picture is a file of the unit: no address, no absolute path, no way up beyond the unit's own folder. */
export const checkPicture = (picture: XmlElement, on: Reading) => {
  const source = on.required(picture, "src");
  if (source !== "" && !pictureName.test(source)) {
    on.problem(
      picture,
      "not-allowed",
      `The picture "${source}" is not a file of the unit, as in ../pictures/name.svg.`,
    );
  }
  if (picture.attributes.alt === undefined) on.problem(picture, "missing", "A picture needs a description (alt).");
};

const byTag: Partial<Record<Tag, readonly string[]>> = {
  img: ["src", "alt", "width", "height"],
  th: ["scope", "colspan", "rowspan", "abbr"],
  td: ["colspan", "rowspan"],
  col: ["span"],
  colgroup: ["span"],
  ol: ["start"],
  abbr: ["title"],
};

const readAttributes = (element: XmlElement, tag: Tag): Attributes => {
  const attributes: Record<string, string> = {};
  for (const name of ["dir", "lang", ...(byTag[tag] ?? [])]) {
    const value = element.attributes[name];
    if (value !== undefined) attributes[name] = value;
  }
  const language = element.attributes["xml:lang"];
  if (language !== undefined) attributes.lang = language;

  const presentation = (element.attributes.class ?? "").split(/\s+/).filter((name) => name.startsWith("qti-"));
  if (presentation.length > 0) attributes.class = presentation.join(" ");
  return attributes;
};
