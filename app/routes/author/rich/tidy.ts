import type { Body, Node, Tag } from "../../../exam/item/body.ts";
import { phraseTags } from "./doc.ts";

const phrases: ReadonlySet<Tag> = new Set([...phraseTags, "br", "img", "ruby", "rt", "rp", "math"] as const);
const inText: ReadonlySet<string> = new Set(["text-entry", "inline-choice"]);

/** Whether a node stands among words, and not as a block. */
export const isAmongWords = (node: Node): boolean => {
  switch (node.kind) {
    case "text":
    case "gap":
      return true;
    case "hottext":
      return node.children.every(isAmongWords);
    case "interaction":
      return inText.has(node.interaction.type);
    case "element":
      return phrases.has(node.tag) && (node.tag === "math" || node.children.every(isAmongWords));
  }
};

/** Without what nobody sees: empty texts, texts in two pieces, and spaces between blocks. */
export const tidied = (body: Body): Body => {
  const joined: Node[] = [];
  for (const node of body) {
    const last = joined.at(-1);
    if (node.kind !== "text" || last?.kind !== "text") joined.push(node);
    else joined.splice(-1, 1, { kind: "text", text: last.text + node.text });
  }
  return joined
    .filter((node, at) => node.kind !== "text" || (node.text !== "" && !isSpaceBesideBlocks(joined, at)))
    .map((node) =>
      node.kind === "element" || node.kind === "hottext" ? { ...node, children: tidied(node.children) } : node,
    );
};

/** Only spaces, with a block or the end of the content on both sides, and one block at least. */
const isSpaceBesideBlocks = (body: Body, at: number) => {
  const [text, ...beside] = [body[at], body[at - 1], body[at + 1]];
  const blocks = beside.filter((node) => node !== undefined);
  const isSpace = text?.kind === "text" && text.text.trim() === "";
  return isSpace && blocks.length > 0 && blocks.every((node) => !isAmongWords(node));
};
