import type { Body, Node } from "../../exam/item/body.ts";

const blocks: ReadonlySet<string> = new Set(
  "address blockquote caption dd div dl dt figcaption figure h2 h3 h4 h5 h6 hr li ol p pre table tr ul".split(" "),
);

/** Content as lines of words: a line a block, what is no words in brackets. */
export function plainWords(body: Body): string {
  return body
    .map(wordsOf)
    .join("")
    .split("\n")
    .map((line) => line.replace(/\s+/g, " ").trim())
    .filter((line) => line !== "")
    .join("\n");
}

const wordsOf = (node: Node): string => {
  switch (node.kind) {
    case "text":
      return node.text.replace(/\s+/g, " ");
    case "gap":
      return ` [gap ${node.id}] `;
    case "hottext":
      return ` [${node.id}: ${plainWords(node.children)}] `;
    case "interaction":
      return ` [${node.interaction.response}] `;
    case "element": {
      const inside = node.children.map(wordsOf).join("");
      if (node.attributes.src !== undefined) return ` [picture ${node.attributes.src}: ${node.attributes.alt ?? ""}] `;
      if (node.tag === "br") return "\n";
      if (node.tag === "td" || node.tag === "th") return `${inside} | `;
      if (node.tag === "li") return `\n• ${inside}\n`;
      return blocks.has(node.tag) ? `\n${inside}\n` : inside;
    }
  }
};
