import { useEffect, useRef } from "react";
import { useAnnounce } from "../../components/announcer.tsx";
import type { CheckShown } from "../../store/views/readiness-views.ts";
import { verdictWords } from "./check-words.ts";

/** Says aloud which computers have finished. */
export function useFinishedAloud({ machines }: Pick<CheckShown, "machines">) {
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
