import type { Refused } from "../exam/people/refusals.ts";
import type { AttemptState } from "../live/contract.ts";
import type { Snapshot } from "./snapshot.ts";
import { about, type Timers } from "./timers.ts";
import type { Readied } from "./transport.ts";

type Ways = {
  readonly timers: Timers;
  snapshot(): Snapshot;
  /** Null while nobody sits here or there is no way to the server. */
  ready(): Promise<Readied> | null;
  heard(state: AttemptState, since: number): void;
  refused(refusal: Refused): void;
};

/** Milliseconds. */
const callAgain = 2_000;

/** Tells the server that the test is on this computer: before the start, and when a learner has been moved here. */
export function callingReady({ timers, snapshot, ready, heard, refused }: Ways) {
  let instructionsRead = false;
  const call = () => {
    const { state, formHere, place } = snapshot();
    const isWaiting = state?.phase === "admitted" && instructionsRead;
    // The invigilator stopped the clock for the way here; it goes on once the test is on this computer.
    const hasArrived = state?.phase === "paused" && state.stopped === "moving-desk" && place === "seated";
    if (!formHere || !(isWaiting || hasArrived)) return;
    const since = timers.now();
    ready()
      ?.then((answer) => (answer.ok ? heard(answer.state, since) : refused(answer)))
      .catch(() => timers.after(about(callAgain, timers), call));
  };
  return {
    call,
    /** The learner has read the instructions; the attempt may count as ready once the form is here. */
    instructionsRead() {
      instructionsRead = true;
      call();
    },
  };
}
