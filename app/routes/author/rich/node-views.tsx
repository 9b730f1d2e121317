import type { Extensions } from "@tiptap/core";
import { NodeViewWrapper, type ReactNodeViewProps, ReactNodeViewRenderer } from "@tiptap/react";
import { createContext, useContext } from "react";
import { classNames } from "../../../components/class-names.ts";
import type { Node } from "../../../exam/item/body.ts";
import type { Pictures } from "../../../player/interactions/interaction-props.ts";
import { RichText } from "../../../player/interactions/rich-text.tsx";
import { ControlNode, KeptBlock, KeptWords, PictureNode, schemaExtensions } from "./schema.ts";

/** Pictures of the unit, for the views inside an editor. */
export const PicturesContext = createContext<Pictures>({});

/** The labels of the controls that stand among the words, by response. */
export const LabelsContext = createContext<ReadonlyMap<string, string>>(new Map());

/** A control as writers see it: what it is, and what it asks for. */
function Control({ node: { attrs }, selected }: ReactNodeViewProps) {
  const label = useContext(LabelsContext).get(attrs.response);
  const kind = attrs.kind === "inline-choice" ? "List" : "Box";
  return (
    <NodeViewWrapper as="span" className={classNames("author-chip", selected && "author-selected")}>
      {`${kind}: ${label || attrs.response}`}
    </NodeViewWrapper>
  );
}

/** Something the editor does not know, shown as learners see it and left as it is. */
function Kept({ node, selected }: ReactNodeViewProps) {
  const pictures = useContext(PicturesContext);
  const kept: Node = node.attrs.node;
  return (
    <NodeViewWrapper
      as={node.isInline ? "span" : "div"}
      title="This part is kept as it is"
      className={classNames(node.isInline ? "author-chip" : "author-block", selected && "author-selected")}
    >
      <RichText body={[kept]} pictures={pictures} />
    </NodeViewWrapper>
  );
}

function PictureView({ node, selected }: ReactNodeViewProps) {
  const pictures = useContext(PicturesContext);
  return (
    <NodeViewWrapper
      as="span"
      className={classNames("author-picture", selected && "author-selected")}
      data-drag-handle=""
    >
      <RichText
        body={[{ kind: "element", tag: "img", attributes: node.attrs.own, children: [] }]}
        pictures={pictures}
      />
    </NodeViewWrapper>
  );
}

/** The whole editor: what it can hold, and how that looks. */
export const extensions: Extensions = [
  ...schemaExtensions,
  ControlNode.extend({ addNodeView: () => ReactNodeViewRenderer(Control, { as: "span" }) }),
  PictureNode.extend({ addNodeView: () => ReactNodeViewRenderer(PictureView, { as: "span" }) }),
  KeptBlock.extend({ addNodeView: () => ReactNodeViewRenderer(Kept) }),
  KeptWords.extend({ addNodeView: () => ReactNodeViewRenderer(Kept, { as: "span" }) }),
];
