import { useEffect, useState } from "react";
import type { LostList } from "../../store/views/lost-time.ts";

/** Milliseconds. */
const answerWithin = 8_000;
const againAfter = 3_000;

type Reading = {
  /** As it was last read. */
  readonly list: LostList | null;
  /** `unheard`: the server did not answer; it is asked again by itself. */
  readonly state: "idle" | "reading" | "unheard";
};

/**
 * The room's lost time, read whenever `wanted` changes, one reading at a time; null: nobody looks. It goes past the router, which
 * fetches a route's own script before its data, and loads the whole page again when that does not come.
 */
export function useLostList(sitting: string, wanted: string | null): Reading {
  const [list, setList] = useState<LostList | null>(null);
  const [state, setState] = useState<Reading["state"]>("idle");
  const [readAs, setReadAs] = useState<string | null>(null);
  const isOpen = wanted !== null;
  useEffect(() => {
    if (wanted === null) setReadAs(null);
    else if (state === "idle" && readAs !== wanted) {
      setReadAs(wanted);
      setState("reading");
    }
  }, [wanted, state, readAs]);
  useEffect(() => {
    if (state !== "reading") return;
    let left = false;
    void readList(sitting).then((read) => {
      if (left) return;
      if (read !== null) setList(read);
      setState(read === null ? "unheard" : "idle");
    });
    return () => {
      left = true;
    };
  }, [state, sitting]);
  useEffect(() => {
    if (state !== "unheard") return;
    if (!isOpen) return setState("idle");
    const timer = setTimeout(setState, againAfter, "reading");
    return () => clearTimeout(timer);
  }, [state, isOpen]);
  return { list, state };
}

async function readList(sitting: string): Promise<LostList | null> {
  try {
    const answer = await fetch(`/sittings/${sitting}/lost-time`, { signal: AbortSignal.timeout(answerWithin) });
    return answer.ok ? ((await answer.json()) as LostList) : null;
  } catch {
    return null;
  }
}
