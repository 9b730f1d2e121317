import { useEffect } from "react";
import { httpTransport } from "./http-transport.ts";
import { about, browserTimers, type Timers } from "./timers.ts";

/** Milliseconds. */
const askEvery = 5_000;

type Ways = {
  readonly timers: Timers;
  /** Whether the server says that it is busy; broken when there is none to be reached. */
  reach(): Promise<{ readonly busy: boolean }>;
  back(): void;
};

/**
 * Asks for the server now and then until one answers that has time. A browser says nothing of a server that is there again, only
 * of a network. Gives the way to stop.
 */
export function untilBack({ timers, reach, back }: Ways): () => void {
  let stopped = false;
  let callOff = () => {};
  const ask = async () => {
    const there = await reach().catch(() => null);
    if (stopped) return;
    if (there?.busy === false) back();
    else later();
  };
  const later = () => {
    callOff = timers.after(about(askEvery, timers), ask);
  };
  later();
  return () => {
    stopped = true;
    callOff();
  };
}

/** For a page that could not come: it is loaded again when the server is back, or the network. */
export function useOpenWhenBack() {
  useEffect(() => {
    const again = () => location.reload();
    const stop = untilBack({ timers: browserTimers, reach: httpTransport().reach, back: again });
    addEventListener("online", again);
    return () => {
      stop();
      removeEventListener("online", again);
    };
  }, []);
}
