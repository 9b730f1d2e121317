import { useEffect, useState } from "react";
import type { Duration } from "../exam/time/time.ts";

const look = 250;

/** The time left in milliseconds, new each second; nothing is drawn between seconds. */
export function useLeft(left: () => Duration): number {
  const inSeconds = () => Math.ceil(left() / 1_000);
  const [shown, setShown] = useState(inSeconds);
  useEffect(() => {
    setShown(Math.ceil(left() / 1_000));
    const timer = setInterval(() => setShown(Math.ceil(left() / 1_000)), look);
    return () => clearInterval(timer);
  }, [left]);
  return shown * 1_000;
}
