import { Notice } from "../../../components/notice.tsx";
import type { Said } from "../../answer.ts";
import type { Other } from "../saving/draft-wire.ts";
import { OthersNotice } from "../saving/others-notice.tsx";
import { OvertakenPanel } from "../saving/overtaken-panel.tsx";
import type { ItemEditor } from "../use-item-editor.ts";
import { StepRefused } from "./life-actions.tsx";

type Props = {
  readonly draft: string;
  readonly editor: ItemEditor;
  readonly others: readonly Other[];
  readonly said: Said | null;
};

/** Whatever a writer must know before they go on. */
export function Messages({ draft, editor, others, said }: Props) {
  const { saving } = editor;
  return (
    <div className="mb-4 grid gap-3 empty:hidden">
      <StepRefused said={said} />
      <OthersNotice others={others} />
      <OvertakenPanel draft={draft} editor={editor} />
      {saving.kind === "refused" && (
        <Notice tone="bad" live title="The last changes were not saved">
          {saving.words}
        </Notice>
      )}
      {saving.kind === "unheard" && (
        <Notice tone="warn" live title="Not saved yet">
          {saving.words}
        </Notice>
      )}
    </div>
  );
}
