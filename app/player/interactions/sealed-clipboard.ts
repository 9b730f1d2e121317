import type { ClipboardEvent, DragEvent } from "react";
import { useMemo } from "react";
import { useAnnounce } from "../../components/announcer.tsx";

/** What was copied inside this test. The computer's own clipboard is neither read nor filled. */
let copied = "";

/** Between two attempts in one browser, so that nothing is carried from one learner to the next. */
export const forgetCopied = () => {
  copied = "";
};

type Writable = HTMLInputElement | HTMLTextAreaElement;
const isWritable = (target: EventTarget | null): target is Writable =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

function selected(target: EventTarget | null): string {
  if (!isWritable(target)) return String(getSelection() ?? "");
  return target.value.slice(target.selectionStart ?? 0, target.selectionEnd ?? 0);
}

function keep(event: ClipboardEvent) {
  const text = selected(event.target);
  event.preventDefault();
  if (text === "") return;
  copied = text;
  // Something must lie there, or some browsers offer no pasting at all.
  event.clipboardData?.setData("text/plain", "(copied inside the test)");
}

/** Puts text where the cursor is, as if typed, so that it can be undone where the browser lets it. */
function insert(target: Writable, text: string) {
  if (document.execCommand?.("insertText", false, text)) return;
  target.setRangeText(text, target.selectionStart ?? 0, target.selectionEnd ?? 0, "end");
  target.dispatchEvent(new Event("input", { bubbles: true }));
}

/** For whatever holds text of the test: what is copied there can be pasted into an answer, and nowhere else. */
export const sealedCopy = { onCopy: keep };

const outside = "Only text copied inside this test can be pasted.";

/** For a control that takes text: no paste or drop from outside, and none of the browser's help with words. */
export function useSealedText() {
  const announce = useAnnounce();
  return useMemo(
    () => ({
      spellCheck: false,
      autoComplete: "off",
      autoCorrect: "off",
      autoCapitalize: "off",
      "data-gramm": "false",
      "data-gramm_editor": "false",
      "data-lt-active": "false",
      onCopy: (event: ClipboardEvent<Writable>) => {
        keep(event);
        event.stopPropagation();
      },
      onCut: (event: ClipboardEvent<Writable>) => {
        keep(event);
        if (!event.currentTarget.readOnly && selected(event.currentTarget) !== "") insert(event.currentTarget, "");
      },
      onPaste: (event: ClipboardEvent<Writable>) => {
        event.preventDefault();
        if (event.currentTarget.readOnly) return;
        if (copied === "") return announce(outside, { show: true, tone: "warn" });
        insert(event.currentTarget, copied);
      },
      onDragOver: (event: DragEvent) => event.preventDefault(),
      onDrop: (event: DragEvent) => {
        event.preventDefault();
        announce(outside, { show: true, tone: "warn" });
      },
    }),
    [announce],
  );
}
