import { SaxesParser } from "saxes";
import type { Problem, ProblemCode } from "./problem.ts";

/** An element with its local name; namespace declarations and schema locations are not among the attributes. */
export type XmlElement = {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  readonly line: number;
};
export type XmlText = { readonly text: string };
export type XmlNode = XmlElement | XmlText;

type Parsed =
  | { readonly ok: true; readonly root: XmlElement; readonly doctype: number | null }
  | { readonly ok: false; readonly problem: Problem };
type Open = { name: string; namespace: string; attributes: Record<string, string>; children: XmlNode[]; line: number };

type Limits = {
  readonly largest: number;
  readonly deepest: number;
  /** A DOCTYPE that only points elsewhere is passed over, and what it points to is never looked at. */
  readonly mayPointElsewhere: boolean;
};

const ours: Limits = { largest: 1_000_000, deepest: 60, mayPointElsewhere: false };
/** Files from elsewhere may carry their pictures in themselves. */
export const foreign: Limits = { largest: 5_000_000, deepest: 100, mayPointElsewhere: true };

export const isElement = (node: XmlNode): node is XmlElement => "name" in node;

/**
 * Reads one XML file into a tree that knows its lines. Nothing outside the file is ever fetched: a DOCTYPE is refused
 * (one without declarations of its own is passed over in `foreign` files), and so is every entity but XML's own five. Reading stops at the first thing wrong, since what follows is noise.
 */
export const parseXml = (text: string, file: string, limits: Limits = ours): Parsed => {
  const { largest, deepest } = limits;
  const parser = new SaxesParser({ xmlns: true, fileName: file });
  const stack: Open[] = [];
  let root: XmlElement | null = null;
  let line = 1;
  let doctype: number | null = null;
  let problem: Problem | null = null;
  const fail = (code: ProblemCode, cause: string) => {
    problem ??= { file, line: parser.line, code, cause };
  };

  parser.on("error", (error) => fail("bad-xml", inPlainWords(error.message)));
  parser.on("doctype", (words) => {
    doctype = parser.line;
    if (!limits.mayPointElsewhere) fail("doctype", "A DOCTYPE is not allowed.");
    else if (words.includes("[")) fail("doctype", "A DOCTYPE with declarations of its own is not allowed.");
  });
  parser.on("opentagstart", () => {
    line = parser.line;
  });
  parser.on("opentag", (tag) => {
    if (stack.length >= deepest) fail("too-deep", `Elements are nested more than ${deepest} deep.`);
    if (problem !== null) return;
    const element: Open = {
      name: tag.local,
      namespace: tag.uri,
      attributes: ownAttributes(tag.attributes),
      children: [],
      line,
    };
    stack.at(-1)?.children.push(element);
    stack.push(element);
    root ??= element;
  });
  parser.on("closetag", () => {
    if (problem === null) stack.pop();
  });
  const addText = (part: string) => {
    if (problem === null) stack.at(-1)?.children.push({ text: part });
  };
  parser.on("text", addText);
  parser.on("cdata", addText);

  if (text.length > largest) fail("too-large", `The file is longer than ${largest} characters.`);
  else parser.write(text.replace(/^\uFEFF/, "")).close();

  if (problem !== null) return { ok: false, problem };
  if (root === null) return { ok: false, problem: { file, line: 1, code: "bad-xml", cause: "The file is empty." } };
  return { ok: true, root, doctype };
};

const ownAttributes = (attributes: Readonly<Record<string, { readonly value: string }>>) =>
  Object.fromEntries(
    Object.entries(attributes)
      .filter(([name]) => name !== "xmlns" && !name.startsWith("xmlns:") && !name.startsWith("xsi:"))
      .map(([name, { value }]) => [name, value]),
  );

/** The parser leads with `file:line:column:`, which a problem already says. */
const inPlainWords = (message: string) => {
  const words = message.replace(/^.*?\d+:\d+: /s, "").replace(/\.$/, "");
  return `Not well-formed XML: ${words}.`;
};

export const elementsIn = (element: XmlElement): readonly XmlElement[] => element.children.filter(isElement);

export const childrenNamed = (element: XmlElement, name: string) =>
  elementsIn(element).filter((child) => child.name === name);

export const childNamed = (element: XmlElement, name: string) =>
  elementsIn(element).find((child) => child.name === name) ?? null;

/** All elements of that name below this one, in document order. */
export const descendantsNamed = (element: XmlElement, name: string): readonly XmlElement[] =>
  elementsIn(element).flatMap((child) => [...(child.name === name ? [child] : []), ...descendantsNamed(child, name)]);

/** The text of an element and all below it, white space collapsed. */
export const textOf = (element: XmlElement): string => rawTextOf(element).replace(/\s+/g, " ").trim();

/** The text of an element and all below it as it stands, but for white space around it. */
export const exactTextOf = (element: XmlElement): string => rawTextOf(element).trim();

const rawTextOf = (element: XmlElement): string =>
  element.children.map((child) => (isElement(child) ? rawTextOf(child) : child.text)).join("");
