import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useAnnounce } from "../../components/announcer.tsx";
import type { CheckShown } from "../../store/views/readiness-views.ts";
import { verdictWords } from "./check-words.ts";

/** Milliseconds. */
const every = 2_000;

/** Reads an open check again and again, and says aloud which computers have finished. */
export function useWatchedCheck({ code, machines }: Pick<CheckShown, "code" | "machines">) {
  const { revalidate, state } = useRevalidator();
  const announce = useAnnounce();
  useEffect(() => {
    if (code === null || state !== "idle") return;
    const timer = setTimeout(revalidate, every);
    return () => clearTimeout(timer);
  }, [code, state, revalidate]);

  const finished = machines.flatMap(({ name, result }) => (result ? [`${name}: ${verdictWords[result.verdict]}`] : []));
  const known = useRef<readonly string[] | null>(null);
  useEffect(() => {
    const before = known.current;
    known.current = finished;
    const fresh = before === null ? [] : finished.filter((one) => !before.includes(one));
    if (fresh.length > 0) announce(fresh.join(". "));
  }, [finished, announce]);
}
