import { useEffect, useRef } from "react";
import { useAnnounce } from "../../components/announcer.tsx";
import { newProblemWords, standing } from "../../exam/invigilation/new-problems.ts";
import type { Judged } from "../../exam/invigilation/seat-order.ts";
import type { Seat } from "../../live/contract.ts";

/** Says every new problem once. What was there when the board was opened stands on the screen and is not read out. */
export function useProblemAnnouncer(seats: readonly Judged<Seat>[], stale: boolean) {
  const announce = useAnnounce();
  const said = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => {
    if (stale) return;
    const words = said.current === null ? [] : newProblemWords(seats, said.current);
    said.current = standing(seats);
    if (words.length > 0) announce(words.join(" "));
  }, [seats, stale, announce]);
}
