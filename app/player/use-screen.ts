import { useEffect, useRef } from "react";

/**
 * Names the page in the browser's title and moves the focus to its heading, whenever `title` changes: so that a screen
 * reader says where the learner is, and the next Tab goes to what stands below. Without a title it leaves the page alone.
 */
export function useScreen<Heading extends HTMLElement>(title: string | null) {
  const heading = useRef<Heading>(null);
  useEffect(() => {
    if (title === null) return;
    document.title = `${title} · Examhall`;
    heading.current?.focus({ preventScroll: true });
    scrollTo({ top: 0 });
  }, [title]);
  return heading;
}
