import { type ComponentType, useEffect, useState } from "react";
import type { RichProps } from "./rich-editor.tsx";
import address from "./rich-editor.tsx?address";

type Editor = ComponentType<RichProps>;

/** Milliseconds between two tries. */
const again = 3_000;

let arrived: Editor | null = null;
let coming: Promise<Editor> | null = null;
let failures = 0;

/** Loaded only where words are edited: no other page needs it. All fields wait for the same one. */
const bring = (): Promise<Editor> => {
  coming ??= ask().catch((cause) => {
    failures += 1;
    coming = null;
    throw cause;
  });
  return coming;
};

const ask = async (): Promise<Editor> => {
  const { default: editor } = failures === 0 ? await import("./rich-editor.tsx") : await fromElsewhere();
  arrived = editor;
  return editor;
};

/** After a failure at another address each time, see `chunkAddress`. */
const fromElsewhere = (): Promise<{ readonly default: Editor }> =>
  import(/* @vite-ignore */ `${address}?try=${failures}`);

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
    const knock = () =>
      bring().then(
        (is) => left || setEditor({ is }),
        () => {
          if (left) return;
          setEditor({ is: "away" });
          timer = setTimeout(knock, again);
        },
      );
    if (arrived === null) void knock();
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, []);
  return editor.is;
}

/** Fetches it before it is needed, as long as there is a network. What fails here is tried again where it is needed. */
export const useEditorSoon = () => useEffect(() => void bring().catch(() => undefined), []);
