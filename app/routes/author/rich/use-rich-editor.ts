import { type ComponentType, useEffect, useState } from "react";
import { bringing, later } from "../../later.ts";
import type { RichProps } from "./rich-editor.tsx";
import address from "./rich-editor.tsx?address";

type Editor = ComponentType<RichProps>;

let arrived: Editor | null = null;

/** Loaded only where words are edited: no other page needs it. All fields wait for the same one. */
const part = later({ first: () => import("./rich-editor.tsx"), address });

const bring = async (): Promise<Editor> => {
  arrived = (await part()).default;
  return arrived;
};

/**
 * The editor of rich text, a file of its own. Without a network it is asked for again and again: "away" until it comes, so
 * that nothing else on the page is lost.
 */
export function useRichEditor(): Editor | "coming" | "away" {
  // React would call a bare function to get the first state.
  const [editor, setEditor] = useState<{ readonly is: Editor | "coming" | "away" }>({ is: arrived ?? "coming" });
  useEffect(() => {
    if (arrived !== null) return;
    return bringing(
      bring,
      (is) => setEditor({ is }),
      () => setEditor({ is: "away" }),
    );
  }, []);
  return editor.is;
}

/** Fetches it before it is needed, as long as there is a network. What fails here is tried again where it is needed. */
export const useEditorSoon = () => useEffect(() => void bring().catch(() => undefined), []);
