import { useEffect } from "react";

/** The browser asks, in its own words, before it closes the page or loads it again. */
export function useAskBeforeLeaving(asks: boolean) {
  useEffect(() => {
    if (!asks) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [asks]);
}
