import { useFetcher } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { useAnnounce } from "../../components/announcer.tsx";
import type { CheckShown } from "../../store/views/readiness-views.ts";
import { verdictWords } from "./check-words.ts";

/** Milliseconds. */
const every = 2_000;

type Watched = {
  /** As it was last read. */
  readonly check: CheckShown;
  /** The last reading failed: what is shown is from before. */
  readonly isCut: boolean;
};

/** Reads an open check again and again, and says aloud which computers have finished. A failed reading changes nothing. */
export function useWatchedCheck(first: CheckShown): Watched {
  const { sitting, id } = first;
  const { load, state, data } = useFetcher<{ readonly check: CheckShown } | null>({ key: `check-${id}` });
  const [check, setCheck] = useState(first);
  useEffect(() => setCheck(first), [first]);
  useEffect(() => {
    if (data) setCheck(data.check);
  }, [data]);

  const isOpen = check.code !== null;
  const isIdle = state === "idle";
  useEffect(() => {
    if (!isOpen) return;
    // Again and again, not after each reading: one that is over before the page was drawn is never seen to begin.
    const timer = setInterval(() => {
      if (isIdle) load(`/sittings/${sitting}/readiness/${id}?again`);
    }, every);
    return () => clearInterval(timer);
  }, [isOpen, isIdle, load, sitting, id]);

  useFinishedAloud(check);
  return { check, isCut: data === null };
}

function useFinishedAloud({ machines }: Pick<CheckShown, "machines">) {
  const announce = useAnnounce();
  const finished = machines.flatMap(({ name, result }) => (result ? [`${name}: ${verdictWords[result.verdict]}`] : []));
  const known = useRef<readonly string[] | null>(null);
  useEffect(() => {
    const before = known.current;
    known.current = finished;
    const fresh = before === null ? [] : finished.filter((one) => !before.includes(one));
    if (fresh.length > 0) announce(fresh.join(". "));
  }, [finished, announce]);
}
