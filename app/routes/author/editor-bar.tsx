import type { ReactNode } from "react";
import { Button } from "../../components/button.tsx";
import { SavedLine } from "./saving/saved-line.tsx";
import type { ItemEditor } from "./use-item-editor.ts";

type Props = {
  readonly editor: ItemEditor;
  readonly faults: number;
  readonly reading: boolean;
  readonly state: ReactNode;
  readonly children?: ReactNode;
};

/** What is always in sight while somebody writes: saved or not, undo and redo, and where the draft goes next. */
export function EditorBar({ editor, faults, reading, state, children }: Props) {
  const { undo, redo, mayUndo, mayRedo, saving } = editor;
  return (
    <div className="sticky top-0 z-20 -mx-4 mb-4 flex flex-wrap items-center gap-x-5 gap-y-2 border-b border-line bg-page px-4 py-2 sm:-mx-6 sm:px-6">
      {state}
      {!reading && (
        <>
          <div className="flex gap-1">
            <Button size="small" variant="quiet" aria-disabled={!mayUndo} title="Ctrl+Z" onClick={undo}>
              Undo
            </Button>
            <Button size="small" variant="quiet" aria-disabled={!mayRedo} title="Ctrl+Shift+Z" onClick={redo}>
              Redo
            </Button>
          </div>
          <div role="status">
            <SavedLine saving={saving} />
          </div>
          {faults > 0 && (
            <p className="text-sm text-ink-soft">
              {faults === 1 ? "1 thing to put right" : `${faults} things to put right`}
            </p>
          )}
        </>
      )}
      <div className="ms-auto flex flex-wrap items-center gap-2">{children}</div>
    </div>
  );
}
