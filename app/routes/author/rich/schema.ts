import { Extension, type Extensions, Mark, mergeAttributes, Node } from "@tiptap/core";
import { TableKit } from "@tiptap/extension-table";
import { StarterKit } from "@tiptap/starter-kit";

/** An attribute that the page does not show: it is carried along, so that nothing is lost. */
const carried = (value: unknown) => ({ default: value, rendered: false });

/** What the ready-made parts must carry to give an item's words back as they were. */
const OwnAttributes = Extension.create({
  name: "ownAttributes",
  addGlobalAttributes: () => [
    {
      types: ["paragraph", "bulletList", "orderedList", "listItem", "table", "tableRow", "bold", "italic"],
      attributes: { own: carried({}) },
    },
    { types: ["paragraph"], attributes: { bare: carried(null) } },
    { types: ["tableCell", "tableHeader"], attributes: { own: carried(null) } },
    { types: ["table"], attributes: { caption: carried(""), sections: carried("head") } },
    { types: ["bold"], attributes: { tag: carried("strong") } },
    { types: ["italic"], attributes: { tag: carried("em") } },
  ],
});

const inTheMiddle = (name: string, shortcut: string, tag: "sub" | "sup") =>
  Mark.create({
    name,
    excludes: name === "subscript" ? "superscript" : "subscript",
    addAttributes: () => ({ tag: carried(tag), own: carried({}) }),
    parseHTML: () => [{ tag }],
    renderHTML: () => [tag, 0],
    addKeyboardShortcuts() {
      return { [shortcut]: () => this.editor.commands.toggleMark(this.name) };
    },
  });

/** Elements among words that have no button of their own. */
const Phrase = Mark.create({
  name: "phrase",
  excludes: "",
  addAttributes: () => ({ tag: { default: "span", rendered: false }, own: carried({}) }),
  renderHTML: ({ mark }) => [mark.attrs.tag === "a" ? "span" : mark.attrs.tag, { class: "author-phrase" }, 0],
});

/** A phrase a learner can pick out. Two of them never run into each other, because their names differ. */
const Hottext = Mark.create({
  name: "hottext",
  excludes: "hottext",
  inclusive: false,
  addAttributes: () => ({
    id: { default: "", parseHTML: (element) => element.getAttribute("data-hottext") ?? "", rendered: false },
  }),
  parseHTML: () => [{ tag: "span[data-hottext]" }],
  renderHTML: ({ mark }) => ["span", { "data-hottext": mark.attrs.id, class: "author-hottext" }, 0],
});

const named = (attribute: string) => ({
  default: "",
  rendered: false,
  parseHTML: (element: HTMLElement) => element.getAttribute(`data-${attribute}`) ?? "",
});

const Gap = Node.create({
  name: "gap",
  group: "inline",
  inline: true,
  atom: true,
  addAttributes: () => ({ id: named("gap") }),
  parseHTML: () => [{ tag: "span[data-gap]" }],
  renderHTML: ({ node }) => ["span", { "data-gap": node.attrs.id, class: "author-chip" }, `Gap ${node.attrs.id}`],
});

const controlWords: Readonly<Record<string, string>> = { "text-entry": "Text box", "inline-choice": "List" };

const control = (name: string, settings: { readonly inline: boolean }) =>
  Node.create({
    name,
    ...settings,
    group: settings.inline ? "inline" : "block",
    atom: true,
    draggable: !settings.inline,
    addAttributes: () => ({ response: named("response"), kind: named("kind") }),
    parseHTML: () => [{ tag: `${settings.inline ? "span" : "div"}[data-response]` }],
    renderHTML: ({ node: { attrs } }) => [
      settings.inline ? "span" : "div",
      {
        "data-response": attrs.response,
        "data-kind": attrs.kind,
        class: settings.inline ? "author-chip" : "author-block",
      },
      settings.inline
        ? `${controlWords[attrs.kind] ?? "Answer"} ${attrs.response}`
        : "The answer stands here; it is edited below.",
    ],
  });

/** Shown by a view of its own, which knows where pictures are. */
const Picture = Node.create({
  name: "picture",
  group: "inline",
  inline: true,
  draggable: true,
  addAttributes: () => ({ own: carried({}) }),
  renderHTML: ({ node }) => ["span", { class: "author-chip" }, String(node.attrs.own.alt ?? "Picture")],
});

const Line = Node.create({
  name: "line",
  group: "block",
  content: "inline*",
  defining: true,
  addAttributes: () => ({ tag: carried("h3"), own: carried({}) }),
  parseHTML: () => ["h2", "h3", "h4", "h5", "h6"].map((tag) => ({ tag, attrs: { tag } })),
  renderHTML: ({ node }) => [node.attrs.tag, 0],
});

const Container = Node.create({
  name: "container",
  group: "block",
  content: "block+",
  defining: true,
  addAttributes: () => ({ tag: carried("div"), own: carried({}) }),
  parseHTML: () => [{ tag: "blockquote", attrs: { tag: "blockquote" } }],
  renderHTML: ({ node }) => [node.attrs.tag, { class: "author-container" }, 0],
});

const kept = (name: string, inline: boolean) =>
  Node.create({
    name,
    group: inline ? "inline" : "block",
    inline,
    atom: true,
    addAttributes: () => ({ node: carried(null) }),
    renderHTML: () => [
      inline ? "span" : "div",
      mergeAttributes({ class: inline ? "author-chip" : "author-block" }),
      "Kept as it is",
    ],
  });

export const KeptBlock = kept("kept", false);
export const KeptWords = kept("keptWords", true);
export const PictureNode = Picture;
export const ControlNode = control("control", { inline: true });

/** Everything a document of an item can hold. The order of the marks is the order of `markNames`. */
export const schemaExtensions: Extensions = [
  Hottext,
  Phrase,
  StarterKit.configure({
    blockquote: false,
    code: false,
    codeBlock: false,
    heading: false,
    horizontalRule: false,
    link: false,
    strike: false,
    trailingNode: false,
    underline: false,
    // The page goes back over all of an item at once.
    undoRedo: false,
  }),
  inTheMiddle("subscript", "Mod-,", "sub"),
  inTheMiddle("superscript", "Mod-.", "sup"),
  TableKit.configure({ table: { resizable: false } }),
  OwnAttributes,
  Gap,
  control("bigControl", { inline: false }),
  Line,
  Container,
];
