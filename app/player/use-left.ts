import { useEffect, useReducer } from "react";
import type { Duration } from "../exam/time/time.ts";

const look = 250;

/**
 * The time left in milliseconds, new each second; nothing is drawn between seconds. Whatever else makes the page draw reads it
 * too: where the learner is told of more time, the clock beside the words has it already.
 */
export function useLeft(left: () => Duration): number {
  const seconds = Math.ceil(left() / 1_000);
  const [, draw] = useReducer((draws: number) => draws + 1, 0);
  useEffect(() => {
    const timer = setInterval(() => {
      if (Math.ceil(left() / 1_000) !== seconds) draw();
    }, look);
    return () => clearInterval(timer);
  }, [left, seconds]);
  return seconds * 1_000;
}
