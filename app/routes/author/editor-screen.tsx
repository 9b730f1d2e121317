import { type KeyboardEvent, type ReactNode, useCallback, useDeferredValue, useMemo, useState } from "react";
import { useAnnounce } from "../../components/announcer.tsx";
import { Segmented } from "../../components/segmented.tsx";
import { itemFaults } from "../../exam/authoring/item-faults.ts";
import { interactionsOf } from "../../exam/item/content.ts";
import type { Stimulus } from "../../exam/item/item.ts";
import type { ItemResponse } from "../../exam/item/response.ts";
import type { UnitSpecification } from "../../exam/item/specification.ts";
import type { Pictures } from "../../player/interactions/interaction-props.ts";
import { AnswerCard } from "./answers/answer-card.tsx";
import { type Author, AuthorProvider, useAuthor } from "./author-context.ts";
import { PreviewPanel } from "./preview/preview-panel.tsx";
import { ReadItem } from "./read-item.tsx";
import { useEditorSoon } from "./rich/use-rich-editor.ts";
import { keepPicture } from "./saving/draft-wire.ts";
import { MarksSection } from "./sections/marks-section.tsx";
import { PlaceSection } from "./sections/place-section.tsx";
import { QuestionSection } from "./sections/question-section.tsx";
import { SchemeSection } from "./sections/scheme-section.tsx";
import { WorkedSection } from "./sections/worked-section.tsx";
import { FaultsPanel } from "./side/faults-panel.tsx";
import type { ItemEditor } from "./use-item-editor.ts";

type Props = {
  readonly draft: string;
  readonly editor: ItemEditor;
  readonly specification: UnitSpecification;
  readonly stimuli: readonly Stimulus[];
  readonly pictures: Pictures;
  /** What stands above both columns, with the number of faults at the moment. */
  readonly bar: (faults: number) => ReactNode;
  readonly comments: ReactNode;
  readonly commentCount: number;
  /** To be read, and not changed. */
  readonly reading: boolean;
};

type Side = "preview" | "faults" | "comments";

/** The editor of an item: structure on the left, the learner's view and what others say on the right. */
export function EditorScreen(props: Props) {
  const { editor, comments, commentCount } = props;
  const author = useTheAuthor(props);
  useEditorSoon();
  const [side, setSide] = useState<Side>("preview");
  const [narrow, setNarrow] = useState<"write" | "see">("write");
  return (
    <AuthorProvider value={author}>
      <div>
        {props.bar(author.faults.length)}
        <div className="mb-3 lg:hidden">
          <Segmented
            legend="Show"
            legendHidden
            value={narrow}
            onChange={setNarrow}
            options={[
              { value: "write", label: props.reading ? "Key and marks" : "Write" },
              { value: "see", label: "Preview and comments" },
            ]}
          />
        </div>
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
          <div
            onKeyDownCapture={(event) => undoByKey(event, editor)}
            className={narrow === "write" ? "@container grid min-w-0 gap-4" : "@container hidden min-w-0 gap-4 lg:grid"}
          >
            {props.reading ? <ReadItem /> : <Parts />}
          </div>
          <aside
            aria-label="Preview and review"
            className={
              narrow === "see"
                ? "grid gap-3"
                : "hidden gap-3 lg:sticky lg:top-16 lg:grid lg:max-h-[calc(100dvh-5rem)] lg:overflow-y-auto lg:pe-1"
            }
          >
            <Segmented
              legend="Beside the item"
              legendHidden
              value={side}
              onChange={setSide}
              options={[
                { value: "preview", label: "Preview" },
                ...(props.reading
                  ? []
                  : [{ value: "faults" as const, label: `To put right (${author.faults.length})` }]),
                { value: "comments", label: `Comments (${commentCount})` },
              ]}
            />
            {/* What was answered in the preview stays while something else is shown. */}
            <div hidden={side !== "preview"}>
              <PreviewPanel />
            </div>
            {side === "faults" && !props.reading && <FaultsPanel />}
            {side === "comments" && comments}
          </aside>
        </div>
      </div>
    </AuthorProvider>
  );
}

function Parts() {
  const { item } = useAuthor();
  return (
    <>
      <QuestionSection />
      {interactionsOf(item.body).map((interaction) => (
        <AnswerCard key={interaction.response} interaction={interaction} />
      ))}
      <MarksSection />
      <SchemeSection />
      <WorkedSection />
      <PlaceSection />
    </>
  );
}

/** One history for all of the item: a field's own would know nothing of the others. */
function undoByKey(event: KeyboardEvent, { undo, redo }: ItemEditor) {
  const key = event.key.toLowerCase();
  if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== "z" && key !== "y")) return;
  event.preventDefault();
  event.stopPropagation();
  if (key === "y" || event.shiftKey) redo();
  else undo();
}

function useTheAuthor({ draft, editor, specification, stimuli, pictures }: Props): Author {
  const announce = useAnnounce();
  const [added, add] = useState<Pictures>({});
  const [tried, tryOut] = useState<ItemResponse>({});
  const all = useMemo(() => ({ ...pictures, ...added }), [pictures, added]);
  const shown = useDeferredValue(editor.item);
  const faults = useMemo(
    () => itemFaults(shown, { specification, stimuli: stimuli.map(({ id }) => id), pictures: Object.keys(all) }),
    [shown, specification, stimuli, all],
  );
  const addPicture = useCallback(
    async (file: File) => {
      const kept = await keepPicture(draft, file);
      if ("refused" in kept) {
        announce(kept.refused, { show: true, tone: "bad" });
        return null;
      }
      add((before) => ({ ...before, [kept.name]: kept.data }));
      return kept.name;
    },
    [draft, announce],
  );
  const { item, edit } = editor;
  return { item, edit, specification, stimuli, pictures: all, addPicture, faults, tried, tryOut };
}
