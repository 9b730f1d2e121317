import { useEffect, useState } from "react";
import { useAnnounce } from "../../../components/announcer.tsx";
import type { DraftState } from "../../../exam/authoring/life.ts";
import type { Item } from "../../../exam/item/item.ts";
import { readStored } from "../saving/draft-wire.ts";
import type { ItemEditor } from "../use-item-editor.ts";

type Stored = { readonly id: string; readonly revision: number; readonly content: Item };

/**
 * Shows what is stored where this page has nothing of its own to save: after a step that put the text in order, and when
 * somebody else has saved.
 */
export function useStored(stored: Stored, newest: number | null, { saver, takeTheirs }: ItemEditor) {
  const announce = useAnnounce();
  const { id, revision, content } = stored;
  useEffect(() => {
    if (revision > saver.revision() && saver.isSafe()) takeTheirs({ revision, content });
  }, [revision, content, saver, takeTheirs]);
  useEffect(() => {
    if (newest === null || newest <= saver.revision() || !saver.isSafe()) return;
    readStored(id).then((theirs) => {
      if (theirs === null || !saver.isSafe() || theirs.revision <= saver.revision()) return;
      takeTheirs(theirs);
      announce(`${theirs.changedBy} has saved; you see it now`, { show: true, tone: "info" });
    });
  }, [id, newest, saver, takeTheirs, announce]);
}

/** Whether somebody is changing the item: from the start while it is a draft; after that only when they say so. */
export function useChanging(state: DraftState) {
  const [said, say] = useState<DraftState | null>(null);
  return { isChanging: state === "draft" || said === state, change: () => say(state) };
}
