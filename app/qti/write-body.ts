import { type Body, mathTags, type Node, type Tag } from "../exam/item/body.ts";
import { block, inline, type Markup, type Piece } from "./write-xml.ts";

/**
 * What the schema lets stand inside an element. `blocks`: only paragraphs and their like; `words`: no block at all;
 * `flow`: anything but gaps; `still`: anything, but controls only inside another element.
 */
type Room = "blocks" | "words" | "flow" | "still";

export type WriteInteraction = (node: Extract<Node, { readonly kind: "interaction" }>) => Markup;

/** Content for a place that takes only words, as in an inline choice: the words of blocks stay, the blocks go. */
export const writeWords = (body: Body): readonly Piece[] =>
  body.flatMap((node) => writeNode(node, "words", noControls));

/** Content for a place that takes words and blocks, but no control. */
export const writeContent = (body: Body): readonly Piece[] => writeIn(body, "still", noControls);

/** Content in which each part is a block; words that stand alone are put in one. */
export const writeBlocks = (body: Body, control: WriteInteraction = noControls): readonly Piece[] =>
  writeIn(body, "blocks", control);

function noControls(): never {
  throw new Error("An interaction cannot stand inside another or in a stimulus.");
}

/** Untidy content is put right as it is written, so that a file is always valid; tidy content is written as it is. */
const writeIn = (body: Body, room: Room, control: WriteInteraction): readonly Piece[] => {
  if (room !== "blocks") return body.flatMap((node) => writeNode(node, room, control));
  const pieces: Piece[] = [];
  let loose: Node[] = [];
  const gather = () => {
    const words = loose.some((node) => node.kind !== "text" || node.text.trim() !== "");
    if (words) pieces.push(inline("div", {}, writeIn(loose, "flow", control)));
    loose = [];
  };
  for (const node of body) {
    if (isBlock(node)) {
      gather();
      pieces.push(...writeNode(node, "blocks", control));
    } else loose.push(node);
  }
  gather();
  return pieces;
};

const writeNode = (node: Node, room: Room, control: WriteInteraction): readonly Piece[] => {
  switch (node.kind) {
    case "text":
      return node.text === "" ? [] : [node.text];
    case "gap":
      return [sheltered(inline("qti-gap", { identifier: node.id }), room === "words" ? null : "span")];
    case "hottext":
      return [
        sheltered(
          inline("qti-hottext", { identifier: node.id }, writeWords(node.children)),
          room === "still" ? "span" : null,
        ),
      ];
    case "interaction": {
      const shelter = inText.has(node.interaction.type) ? "span" : "div";
      return [sheltered(control(node), room === "still" ? shelter : null)];
    }
    case "element":
      return writeElement(node, room, control);
  }
};

const inText: ReadonlySet<string> = new Set(["text-entry", "inline-choice"]);

const sheltered = (markup: Markup, shelter: "span" | "div" | null) =>
  shelter === null ? markup : inline(shelter, {}, [markup]);

type ElementNode = Extract<Node, { readonly kind: "element" }>;

const writeElement = (node: ElementNode, room: Room, control: WriteInteraction): readonly Piece[] => {
  if (room === "words" && !isWords(node)) return writeIn(node.children, "words", control);
  const { name, extra } = nameOf(node, room);
  const { lang, ...rest } = node.attributes;
  const attributes = {
    ...(node.tag === "math" ? { xmlns: "http://www.w3.org/1998/Math/MathML" } : {}),
    ...inOrder(rest),
    ...(lang === undefined ? {} : { "xml:lang": lang }),
    ...extra,
  };
  const children = writeIn(tidy(node), roomIn(name), control);
  const structural = laidOut.has(name) && children.every((child) => typeof child !== "string");
  return [structural ? block(name, attributes, children) : inline(name, attributes, children)];
};

const inOrder = (attributes: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Some elements of the web are not in the schema, and some blocks stand where it wants words. */
const nameOf = ({ tag, children }: ElementNode, room: Room): { name: string; extra: Record<string, string> } => {
  const look = looks[tag];
  if (look !== undefined) return { name: "span", extra: { class: look } };
  if (tag === "a") return { name: "span", extra: {} };
  if (room !== "words" && wordsOnly.has(tag) && !children.every(isWords)) return { name: "div", extra: {} };
  return { name: tag, extra: {} };
};

const looks: Partial<Record<Tag, string>> = {
  u: "qti-underline",
  ins: "qti-underline",
  del: "qti-line-through",
};

const laidOut: ReadonlySet<string> = new Set(["table", "thead", "tbody", "tfoot", "colgroup", "ul", "ol", "dl"]);

/** A table's parts in the order of the schema. */
const tidy = ({ tag, children }: ElementNode): Body => {
  if (tag !== "table") return children;
  const order: readonly string[] = ["caption", "col", "colgroup", "thead", "tbody", "tr", "tfoot"];
  const place = (node: Node) => (node.kind === "element" ? order.indexOf(node.tag) : 0);
  return children.toSorted((a, b) => place(a) - place(b));
};

const roomIn = (name: string): Room => {
  if (wordsOnly.has(name)) return "words";
  return name === "blockquote" || name === "figure" ? "still" : "flow";
};

const math: ReadonlySet<string> = new Set(mathTags);
const wordsOnly: ReadonlySet<string> = new Set(
  "p h2 h3 h4 h5 h6 pre address dt em strong b i code kbd samp var sub sup small cite q span abbr dfn bdo ruby rt rp".split(
    " ",
  ),
);
const phrases: ReadonlySet<string> = new Set(
  "a abbr b bdo br cite code dfn em i img kbd q ruby rt rp samp small span strong sub sup u ins del var math".split(
    " ",
  ),
);
const blocks: ReadonlySet<string> = new Set(
  "p h2 h3 h4 h5 h6 pre address dl ol ul hr blockquote table div figure math audio video".split(" "),
);

/** Whether a node can stand among words. */
const isWords = (node: Node): boolean => {
  switch (node.kind) {
    case "text":
    case "gap":
    case "hottext":
      return true;
    case "interaction":
      return inText.has(node.interaction.type);
    case "element":
      return math.has(node.tag) || (phrases.has(node.tag) && node.children.every(isWords));
  }
};

const isBlock = (node: Node): boolean => {
  if (node.kind === "interaction") return !inText.has(node.interaction.type);
  if (node.kind !== "element") return false;
  return blocks.has(node.tag) || (wordsOnly.has(node.tag) && !node.children.every(isWords));
};
