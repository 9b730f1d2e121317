import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { classNames } from "../../../components/class-names.ts";
import type { Body } from "../../../exam/item/body.ts";
import { freshGap, freshHottext } from "../../../exam/item/edit/content-edit.ts";

/** What may be put into the words besides marks, lists, tables and pictures. */
export type Extras = {
  readonly controls?: (kind: "text-entry" | "inline-choice") => string;
  readonly gaps?: boolean;
  readonly hottexts?: boolean;
};

type Props = {
  readonly editor: Editor;
  readonly label: string;
  /** Lists and tables have no place in one line. */
  readonly blocks: boolean;
  readonly extras: Extras;
  readonly bodyNow: () => Body;
  readonly onPicture: () => void;
};

type Tool = {
  readonly name: string;
  readonly face: ReactNode;
  readonly pressed?: boolean;
  readonly run: () => void;
};

/** The tools of a rich text: one stop of the Tab key, arrows from tool to tool. */
export function Toolbar(props: Props) {
  const { label } = props;
  const groups = useTools(props);
  const tools = groups.flat();
  const bar = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState(0);
  const go = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: 1,
      ArrowLeft: -1,
      Home: -stop,
      End: tools.length - 1 - stop,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = (stop + step + tools.length) % tools.length;
    setStop(next);
    bar.current?.querySelectorAll("button")[next]?.focus();
  };
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={`Tools for: ${label}`}
      onKeyDown={go}
      className="flex flex-wrap gap-x-2 gap-y-1 rounded-t-md border-b border-line bg-sunken px-1.5 py-1"
    >
      {groups
        .filter((group) => group.length > 0)
        .map((group) => (
          <div key={group[0]?.name} className="flex flex-wrap gap-0.5">
            {group.map((tool) => (
              <ToolButton
                key={tool.name}
                tool={tool}
                isStop={tools.indexOf(tool) === Math.min(stop, tools.length - 1)}
                onFocus={() => setStop(tools.indexOf(tool))}
              />
            ))}
          </div>
        ))}
    </div>
  );
}

function ToolButton({
  tool: { name, face, pressed, run },
  isStop,
  onFocus,
}: {
  readonly tool: Tool;
  readonly isStop: boolean;
  readonly onFocus: () => void;
}) {
  return (
    <button
      type="button"
      aria-label={name}
      title={name}
      aria-pressed={pressed}
      tabIndex={isStop ? 0 : -1}
      onFocus={onFocus}
      // The words keep their selection while a tool is pressed.
      onMouseDown={(event) => event.preventDefault()}
      onClick={run}
      className={classNames(
        "inline-flex min-h-8 min-w-8 items-center justify-center rounded-sm px-1.5 text-sm",
        pressed ? "bg-accent font-bold text-accent-ink" : "text-ink hover:bg-surface",
      )}
    >
      {face}
    </button>
  );
}

function useTools({ editor, blocks, extras, bodyNow, onPicture }: Props): readonly (readonly Tool[])[] {
  const on = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive("bold"),
      italic: now.isActive("italic"),
      subscript: now.isActive("subscript"),
      superscript: now.isActive("superscript"),
      bulletList: now.isActive("bulletList"),
      orderedList: now.isActive("orderedList"),
      table: now.isActive("table"),
      hottext: now.isActive("hottext"),
      nothing: now.state.selection.empty,
    }),
  });
  const chain = () => editor.chain().focus();
  const mark = (name: "bold" | "italic" | "subscript" | "superscript", title: string, face: ReactNode): Tool => ({
    name: title,
    face,
    pressed: on[name],
    run: () => chain().toggleMark(name).run(),
  });
  const insert = (type: string, attrs: Record<string, string>) => chain().insertContent([{ type, attrs }]).run();
  const { controls } = extras;
  return [
    [
      mark("bold", "Bold", <b>B</b>),
      mark("italic", "Italic", <i>I</i>),
      mark(
        "subscript",
        "Subscript",
        <span>
          x<sub>2</sub>
        </span>,
      ),
      mark(
        "superscript",
        "Superscript",
        <span>
          x<sup>2</sup>
        </span>,
      ),
    ],
    blocks
      ? [
          {
            name: "Bulleted list",
            face: "• List",
            pressed: on.bulletList,
            run: () => chain().toggleBulletList().run(),
          },
          {
            name: "Numbered list",
            face: "1. List",
            pressed: on.orderedList,
            run: () => chain().toggleOrderedList().run(),
          },
        ]
      : [],
    [
      ...(blocks && !on.table
        ? [
            {
              name: "Table",
              face: "Table",
              run: () => chain().insertTable({ rows: 3, cols: 2, withHeaderRow: true }).run(),
            },
          ]
        : []),
      { name: "Picture", face: "Picture", run: onPicture },
    ],
    on.table
      ? [
          { name: "Row below", face: "+ Row", run: () => chain().addRowAfter().run() },
          { name: "Column to the right", face: "+ Column", run: () => chain().addColumnAfter().run() },
          { name: "Remove row", face: "− Row", run: () => chain().deleteRow().run() },
          { name: "Remove column", face: "− Column", run: () => chain().deleteColumn().run() },
          { name: "Header row", face: "Header", run: () => chain().toggleHeaderRow().run() },
          { name: "Remove table", face: "Remove table", run: () => chain().deleteTable().run() },
        ]
      : [],
    [
      ...(controls
        ? [
            {
              name: "Insert a text box",
              face: "+ Text box",
              run: () => insert("control", { response: controls("text-entry"), kind: "text-entry" }),
            },
            {
              name: "Insert a list",
              face: "+ List box",
              run: () => insert("control", { response: controls("inline-choice"), kind: "inline-choice" }),
            },
          ]
        : []),
      ...(extras.gaps
        ? [{ name: "Insert a gap", face: "+ Gap", run: () => insert("gap", { id: freshGap(bodyNow()) }) }]
        : []),
      ...(extras.hottexts
        ? [
            {
              name: on.hottext ? "Not to be chosen" : "Make the selected words a phrase to choose",
              face: on.hottext ? "Not a phrase" : "Phrase to choose",
              pressed: on.hottext,
              run: () =>
                on.hottext
                  ? chain().extendMarkRange("hottext").unsetMark("hottext").run()
                  : chain()
                      .setMark("hottext", { id: freshHottext(bodyNow()) })
                      .run(),
            },
          ]
        : []),
    ],
  ];
}
