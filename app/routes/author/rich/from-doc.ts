import type { Attributes, Body, Interaction, Node } from "../../../exam/item/body.ts";
import type { ResponseId } from "../../../exam/item/response.ts";
import type { Doc, DocBlock, DocCell, DocInline, DocMark, DocRow } from "./doc.ts";

/** Whether new text is put in paragraphs (`blocks`) or, where there is only one, stands without (`words`). */
export type Words = "blocks" | "words";

export type Surroundings = {
  readonly place: Words;
  /** The controls by response, which the document only names. */
  readonly interactions: ReadonlyMap<ResponseId, Interaction>;
};

/** The body that a document of the editor stands for. A control that is not among those given is left out. */
export const bodyFrom = ({ content }: Doc, surroundings: Surroundings): Body => blocksFrom(content, surroundings);

export const blocksFrom = (blocks: readonly DocBlock[], surroundings: Surroundings): Body =>
  blocks.flatMap((block, at) => blockFrom(block, { ...surroundings, beside: [blocks[at - 1], blocks[at + 1]] }));

const element = (
  tag: Extract<Node, { readonly kind: "element" }>["tag"],
  attributes: Attributes,
  children: Body,
): Node => ({
  kind: "element",
  tag,
  attributes,
  children,
});

type Around = Surroundings & { readonly beside: readonly (DocBlock | undefined)[] };

const blockFrom = (block: DocBlock, around: Around): Body => {
  const inside = { place: "words" as const, interactions: around.interactions };
  switch (block.type) {
    case "paragraph":
      return paragraphFrom(block, around);
    case "line":
      return [element(block.attrs.tag, block.attrs.own, wordsFrom(block.content, around))];
    case "container":
      return [element(block.attrs.tag, block.attrs.own, blocksFrom(block.content, inside))];
    case "bulletList":
    case "orderedList": {
      const items = block.content.map(({ attrs, content }) => element("li", attrs.own, blocksFrom(content, inside)));
      return [element(block.type === "bulletList" ? "ul" : "ol", block.attrs.own, items)];
    }
    case "table":
      return [tableFrom(block, around)];
    case "bigControl":
      return controlFrom(block.attrs.response, around);
    case "kept":
      return [current(block.attrs.node, around)];
  }
};

const controlFrom = (response: ResponseId, { interactions }: Surroundings): Body => {
  const interaction = interactions.get(response);
  return interaction === undefined ? [] : [{ kind: "interaction", interaction }];
};

/** Something kept as it was may still hold controls, which are edited elsewhere. */
const current = (node: Node, surroundings: Surroundings): Node => {
  if (node.kind === "interaction") {
    return {
      kind: "interaction",
      interaction: surroundings.interactions.get(node.interaction.response) ?? node.interaction,
    };
  }
  return "children" in node ? { ...node, children: node.children.map((child) => current(child, surroundings)) } : node;
};

type Paragraph = Extract<DocBlock, { readonly type: "paragraph" }>;

const paragraphFrom = (paragraph: Paragraph, around: Around): Body => {
  const { bare, own } = paragraph.attrs;
  const words = wordsFrom(paragraph.content, around);
  if (words.length === 0 && bare !== false) return [];
  const alone = around.beside.every((other) => other === undefined);
  const standsBare = (bare ?? (around.place === "words" && alone)) && !around.beside.some(mayBeBare);
  return standsBare ? words : [element("p", own, words)];
};

/** Words without a paragraph that follow on from others without one would run into each other. */
const mayBeBare = (block: DocBlock | undefined) => block?.type === "paragraph" && block.attrs.bare !== false;

type Table = Extract<DocBlock, { readonly type: "table" }>;

const tableFrom = ({ attrs: { own, caption, sections }, content }: Table, surroundings: Surroundings): Node => {
  const isHead = (row: DocRow | undefined) => row?.content?.every(({ type }) => type === "tableHeader") ?? false;
  const firstOfBody = content.findIndex((row) => !isHead(row));
  const head = sections === "head" ? (firstOfBody === -1 ? content.length : firstOfBody) : 0;
  const rows = content.map((row, at) => rowFrom(row, at, surroundings));
  const group = (tag: "thead" | "tbody", part: readonly Node[]) => (part.length === 0 ? [] : [element(tag, {}, part)]);
  return element("table", own, [
    ...(caption === "" ? [] : [element("caption", {}, [{ kind: "text", text: caption }])]),
    ...(sections === "bare" ? rows : [...group("thead", rows.slice(0, head)), ...group("tbody", rows.slice(head))]),
  ]);
};

const rowFrom = (row: DocRow, at: number, surroundings: Surroundings): Node =>
  element(
    "tr",
    row.attrs.own,
    (row.content ?? []).map((cell) => cellFrom(cell, at, surroundings)),
  );

/** A new header cell says what it heads: a column in the first row, else a row. */
const cellFrom = ({ type, attrs, content }: DocCell, row: number, { interactions }: Surroundings): Node => {
  const { colspan, rowspan, own } = attrs;
  const isHeader = type === "tableHeader";
  const made: Attributes = isHeader ? { scope: row === 0 ? "col" : "row" } : {};
  const said = Object.entries(own ?? made).filter(([name]) => isHeader || name !== "scope");
  const attributes: Attributes = {
    ...Object.fromEntries(said),
    ...(colspan > 1 ? { colspan: String(colspan) } : {}),
    ...(rowspan > 1 ? { rowspan: String(rowspan) } : {}),
  };
  return element(isHeader ? "th" : "td", attributes, blocksFrom(content, { place: "words", interactions }));
};

const wordsFrom = (content: readonly DocInline[] = [], surroundings: Surroundings): Body =>
  grouped(content.map((inline) => ({ marks: inline.marks ?? [], nodes: nodesFrom(inline, surroundings) })));

type Run = { readonly marks: readonly DocMark[]; readonly nodes: Body };

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Runs that share their outermost mark stand together in its element; within it the next mark decides. */
const grouped = (runs: readonly Run[]): Body => {
  const body: Node[] = [];
  for (let at = 0; at < runs.length; ) {
    const [mark] = runs[at]?.marks ?? [];
    let end = at + 1;
    while (end < runs.length && same(runs[end]?.marks[0], mark)) end += 1;
    const together = runs.slice(at, end);
    if (mark === undefined) body.push(...together.flatMap(({ nodes }) => nodes));
    else body.push(marked(mark, grouped(together.map(({ marks, nodes }) => ({ marks: marks.slice(1), nodes })))));
    at = end;
  }
  return body;
};

const marked = (mark: DocMark, children: Body): Node =>
  mark.type === "hottext"
    ? { kind: "hottext", id: mark.attrs.id, children }
    : element(mark.attrs.tag, mark.attrs.own, children);

const nodesFrom = (inline: DocInline, surroundings: Surroundings): Body => {
  switch (inline.type) {
    case "text":
      return [{ kind: "text", text: inline.text }];
    case "hardBreak":
      return [element("br", {}, [])];
    case "picture":
      return [element("img", inline.attrs.own, [])];
    case "gap":
      return [{ kind: "gap", id: inline.attrs.id }];
    case "control":
      return controlFrom(inline.attrs.response, surroundings);
    case "keptWords":
      return [current(inline.attrs.node, surroundings)];
  }
};
