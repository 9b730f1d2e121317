import { z } from "zod";
import type { Attributes, Node, Tag } from "../../../exam/item/body.ts";

/** Elements that are words among words; each is a mark, whatever order they are nested in. */
export const phraseTags = [
  "strong",
  "b",
  "em",
  "i",
  "sub",
  "sup",
  "abbr",
  "bdo",
  "cite",
  "code",
  "del",
  "dfn",
  "ins",
  "kbd",
  "q",
  "samp",
  "small",
  "span",
  "u",
  "var",
  "a",
] as const satisfies readonly Tag[];
/** Elements that hold blocks or words, and lines of their own beside the paragraph. */
export const containerTags = ["div", "blockquote"] as const satisfies readonly Tag[];
export const lineTags = ["h2", "h3", "h4", "h5", "h6", "address", "pre"] as const satisfies readonly Tag[];

export type PhraseTag = (typeof phraseTags)[number];
const attributes = z.record(z.string(), z.string());

/** The name of the mark for each phrase, the outermost first: the editor keeps marks in this order. */
export const markNames = ["hottext", "phrase", "bold", "italic", "subscript", "superscript"] as const;

const phrase = z.object({ tag: z.enum(phraseTags), own: attributes });
const mark = z.discriminatedUnion("type", [
  z.object({ type: z.literal("hottext"), attrs: z.object({ id: z.string() }) }),
  ...(["phrase", "bold", "italic", "subscript", "superscript"] as const).map((type) =>
    z.object({ type: z.literal(type), attrs: phrase }),
  ),
]);
export type DocMark =
  | { readonly type: "hottext"; readonly attrs: { readonly id: string } }
  | {
      readonly type: "phrase" | "bold" | "italic" | "subscript" | "superscript";
      readonly attrs: { readonly tag: PhraseTag; readonly own: Attributes };
    };

type Marked = { readonly marks?: readonly DocMark[] | undefined };
export type DocInline = Marked &
  (
    | { readonly type: "text"; readonly text: string }
    | { readonly type: "hardBreak" }
    | { readonly type: "picture"; readonly attrs: { readonly own: Attributes } }
    | { readonly type: "gap"; readonly attrs: { readonly id: string } }
    /** A control among words; all of it but its place is edited elsewhere. */
    | { readonly type: "control"; readonly attrs: { readonly response: string; readonly kind: string } }
    | { readonly type: "keptWords"; readonly attrs: { readonly node: Node } }
  );

const marks = z.array(mark).optional();
const anyNode = z.custom<Node>((value) => typeof value === "object" && value !== null && "kind" in value);
const control = z.object({ response: z.string(), kind: z.string() });
const inline: z.ZodType<DocInline> = z.discriminatedUnion("type", [
  z.object({ type: z.literal("text"), text: z.string(), marks }),
  z.object({ type: z.literal("hardBreak"), marks }),
  z.object({ type: z.literal("picture"), attrs: z.object({ own: attributes }), marks }),
  z.object({ type: z.literal("gap"), attrs: z.object({ id: z.string() }), marks }),
  z.object({ type: z.literal("control"), attrs: control, marks }),
  z.object({ type: z.literal("keptWords"), attrs: z.object({ node: anyNode }), marks }),
]);
const words = z.array(inline).optional();

export type DocCell = {
  readonly type: "tableCell" | "tableHeader";
  /** `own` is null for a cell made in the editor, whose scope follows from its place. */
  readonly attrs: { readonly colspan: number; readonly rowspan: number; readonly own: Attributes | null };
  readonly content: readonly DocBlock[];
};
export type DocRow = {
  readonly type: "tableRow";
  readonly attrs: { readonly own: Attributes };
  readonly content?: readonly DocCell[] | undefined;
};
/** How the rows of a table are gathered: header rows in a head, all in one body, or not at all. */
export const tableSections = ["head", "body", "bare"] as const;

export type DocBlock =
  | {
      readonly type: "paragraph";
      /** Whether the words stand without a paragraph in the item; null where their place decides. */
      readonly attrs: { readonly bare: boolean | null; readonly own: Attributes };
      readonly content?: readonly DocInline[] | undefined;
    }
  | {
      readonly type: "line";
      readonly attrs: { readonly tag: (typeof lineTags)[number]; readonly own: Attributes };
      readonly content?: readonly DocInline[] | undefined;
    }
  | {
      readonly type: "container";
      readonly attrs: { readonly tag: (typeof containerTags)[number]; readonly own: Attributes };
      readonly content: readonly DocBlock[];
    }
  | {
      readonly type: "bulletList" | "orderedList";
      readonly attrs: { readonly own: Attributes };
      readonly content: readonly DocListItem[];
    }
  | {
      readonly type: "table";
      readonly attrs: {
        readonly own: Attributes;
        readonly caption: string;
        readonly sections: (typeof tableSections)[number];
      };
      readonly content: readonly DocRow[];
    }
  | { readonly type: "bigControl"; readonly attrs: { readonly response: string; readonly kind: string } }
  | { readonly type: "kept"; readonly attrs: { readonly node: Node } };
export type DocListItem = {
  readonly type: "listItem";
  readonly attrs: { readonly own: Attributes };
  readonly content: readonly DocBlock[];
};
export type Doc = { readonly type: "doc"; readonly content: readonly DocBlock[] };

const own = z.object({ own: attributes });
const block: z.ZodType<DocBlock> = z.lazy(() =>
  z.discriminatedUnion("type", [
    z.object({
      type: z.literal("paragraph"),
      attrs: z.object({ bare: z.boolean().nullable(), own: attributes }),
      content: words,
    }),
    z.object({ type: z.literal("line"), attrs: z.object({ tag: z.enum(lineTags), own: attributes }), content: words }),
    z.object({
      type: z.literal("container"),
      attrs: z.object({ tag: z.enum(containerTags), own: attributes }),
      content: z.array(block),
    }),
    z.object({ type: z.enum(["bulletList", "orderedList"]), attrs: own, content: z.array(listItem) }),
    z.object({
      type: z.literal("table"),
      attrs: z.object({ own: attributes, caption: z.string(), sections: z.enum(tableSections) }),
      content: z.array(row),
    }),
    z.object({ type: z.literal("bigControl"), attrs: control }),
    z.object({ type: z.literal("kept"), attrs: z.object({ node: anyNode }) }),
  ]),
);
const listItem: z.ZodType<DocListItem> = z.object({
  type: z.literal("listItem"),
  attrs: own,
  content: z.array(block),
});
const cell: z.ZodType<DocCell> = z.object({
  type: z.enum(["tableCell", "tableHeader"]),
  attrs: z.object({ colspan: z.number(), rowspan: z.number(), own: attributes.nullable() }),
  content: z.array(block),
});
const row: z.ZodType<DocRow> = z.object({ type: z.literal("tableRow"), attrs: own, content: z.array(cell).optional() });

/** What the editor says its document is. */
export const docShape: z.ZodType<Doc> = z.object({ type: z.literal("doc"), content: z.array(block) });
