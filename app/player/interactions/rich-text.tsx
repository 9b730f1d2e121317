import { createElement, Fragment, type ReactElement, type ReactNode } from "react";
import { type Attributes, type Body, type Interaction, type Node, type Tag, tags } from "../../exam/item/body.ts";
import type { Pictures } from "./interaction-props.ts";
import { sourceOf } from "./source-of.ts";

/** What stands where the text leaves a place for it; without a part, nothing does. */
export type Parts = {
  readonly interaction?: (interaction: Interaction) => ReactNode;
  readonly gap?: (id: string) => ReactNode;
  readonly hottext?: (id: string, words: ReactNode, body: Body) => ReactNode;
};

type Props = { readonly body: Body; readonly pictures: Pictures; readonly parts?: Parts };

/** Text of an item, a stimulus or a mark scheme. Only elements and attributes on the list reach the page. */
export const RichText = ({ body, pictures, parts = {} }: Props) => all(body, { pictures, parts });

type Place = { readonly pictures: Pictures; readonly parts: Parts };

const known: ReadonlySet<string> = new Set(tags);
const empty: ReadonlySet<Tag> = new Set(["br", "hr", "col", "mspace", "none", "mprescripts"] as const);
/** Where HTML allows no text, so that line breaks in the source must not become any. */
const textless: ReadonlySet<Tag> = new Set([
  "table",
  "thead",
  "tbody",
  "tfoot",
  "tr",
  "colgroup",
  "ul",
  "ol",
  "dl",
  "math",
  "mrow",
  "mfrac",
  "msup",
  "msub",
  "msubsup",
  "mtable",
  "mtr",
] as const);

const attributeNames: Readonly<Record<string, string>> = {
  class: "className",
  colspan: "colSpan",
  rowspan: "rowSpan",
  scope: "scope",
  lang: "lang",
  dir: "dir",
  title: "title",
  start: "start",
  display: "display",
  mathvariant: "mathvariant",
  columnalign: "columnalign",
  stretchy: "stretchy",
  open: "open",
  close: "close",
  separators: "separators",
};

// Children are passed one by one: the text never changes its shape, so it needs no keys.
const all = (body: Body, place: Place): ReactElement =>
  createElement(Fragment, null, ...body.map((node) => one(node, place)));

function one(node: Node, place: Place): ReactNode {
  switch (node.kind) {
    case "text":
      return node.text;
    case "interaction":
      return place.parts.interaction?.(node.interaction) ?? null;
    case "gap":
      return place.parts.gap?.(node.id) ?? null;
    case "hottext":
      return place.parts.hottext?.(node.id, all(node.children, place), node.children) ?? all(node.children, place);
    case "element":
      return element(node, place);
  }
}

function element({ tag, attributes, children }: Extract<Node, { kind: "element" }>, place: Place): ReactNode {
  if (!known.has(tag)) return all(children, place);
  if (tag === "img") return <Picture attributes={attributes} pictures={place.pictures} />;
  if (tag === "audio" || tag === "video") return player(tag, attributes, place.pictures);
  const safe = Object.fromEntries(
    Object.entries(attributes).flatMap(([name, value]) =>
      attributeNames[name] ? [[attributeNames[name], value]] : [],
    ),
  );
  if (empty.has(tag)) return createElement(tag, safe);
  const kept = textless.has(tag)
    ? children.filter((child) => child.kind !== "text" || child.text.trim() !== "")
    : children;
  const within = kept.map((child) => one(child, place));
  // A wide table scrolls within itself, so that the page never does.
  if (tag === "table")
    return createElement("div", { className: "overflow-x-auto" }, createElement("table", safe, ...within));
  // A link would lead out of the test, so its words stand alone.
  return createElement(tag === "a" ? "span" : tag, safe, ...within);
}

/** Nothing plays by itself; where there is nothing to play, its description stands. */
function player(tag: "audio" | "video", { src = "", title = "" }: Attributes, pictures: Pictures) {
  const source = sourceOf(src, pictures);
  if (source === undefined) return <span className="border border-dashed border-line-strong p-2 italic">{title}</span>;
  return createElement(tag, { src: source, controls: true, "aria-label": title || undefined });
}

function Picture({
  attributes,
  pictures,
}: {
  readonly attributes: Readonly<Record<string, string>>;
  readonly pictures: Pictures;
}) {
  const source = sourceOf(attributes.src ?? "", pictures);
  const alt = attributes.alt ?? "";
  if (source === undefined) return <span className="border border-dashed border-line-strong p-2 italic">{alt}</span>;
  return <img src={source} alt={alt} width={attributes.width} height={attributes.height} draggable={false} />;
}
