import type { Attributes, Body, Interaction, Node, Tag } from "../../../exam/item/body.ts";
import {
  containerTags,
  type Doc,
  type DocBlock,
  type DocCell,
  type DocInline,
  type DocListItem,
  type DocMark,
  type DocRow,
  lineTags,
  markNames,
  phraseTags,
  tableSections,
} from "./doc.ts";
import { blocksFrom, type Words } from "./from-doc.ts";
import { isAmongWords, tidied } from "./tidy.ts";

/** A body as a document of the editor. What the editor does not know becomes a block that it leaves as it is. */
export const docFrom = (body: Body, place: Words): Doc => ({ type: "doc", content: blocksOf(tidied(body), place) });

const blocksOf = (body: Body, place: Words): readonly DocBlock[] => {
  const blocks: DocBlock[] = [];
  let run: Node[] = [];
  const gather = () => {
    if (run.length > 0) blocks.push({ type: "paragraph", attrs: { bare: true, own: {} }, ...inside(wordsOf(run, [])) });
    run = [];
  };
  for (const node of body) {
    if (isAmongWords(node)) run.push(node);
    else {
      gather();
      blocks.push(blockOf(node, place));
    }
  }
  gather();
  return blocks.length > 0 ? blocks : [{ type: "paragraph", attrs: { bare: null, own: {} } }];
};

const inside = (content: readonly DocInline[]) => (content.length === 0 ? {} : { content });

const blockOf = (node: Node, place: Words): DocBlock => {
  if (node.kind === "interaction") return { type: "bigControl", attrs: nameOf(node.interaction) };
  const known = node.kind === "element" ? knownBlock(node, place) : null;
  return known ?? { type: "kept", attrs: { node } };
};

const nameOf = ({ response, type }: Interaction) => ({ response, kind: type });

type Element = Extract<Node, { readonly kind: "element" }>;
const oneOf = <One extends string>(all: readonly One[], tag: Tag): One | undefined => all.find((one) => one === tag);

const knownBlock = (element: Element, place: Words): DocBlock | null => {
  const { tag, attributes: own, children } = element;
  const line = oneOf(lineTags, tag);
  const container = oneOf(containerTags, tag);
  if (tag === "p" || line !== undefined) {
    if (!children.every(isAmongWords)) return null;
    const content = inside(wordsOf(children, []));
    if (line !== undefined) return { type: "line", attrs: { tag: line, own }, ...content };
    return { type: "paragraph", attrs: { bare: false, own }, ...content };
  }
  if (container !== undefined)
    return { type: "container", attrs: { tag: container, own }, content: blocksOf(children, "words") };
  if (tag === "ul" || tag === "ol") {
    const items = children.map(listItemOf);
    if (items.length === 0 || items.some((item) => item === null)) return null;
    return {
      type: tag === "ul" ? "bulletList" : "orderedList",
      attrs: { own },
      content: items.flatMap((item) => item ?? []),
    };
  }
  return tag === "table" ? tableOf(element, place) : null;
};

/** A list item begins with words, as the editor wants it. */
const listItemOf = (node: Node): DocListItem | null => {
  if (node.kind !== "element" || node.tag !== "li") return null;
  const content = blocksOf(node.children, "words");
  return content[0]?.type === "paragraph" ? { type: "listItem", attrs: { own: node.attributes }, content } : null;
};

/** The first way of gathering the rows that gives the same table back. */
const tableOf = (table: Element, place: Words): DocBlock | null => {
  const [first] = table.children;
  const captioned = first?.kind === "element" && first.tag === "caption";
  const caption = captioned && first.children.every((node) => node.kind === "text") ? first : null;
  const words = caption?.children.map((node) => (node.kind === "text" ? node.text : "")).join("") ?? "";
  const parts = captioned ? table.children.slice(1) : table.children;
  const rows = parts.flatMap((part) => (isElement(part, "thead", "tbody") ? part.children : [part])).map(rowOf);
  if (rows.length === 0 || rows.some((row) => row === null) || (captioned && (caption === null || words === "")))
    return null;
  const wanted = JSON.stringify([table]);
  const made = tableSections
    .map(
      (sections): DocBlock => ({
        type: "table",
        attrs: { own: table.attributes, caption: words, sections },
        content: rows.flatMap((row) => row ?? []),
      }),
    )
    .find((one) => JSON.stringify(blocksFrom([one], { place, interactions: new Map() })) === wanted);
  return made ?? null;
};

const isElement = (node: Node, ...names: readonly Tag[]): node is Element =>
  node.kind === "element" && names.includes(node.tag);

const rowOf = (node: Node): DocRow | null => {
  if (!isElement(node, "tr")) return null;
  const cells = node.children.map(cellOf);
  if (cells.length === 0 || cells.some((cell) => cell === null)) return null;
  return { type: "tableRow", attrs: { own: node.attributes }, content: cells.flatMap((cell) => cell ?? []) };
};

const cellOf = (node: Node): DocCell | null => {
  if (!isElement(node, "td", "th")) return null;
  const { colspan = "1", rowspan = "1", ...own } = node.attributes;
  const [wide, high] = [Number(colspan), Number(rowspan)];
  if (!Number.isInteger(wide) || !Number.isInteger(high) || wide < 1 || high < 1) return null;
  return {
    type: node.tag === "th" ? "tableHeader" : "tableCell",
    attrs: { colspan: wide, rowspan: high, own },
    content: blocksOf(node.children, "words"),
  };
};

const wordsOf = (body: Body, marks: readonly DocMark[]): readonly DocInline[] =>
  joined(body.flatMap((node) => wordsOfNode(node, marks)));

const wordsOfNode = (node: Node, marks: readonly DocMark[]): readonly DocInline[] => {
  const marked = marks.length === 0 ? {} : { marks };
  switch (node.kind) {
    case "text":
      return [{ type: "text", text: node.text, ...marked }];
    case "gap":
      return [{ type: "gap", attrs: { id: node.id }, ...marked }];
    case "interaction":
      return [{ type: "control", attrs: nameOf(node.interaction), ...marked }];
    case "hottext":
      return orKept(node, marks, within(node.children, marks, { type: "hottext", attrs: { id: node.id } }));
    case "element": {
      if (node.tag === "br" && Object.keys(node.attributes).length === 0) return [{ type: "hardBreak", ...marked }];
      if (node.tag === "img") return [{ type: "picture", attrs: { own: node.attributes }, ...marked }];
      const tag = oneOf(phraseTags, node.tag);
      return orKept(
        node,
        marks,
        tag === undefined ? [] : within(node.children, marks, phraseMark(tag, node.attributes)),
      );
    }
  }
};

/** The words with one mark more; none where the editor cannot hold it beside those that are there. */
const within = (body: Body, marks: readonly DocMark[], mark: DocMark): readonly DocInline[] => {
  if (mark.type !== "phrase" && marks.some((one) => one.type === mark.type && !same(one, mark))) return [];
  return wordsOf(body, marks.some((one) => same(one, mark)) ? marks : ranked([...marks, mark]));
};

/** What has nothing in it that can bear a mark, or is of no known kind, is kept as it is. */
const orKept = (node: Node, marks: readonly DocMark[], words: readonly DocInline[]): readonly DocInline[] =>
  words.length > 0 ? words : [{ type: "keptWords", attrs: { node }, ...(marks.length === 0 ? {} : { marks }) }];

type PhraseMark = Exclude<DocMark["type"], "hottext">;
const markFor: Readonly<Partial<Record<Tag, PhraseMark>>> = {
  strong: "bold",
  b: "bold",
  em: "italic",
  i: "italic",
  sub: "subscript",
  sup: "superscript",
};

const phraseMark = (tag: (typeof phraseTags)[number], own: Attributes): DocMark => ({
  type: markFor[tag] ?? "phrase",
  attrs: { tag, own },
});

const rank = ({ type }: DocMark) => markNames.indexOf(type);

/** In the order the editor keeps them. */
const ranked = (marks: readonly DocMark[]): readonly DocMark[] => marks.toSorted((a, b) => rank(a) - rank(b));

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Texts beside each other that look the same are one. */
const joined = (all: readonly DocInline[]): readonly DocInline[] => {
  const done: DocInline[] = [];
  for (const one of all) {
    const last = done.at(-1);
    const goesOn = one.type === "text" && last?.type === "text" && same(one.marks, last.marks);
    if (goesOn) done.splice(-1, 1, { ...last, text: last.text + one.text });
    else done.push(one);
  }
  return done;
};
