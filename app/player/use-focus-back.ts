import { type FocusEvent, type RefObject, useLayoutEffect, useRef } from "react";

/**
 * For something that comes up unasked and goes when it is put away: the focus goes back to where it was before it came in here,
 * so that whoever was writing writes on. Where that is not there any more, the focus is left to the browser.
 */
export function useFocusBack<Box extends HTMLElement>(): {
  readonly ref: RefObject<Box>;
  onFocus(event: FocusEvent<Box>): void;
} {
  const ref = useRef<Box>(null);
  const cameFrom = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    const box = ref.current;
    return () => {
      if (box?.contains(document.activeElement) && cameFrom.current?.isConnected)
        cameFrom.current.focus({ preventScroll: true });
    };
  }, []);
  return {
    ref,
    onFocus({ currentTarget, relatedTarget }) {
      if (relatedTarget instanceof HTMLElement && !currentTarget.contains(relatedTarget))
        cameFrom.current = relatedTarget;
    },
  };
}
