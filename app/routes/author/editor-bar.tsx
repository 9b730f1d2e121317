import type { ReactNode } from "react";
import { Button } from "../../components/button.tsx";
import { SavedLine } from "./saving/saved-line.tsx";
import type { ItemEditor } from "./use-item-editor.ts";

type Props = { readonly editor: ItemEditor; readonly faults: number; readonly children?: ReactNode };

/** What is always in sight while somebody writes: saved or not, undo and redo, and where the draft goes next. */
export function EditorBar({ editor, faults, children }: Props) {
  return (
    <div className="sticky top-0 z-20 -mx-4 mb-4 flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-page px-4 py-2 sm:-mx-6 sm:px-6">
      <div className="flex gap-1">
        <Button size="small" variant="quiet" aria-disabled={!editor.mayUndo} title="Ctrl+Z" onClick={editor.undo}>
          Undo
        </Button>
        <Button size="small" variant="quiet" aria-disabled={!editor.mayRedo} title="Ctrl+Shift+Z" onClick={editor.redo}>
          Redo
        </Button>
      </div>
      <div role="status">
        <SavedLine saving={editor.saving} />
      </div>
      {faults > 0 && (
        <p className="text-sm text-ink-soft">
          {faults === 1 ? "1 thing to put right" : `${faults} things to put right`}
        </p>
      )}
      <div className="ms-auto flex flex-wrap items-center gap-2">{children}</div>
    </div>
  );
}
