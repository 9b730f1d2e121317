import { useFetcher } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";

type Wanted = {
  /** Of a page whose clientLoader is `readAgain`. */
  readonly href: string;
  /** Milliseconds. */
  readonly every: number;
  isWanted(): boolean;
};

/** A reading that is not over by then is given up for a new one, in milliseconds: on a line that died it would hang for ever. */
const patience = 10_000;

/**
 * What a page holds now, read again and again by the clock for as long as it is wanted. Null when the last reading failed,
 * undefined before the first.
 */
export function useReadAgain<Read>({ href, every, isWanted }: Wanted) {
  const { load, state, data } = useFetcher<Read | null>({ key: `again ${href}` });
  const wanted = useRef(isWanted);
  wanted.current = isWanted;
  const isIdle = state === "idle";
  const askedAt = useRef(0);
  // Not after each reading: one that is over before the page was drawn is never seen to begin.
  useEffect(() => {
    const timer = setInterval(() => {
      const hangs = performance.now() - askedAt.current >= patience;
      if (!(isIdle || hangs) || !wanted.current()) return;
      askedAt.current = performance.now();
      load(`${href}?again`);
    }, every);
    return () => clearInterval(timer);
  }, [isIdle, load, href, every]);
  return data;
}

type Page<Read> = {
  /** As the page was loaded, or loaded again after something was done. */
  readonly first: Read;
  readonly href: string;
  readonly every: number;
  isWanted(now: Read): boolean;
};

/** What a page shows: as it was loaded, then as it was last read. `isCut`: the last reading failed, and this is from before. */
export function usePageAgain<Read>({ first, isWanted, ...again }: Page<Read>): {
  readonly now: Read;
  readonly isCut: boolean;
} {
  const [now, setNow] = useState(first);
  useEffect(() => setNow(first), [first]);
  const read = useReadAgain<Read>({ ...again, isWanted: () => isWanted(now) });
  useEffect(() => {
    if (read) setNow(read);
  }, [read]);
  return { now, isCut: read === null };
}
