import { type PointerEvent as ReactPointerEvent, useLayoutEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { moved } from "./moved.ts";

type Drag = { readonly id: string; readonly order: readonly string[] };

type Options = {
  readonly order: readonly string[];
  readonly disabled: boolean;
  /** Told once, when the pointer lets go and the order is another. */
  readonly onDrop: (order: readonly string[], id: string) => void;
};

/** Reordering a list by pointer, beside the buttons that do the same. The list rearranges itself under the pointer. */
export function useDragOrder({ order, disabled, onDrop }: Options) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const rows = useRef(new Map<string, HTMLElement>());

  // The window listens, because a row that changes its place in the page loses a captured pointer.
  useLayoutEffect(() => {
    if (!drag) return;
    const at = drag.order.indexOf(drag.id);
    const middle = (place: number) => {
      const box = rows.current.get(drag.order[place] ?? "")?.getBoundingClientRect();
      return box && box.top + box.height / 2;
    };
    // A neighbour gives way only when the pointer is past its middle, so that tall and short rows do not flutter.
    const follow = ({ clientY }: PointerEvent) => {
      const [above, below] = [middle(at - 1), middle(at + 1)];
      const to = above !== undefined && clientY < above ? at - 1 : below !== undefined && clientY > below ? at + 1 : at;
      // At once, so that the next move of a quick pointer finds the rows where they now are.
      if (to !== at) flushSync(() => setDrag({ ...drag, order: moved(drag.order, at, to) }));
    };
    const drop = () => {
      setDrag(null);
      if (drag.order.join(" ") !== order.join(" ")) onDrop(drag.order, drag.id);
    };
    const leave = () => setDrag(null);
    // The list may stand in a page within this page, as a preview does.
    const page = rows.current.get(drag.id)?.ownerDocument.defaultView ?? window;
    page.addEventListener("pointermove", follow);
    page.addEventListener("pointerup", drop);
    page.addEventListener("pointercancel", leave);
    return () => {
      page.removeEventListener("pointermove", follow);
      page.removeEventListener("pointerup", drop);
      page.removeEventListener("pointercancel", leave);
    };
  }, [drag, order, onDrop]);

  return {
    order: drag?.order ?? order,
    dragged: drag?.id,
    row: (id: string) => ({
      ref: (element: HTMLElement | null) => {
        if (element) rows.current.set(id, element);
        else rows.current.delete(id);
      },
    }),
    grip: (id: string) => ({
      "aria-hidden": true,
      onPointerDown: (event: ReactPointerEvent) => {
        if (disabled || event.button !== 0) return;
        event.preventDefault();
        setDrag({ id, order });
      },
    }),
  };
}
