import type { Editor, JSONContent } from "@tiptap/core";
import { EditorContent, useEditor, useEditorState } from "@tiptap/react";
import { useEffect, useMemo, useRef } from "react";
import { Button } from "../../../components/button.tsx";
import { Field } from "../../../components/field.tsx";
import type { Body, Interaction } from "../../../exam/item/body.ts";
import type { Pictures } from "../../../player/interactions/interaction-props.ts";
import { type Doc, docShape } from "./doc.ts";
import { bodyFrom, type Words } from "./from-doc.ts";
import { extensions, LabelsContext, PicturesContext } from "./node-views.tsx";
import { docFrom } from "./to-doc.ts";
import { type Extras, Toolbar } from "./toolbar.tsx";

export type RichProps = {
  readonly id: string;
  readonly label: string;
  readonly body: Body;
  readonly onChange: (body: Body) => void;
  readonly place: Words;
  readonly pictures: Pictures;
  readonly addPicture: (file: File) => Promise<string | null>;
  /** Lists and tables too. */
  readonly blocks?: boolean;
  readonly gaps?: boolean;
  readonly hottexts?: boolean;
  /** The controls that stand in the words, and a way to make another. */
  readonly controls?: {
    readonly all: readonly Interaction[];
    readonly make: (kind: "text-entry" | "inline-choice") => Interaction;
  };
  readonly describedBy?: string | undefined;
  readonly autoFocus?: boolean;
};

/** The editor keeps what it is given, so it gets a copy. */
const forEditor = (doc: Doc): JSONContent => JSON.parse(JSON.stringify(doc));

/** Words of an item with their tools. It knows no more than what an item may hold. */
export default function RichEditor(props: RichProps) {
  const { id, label, body, place, pictures, blocks = false, controls } = props;
  const latest = useRef(props);
  latest.current = props;
  const made = useRef(new Map<string, Interaction>());
  /** The body that the document on the screen stands for. */
  const shown = useRef(body);

  const bodyNow = (editor: Editor) => {
    const all = latest.current.controls?.all ?? [];
    const interactions = new Map([...made.current, ...all.map((one) => [one.response, one] as const)]);
    return bodyFrom(docShape.parse(editor.getJSON()), { place, interactions });
  };
  const editor = useEditor({
    extensions,
    content: forEditor(docFrom(body, place)),
    injectCSS: false,
    immediatelyRender: false,
    autofocus: props.autoFocus ? "end" : false,
    editorProps: {
      attributes: {
        id,
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": label,
        ...(props.describedBy === undefined ? {} : { "aria-describedby": props.describedBy }),
        class: "prose author-words",
      },
    },
    onUpdate: ({ editor: now }) => {
      shown.current = bodyNow(now);
      latest.current.onChange(shown.current);
    },
  });

  // What was changed elsewhere, as by undoing, is shown; what was typed here is there already.
  useEffect(() => {
    if (editor === null || body === shown.current) return;
    shown.current = body;
    const { from, to } = editor.state.selection;
    const doc = docFrom(body, place);
    if (JSON.stringify(docShape.parse(editor.getJSON())) === JSON.stringify(docShape.parse(doc))) return;
    editor.commands.setContent(forEditor(doc), { emitUpdate: false });
    const end = editor.state.doc.content.size;
    if (editor.isFocused) editor.commands.setTextSelection({ from: Math.min(from, end), to: Math.min(to, end) });
  }, [editor, body, place]);

  const extras: Extras = {
    gaps: props.gaps ?? false,
    hottexts: props.hottexts ?? false,
    ...(controls === undefined
      ? {}
      : {
          controls: (kind) => {
            const control = controls.make(kind);
            made.current.set(control.response, control);
            return control.response;
          },
        }),
  };
  const labels = useMemo(
    () => new Map((controls?.all ?? []).map((one) => [one.response, "label" in one ? one.label : ""])),
    [controls?.all],
  );
  const file = useRef<HTMLInputElement>(null);
  if (editor === null) return null;

  const insertPicture = async (chosen: File | undefined) => {
    const src = chosen === undefined ? null : await latest.current.addPicture(chosen);
    if (src !== null)
      editor
        .chain()
        .focus()
        .insertContent([{ type: "picture", attrs: { own: { src, alt: "" } } }])
        .run();
  };
  return (
    <PicturesContext.Provider value={pictures}>
      <LabelsContext.Provider value={labels}>
        <div className="rounded-md border-[1.5px] border-line-strong bg-surface focus-within:border-ink">
          <Toolbar
            editor={editor}
            label={label}
            blocks={blocks}
            extras={extras}
            bodyNow={() => bodyNow(editor)}
            onPicture={() => file.current?.click()}
          />
          <PictureWords editor={editor} />
          <EditorContent editor={editor} />
          <input
            ref={file}
            type="file"
            accept="image/png,image/jpeg,image/svg+xml"
            aria-label={`Picture for: ${label}`}
            tabIndex={-1}
            className="sr-only"
            onChange={(event) => {
              insertPicture(event.currentTarget.files?.[0]);
              event.currentTarget.value = "";
            }}
          />
        </div>
      </LabelsContext.Provider>
    </PicturesContext.Provider>
  );
}

/** The words that stand for the selected picture. */
function PictureWords({ editor }: { readonly editor: Editor }) {
  const own = useEditorState({
    editor,
    selector: ({ editor: now }): Record<string, string> | null =>
      now.isActive("picture") ? (now.getAttributes("picture").own ?? {}) : null,
  });
  if (own === null) return null;
  // Another picture node takes the place of this one, so it is selected again.
  const say = (alt: string) =>
    editor
      .chain()
      .updateAttributes("picture", { own: { ...own, alt } })
      .setNodeSelection(editor.state.selection.from)
      .run();
  return (
    <div className="flex flex-wrap items-end gap-3 border-b border-line px-3 py-2">
      <Field
        label="What the picture shows"
        hint="For everybody who cannot see it"
        width="full"
        className="min-w-56 flex-1"
        value={own.alt ?? ""}
        onChange={(event) => say(event.currentTarget.value)}
      />
      <Button size="small" variant="quiet" onClick={() => editor.chain().focus().deleteSelection().run()}>
        Remove picture
      </Button>
    </div>
  );
}
