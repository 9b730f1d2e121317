import type { Body, Node } from "../item/body.ts";
import type { Item } from "../item/item.ts";
import { sameContent } from "./same-content.ts";

/**
 * What an item says and how it is marked, whatever paragraphs, spaces and empty parts its text was typed with. A file puts
 * such things in order; it may never lose anything that this holds.
 */
export const gistOf = (value: unknown): unknown => {
  if (typeof value === "string") return spaced(value);
  if (Array.isArray(value)) return gistOfList(value);
  if (typeof value !== "object" || value === null) return value;
  const parts = Object.entries(value).filter(([, part]) => part !== undefined && !isNothing(part));
  return Object.fromEntries(parts.map(([name, part]) => [name, gistOf(part)]));
};

const gistOfList = (list: readonly unknown[]) => (isBody(list) ? gistOfBody(list) : list.map(gistOf));

/** The parts of an item, by name, that two texts of it do not agree in. */
export const differingParts = (one: Item, other: Item): readonly string[] =>
  Object.keys({ ...one, ...other }).filter(
    (name) => !sameContent(gistOf(partOf(one, name)), gistOf(partOf(other, name))),
  );

const partOf = (item: object, name: string): unknown => Object.entries(item).find(([key]) => key === name)?.[1] ?? null;

const spaced = (text: string) => text.replace(/\s+/g, " ").trim();

/** A response that gives nothing is the same as no response. */
const isNothing = (part: unknown) => Array.isArray(part) && part.length === 0;

const kinds: readonly unknown[] = [
  "text",
  "element",
  "interaction",
  "gap",
  "hottext",
] satisfies readonly Node["kind"][];
const isBody = (value: readonly unknown[]): value is Body =>
  value.length > 0 &&
  value.every((part) => typeof part === "object" && part !== null && "kind" in part && kinds.includes(part.kind));

/** Its words, and what stands between them: pictures, controls, gaps. */
const gistOfBody = (body: Body) => {
  const parts = body.flatMap(partsOf);
  const words = parts.map((part) => (typeof part === "string" ? part : "\u0000")).join("");
  return { words: words.replace(/\s+/g, ""), others: parts.filter((part) => typeof part !== "string") };
};

const partsOf = (node: Node): readonly unknown[] => {
  switch (node.kind) {
    case "text":
      return [node.text];
    case "element": {
      const { src, alt, title } = node.attributes;
      const shown = src === undefined ? [] : [{ src, alt: spaced(alt ?? ""), title: spaced(title ?? "") }];
      return [...shown, ...node.children.flatMap(partsOf)];
    }
    case "interaction":
      return [gistOf(node.interaction)];
    case "gap":
      return [{ gap: node.id }];
    case "hottext":
      return [{ hottext: node.id, words: gistOfBody(node.children) }];
  }
};
