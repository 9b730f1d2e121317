import type { Body } from "../exam/item/body.ts";
import type { ProblemCode } from "./problem.ts";
import type { Reading } from "./reading.ts";
import { childNamed, childrenNamed, elementsIn, isElement, textOf, type XmlElement } from "./xml.ts";

type ReadNode = (element: XmlElement) => Body;

/**
 * An element that our own content never has. Dress is dropped, relatives of what we know are read as that, and what stays
 * strange gives way to its children. What the question would not be whole without is a problem.
 */
export const readForeignNode = (element: XmlElement, on: Reading, readNode: ReadNode): Body => {
  const { name } = element;
  const relative = relatives[name];
  if (relative !== undefined) return readNode({ ...element, name: relative });
  const reason = essential[name];
  if (reason !== undefined) {
    on.problem(element, reason.code, reason.cause);
    return [];
  }
  if (name === "object") return readObject(element, on, readNode);
  if (name === "picture")
    return elementsIn(element)
      .filter((child) => child.name === "img")
      .flatMap(readNode);
  if (name === "semantics") return elementsIn(element).slice(0, 1).flatMap(readNode);
  if (dropped.has(name)) {
    if (!silent.has(name)) on.untidy(element, "left-out", `${name} was left out.`);
    return [];
  }
  if (!unwrapped.has(name)) {
    on.untidy(element, "left-out", `The element ${name} is not known; what it holds was kept.`);
  }
  return element.children.flatMap((child) => (isElement(child) ? readNode(child) : textIn(child.text)));
};

const textIn = (text: string): Body => (text.trim() === "" ? [] : [{ kind: "text", text: text.replace(/\s+/g, " ") }]);

/** Elements that mean nearly the same as one on our list. */
const relatives: Readonly<Record<string, string>> = {
  h1: "h2",
  tt: "code",
  big: "span",
  font: "span",
  label: "span",
  acronym: "abbr",
  rb: "span",
  s: "del",
  strike: "del",
  mark: "em",
  bdi: "span",
  time: "span",
  center: "div",
  section: "div",
  article: "div",
  aside: "div",
  header: "div",
  footer: "div",
  nav: "div",
  main: "div",
  fieldset: "div",
  details: "div",
  legend: "p",
  summary: "p",
};

type Essential = { readonly code: ProblemCode; readonly cause: string };
const templated: Essential = { code: "template-processing", cause: "The question is made from a template." };
const drawn: Essential = { code: "not-supported", cause: "Drawings within the text (svg, canvas) are not shown." };

/** What an item is not whole without. */
const essential: Readonly<Record<string, Essential>> = {
  "qti-template-inline": templated,
  "qti-template-block": templated,
  "qti-template-variable": templated,
  "qti-printed-variable": { code: "not-supported", cause: "Values in the text (printed variables) are not shown." },
  "qti-position-object-stage": {
    code: "unsupported-interaction",
    cause: "The interaction qti-position-object-stage is not supported.",
  },
  "qti-info-control": { code: "not-supported", cause: "Hints on demand (info controls) are not supported." },
  "portable-info-control": { code: "not-supported", cause: "Hints on demand (info controls) are not supported." },
  include: { code: "outside", cause: "Part of the item lies in another file (XInclude), which is not fetched." },
  svg: drawn,
  canvas: drawn,
};

const silent: ReadonlySet<string> = new Set(["qti-stylesheet", "annotation", "annotation-xml", "link", "param", "wbr"]);

/** Feedback would tell the answer; the others dress the page or act. */
const dropped: ReadonlySet<string> = new Set([
  ...silent,
  "qti-feedback-inline",
  "qti-feedback-block",
  "qti-modal-feedback",
  "qti-catalog-info",
  "qti-companion-materials-info",
  "apipAccessibility",
  "script",
  "noscript",
  "style",
  "iframe",
  "embed",
  "form",
  "input",
  "button",
  "select",
  "textarea",
  "template",
  "meta",
  "base",
]);

const unwrapped: ReadonlySet<string> = new Set(["qti-content-body", "maction", "qti-hottext"]);

const pictureFile = /\.(png|jpe?g|gif|svg|webp)([?#].*)?$/i;

/** An object is a picture, sound or film, or something that a test cannot show: then what is written in it stands in for it. */
const readObject = (element: XmlElement, on: Reading, readNode: ReadNode): Body => {
  const { data = "", type = "" } = element.attributes;
  if (type.startsWith("image/") || pictureFile.test(data) || data.startsWith("data:image/")) {
    return readNode(asImg(element));
  }
  const [player] = /^(audio|video)(?=\/)/.exec(type) ?? [];
  if (player !== undefined)
    return readNode({ ...element, name: player, attributes: { ...element.attributes, src: data } });
  if (textOf(element) === "") {
    on.problem(element, "not-supported", `An object of the type "${type}" cannot be shown.`);
    return [];
  }
  on.untidy(element, "left-out", `An object of the type "${type}" cannot be shown; the words in it stand in for it.`);
  return element.children.flatMap((child) => (isElement(child) ? readNode(child) : textIn(child.text)));
};

/** The picture of an interaction: `img`, an `object` as in QTI 2, or the `img` of a `picture`. */
export const pictureIn = (element: XmlElement): XmlElement | null => {
  const inPicture = childrenNamed(element, "picture").flatMap((picture) => childrenNamed(picture, "img"));
  const found = childNamed(element, "img") ?? inPicture[0] ?? null;
  const object = childNamed(element, "object");
  return found ?? (object === null ? null : asImg(object));
};

/** An object's own words describe it. */
const asImg = (object: XmlElement): XmlElement => {
  const { data = "", ...attributes } = object.attributes;
  const words = textOf(object);
  const alt = attributes.alt ?? attributes["aria-label"] ?? (words === "" ? undefined : words);
  return {
    ...object,
    name: "img",
    attributes: { ...attributes, src: data, ...(alt === undefined ? {} : { alt }) },
    children: [],
  };
};
