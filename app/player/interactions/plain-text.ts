import type { Body } from "../../exam/item/body.ts";

/** The words of rich text, for options and announcements; a picture counts as its alternative text. */
export function plainText(body: Body): string {
  return body
    .map((node) => {
      if (node.kind === "text") return node.text;
      if (node.kind === "element") return node.tag === "img" ? (node.attributes.alt ?? "") : plainText(node.children);
      return node.kind === "hottext" ? plainText(node.children) : "";
    })
    .join("")
    .replace(/\s+/g, " ")
    .trim();
}
