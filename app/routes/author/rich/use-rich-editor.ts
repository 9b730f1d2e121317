import { type ComponentType, useEffect, useState } from "react";
import type { RichProps } from "./rich-editor.tsx";

type Editor = ComponentType<RichProps>;

/** Milliseconds between two tries. */
const again = 3_000;

let arrived: Editor | null = null;

/** Loaded only where words are edited: no other page needs it. */
const bring = async (): Promise<Editor> => {
  const { default: editor } = await import("./rich-editor.tsx");
  arrived = editor;
  return editor;
};

/**
 * The editor of rich text, a file of its own. Without a network it is asked for again and again: "away" until it comes, so
 * that nothing else on the page is lost.
 */
export function useRichEditor(): Editor | "coming" | "away" {
  // React would call a bare function to get the first state.
  const [editor, setEditor] = useState<{ readonly is: Editor | "coming" | "away" }>({ is: arrived ?? "coming" });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let left = false;
    const ask = () =>
      bring().then(
        (is) => left || setEditor({ is }),
        () => {
          if (left) return;
          setEditor({ is: "away" });
          timer = setTimeout(ask, again);
        },
      );
    if (arrived === null) void ask();
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, []);
  return editor.is;
}

/** Fetches it before it is needed, as long as there is a network. What fails here is tried again where it is needed. */
export const useEditorSoon = () => useEffect(() => void bring().catch(() => undefined), []);
