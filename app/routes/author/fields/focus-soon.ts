import { useEffect, useRef } from "react";

/** Puts the focus on something that is about to appear, such as the entry that was just added. */
export function useFocusSoon() {
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    const element = wanted.current === null ? null : document.getElementById(wanted.current);
    if (element === null) return;
    wanted.current = null;
    element.focus();
  });
  return (id: string) => {
    wanted.current = id;
  };
}
