import { useEffect, useState } from "react";
import { type Other, type Presence, sayClosed, sayOpen } from "./draft-wire.ts";

const every = 10_000;

/** Says that the page is open as long as it is, and knows who else has the draft open and what is stored. */
export function useOthers(
  draft: string,
  page: string,
  first: readonly Other[],
  isOpen: boolean,
): Presence | { others: readonly Other[] } {
  const [presence, setPresence] = useState<Presence | { others: readonly Other[] }>({ others: first });
  useEffect(() => {
    if (!isOpen) return;
    let isHere = true;
    const say = async () => {
      const heard = await sayOpen(draft, page);
      if (isHere && heard !== null) setPresence(heard);
    };
    say();
    const timer = setInterval(say, every);
    const leave = () => sayClosed(draft, page);
    addEventListener("pagehide", leave);
    return () => {
      isHere = false;
      clearInterval(timer);
      removeEventListener("pagehide", leave);
      leave();
    };
  }, [draft, page, isOpen]);
  return presence;
}
