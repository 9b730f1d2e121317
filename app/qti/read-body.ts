import { attributesByTag, type Body, mathTags, type Node, type Tag, tags } from "../exam/item/body.ts";
import { readForeignNode } from "./read-foreign-body.ts";
import { checkOutside, sourceIn } from "./read-media.ts";
import type { Reading } from "./reading.ts";
import { childNamed, isElement, textOf, type XmlElement } from "./xml.ts";

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
  joined(
    parent.children.flatMap((child): readonly Node[] => {
      if (!isElement(child)) return readText(child.text, parent);
      return readNode(child, on, within);
    }),
    parent.name === "pre",
  );

/** A comment, or something left out, parts a text that is one to whoever reads it. */
const joined = (nodes: Body, asIs: boolean): Body => {
  const all: Node[] = [];
  for (const node of nodes) {
    const last = all.at(-1);
    if (node.kind !== "text" || last?.kind !== "text") all.push(node);
    else {
      const text = last.text + node.text;
      all[all.length - 1] = { kind: "text", text: asIs ? text : text.replace(/\s+/g, " ") };
    }
  }
  return all;
};

/** White space between rows, list items and blocks means nothing; elsewhere any run of it is one space. */
const readText = (text: string, parent: XmlElement): readonly Node[] => {
  if (text.trim() === "" && structural.has(parent.name)) return [];
  return [{ kind: "text", text: parent.name === "pre" ? text : text.replace(/\s+/g, " ") }];
};

const structural: ReadonlySet<string> = new Set([
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
  ...mathTags.filter((tag) => !["mi", "mn", "mo", "ms", "mtext"].includes(tag)),
]);

const readNode = (element: XmlElement, on: Reading, within: Within): Body => {
  const tag = tags.find((known) => known === element.name);
  if (tag !== undefined) return [readElement(element, tag, on, within)];
  if (element.name === "qti-rubric-block") return readRubric(element, on, within);
  if (element.name === "qti-gap" && within.gaps) {
    return [{ kind: "gap", id: on.required(element, "identifier") }];
  }
  if (element.name === "qti-hottext" && within.hottexts) {
    return [{ kind: "hottext", id: on.required(element, "identifier"), children: readBody(element, on) }];
  }
  if (element.name.endsWith("-interaction")) {
    const node = within.interaction?.(element) ?? null;
    if (within.interaction === undefined) {
      on.problem(element, "not-allowed", `${element.name} cannot stand inside another interaction or a stimulus.`);
    }
    return node === null ? [] : [node];
  }
  if (on.isForeign) return readForeignNode(element, on, (other) => readNode(other, on, within));
  on.problem(element, "not-allowed", `The element ${element.name} is not allowed in content.`);
  return [];
};

const readElement = (element: XmlElement, tag: Tag, on: Reading, within: Within): Node => {
  if (tag === "img") checkPicture(element, on);
  if (tag === "audio" || tag === "video") return readPlayer(element, tag, on);
  const attributes = readAttributes(element, tag);
  if (tag === "img" && attributes.alt === undefined) attributes.alt = textOf(element);
  return { kind: "element", tag, attributes, children: readBody(element, on, within) };
};

const forLearners = (rubric: XmlElement) => (rubric.attributes.view ?? "candidate").split(/\s+/).includes("candidate");

/** Sound or film within the text; the words in it describe it where it cannot be played. */
const readPlayer = (element: XmlElement, tag: "audio" | "video", on: Reading): Node => {
  const src = sourceIn(element);
  if (src === "") on.problem(element, "missing", `${tag} does not say what to play.`);
  checkOutside(element, src, on);
  const words = element.attributes["aria-label"] ?? element.attributes.title ?? textOf(element);
  const attributes = { src, ...(words === "" ? {} : { title: words }) };
  return { kind: "element", tag, attributes, children: [] };
};

/** A rubric of QTI 2 has its content directly. */
const readRubric = (rubric: XmlElement, on: Reading, within: Within): Body => {
  if (!forLearners(rubric)) return [];
  const content = childNamed(rubric, "qti-content-body") ?? (on.isForeign ? rubric : null);
  if (content === null) return [];
  const children = readBody({ ...content, name: "qti-content-body" }, on, within);
  return [{ kind: "element", tag: "div", attributes: {}, children }];
};

const pictureName = /^(\.\.\/)?[a-z0-9][a-z0-9._-]*(\/[a-z0-9][a-z0-9._-]*)*\.(svg|png|jpe?g|gif|webp)$/i;

/** A picture is a file of the unit: no address, no absolute path, no way up beyond the unit's own folder. */
export const checkPicture = (picture: XmlElement, on: Reading) => {
  const source = on.required(picture, "src");
  if (on.isForeign) checkOutside(picture, source, on);
  else if (source !== "" && !pictureName.test(source)) {
    on.problem(
      picture,
      "not-allowed",
      `The picture "${source}" is not a file of the unit, as in ../pictures/name.svg.`,
    );
  }
  if (picture.attributes.alt === undefined) on.untidy(picture, "missing", "A picture needs a description (alt).");
};

const readAttributes = (element: XmlElement, tag: Tag): Record<string, string> => {
  const attributes: Record<string, string> = {};
  for (const name of ["dir", "lang", ...(attributesByTag[tag] ?? [])]) {
    const value = element.attributes[name];
    if (value !== undefined) attributes[name] = value;
  }
  const language = element.attributes["xml:lang"];
  if (language !== undefined) attributes.lang = language;

  const presentation = (element.attributes.class ?? "").split(/\s+/).filter((name) => name.startsWith("qti-"));
  if (presentation.length > 0) attributes.class = presentation.join(" ");
  return attributes;
};
