import { useCallback, useEffect, useRef, useState } from "react";
import { useAnnounce } from "../../components/announcer.tsx";
import { sameContent } from "../../exam/authoring/same-content.ts";
import { began, type History, mayRedo, mayUndo, redone, stepped, undone } from "../../exam/item/edit/history.ts";
import { edited } from "../../exam/item/edit/settle.ts";
import type { Item } from "../../exam/item/item.ts";
import { instant } from "../../exam/time/time.ts";
import { pause } from "../marking/post.ts";
import type { Edit } from "./author-context.ts";
import { save } from "./saving/draft-wire.ts";
import { makeSaver, type Saving } from "./saving/saver.ts";

type Start = { readonly draft: string; readonly revision: number; readonly content: Item };

const later = (run: () => void, after: number) => {
  const timer = setTimeout(run, after);
  return () => clearTimeout(timer);
};

/** The item on the page, what can be undone, and how saving stands. */
export function useItemEditor({ draft, revision, content }: Start) {
  const announce = useAnnounce();
  const [history, show] = useState<History<Item>>(() => began(content));
  const now = useRef(history);
  const [saving, setSaving] = useState<Saving>({ kind: "saved", at: null });
  // The revision is where the page began; from there on the saver knows better.
  const [saver] = useState(() =>
    makeSaver<Item>({ post: (input) => save(draft, input), later, pause, told: setSaving }, { revision }),
  );

  const take = useCallback(
    (next: History<Item>) => {
      if (next.now === now.current.now) return;
      now.current = next;
      show(next);
      saver.changed(next.now);
    },
    [saver],
  );
  const edit = useCallback<Edit>(
    (change, group) => {
      const next = edited(now.current.now, change);
      if (sameContent(next, now.current.now)) return;
      take(stepped(now.current, next, { at: instant(performance.now()), ...(group === undefined ? {} : { group }) }));
    },
    [take],
  );
  const undo = useCallback(() => {
    if (!mayUndo(now.current)) return announce("There is nothing to undo");
    take(undone(now.current));
    announce("Undone");
  }, [take, announce]);
  const redo = useCallback(() => {
    if (!mayRedo(now.current)) return announce("There is nothing to do again");
    take(redone(now.current));
    announce("Done again");
  }, [take, announce]);
  const takeTheirs = useCallback(
    (theirs: { readonly revision: number; readonly content: Item }) => {
      const next = stepped(now.current, theirs.content, { at: instant(performance.now()) });
      now.current = next;
      show(next);
      saver.takeTheirs(theirs.revision);
    },
    [saver],
  );

  useEffect(() => {
    const leave = (event: BeforeUnloadEvent) => {
      if (saver.isSafe()) return;
      saver.flush();
      event.preventDefault();
    };
    const hide = () => {
      if (document.visibilityState === "hidden" && !saver.isSafe()) saver.flush();
    };
    addEventListener("beforeunload", leave);
    document.addEventListener("visibilitychange", hide);
    return () => {
      removeEventListener("beforeunload", leave);
      document.removeEventListener("visibilitychange", hide);
      saver.close();
    };
  }, [saver]);

  return {
    item: history.now,
    edit,
    undo,
    redo,
    mayUndo: mayUndo(history),
    mayRedo: mayRedo(history),
    saving,
    saver,
    takeTheirs,
  };
}

export type ItemEditor = ReturnType<typeof useItemEditor>;
