import { useCallback, useEffect, useState } from "react";
import type { Film } from "../../exam/proof/film.ts";
import { type Instant, instant } from "../../exam/time/time.ts";

export const speeds = ["1", "8", "60"] as const;
export type Speed = (typeof speeds)[number];

/** How often a playing test moves on, in milliseconds. */
const frame = 200;

/** Where one is in a film, and whether it goes on by itself. */
export function usePlayback({ from, to, happenings }: Film) {
  const [at, setAt] = useState<Instant>(() => beginning({ from, happenings }));
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<Speed>("8");
  const seek = useCallback((moment: number) => setAt(instant(Math.min(to, Math.max(from, moment)))), [from, to]);

  useEffect(() => {
    if (!playing) return;
    let last = performance.now();
    const timer = setInterval(() => {
      const now = performance.now();
      const gone = (now - last) * Number(speed);
      last = now;
      setAt((before) => instant(Math.min(to, before + gone)));
    }, frame);
    return () => clearInterval(timer);
  }, [playing, speed, to]);
  useEffect(() => {
    if (at >= to) setPlaying(false);
  }, [at, to]);

  return {
    at,
    seek,
    playing,
    speed,
    setSpeed,
    play: () => {
      if (at >= to) setAt(beginning({ from, happenings }));
      setPlaying(true);
    },
    stop: () => setPlaying(false),
  };
}

export type Playback = ReturnType<typeof usePlayback>;

/** The start of the test: what comes before it is seldom what somebody looks for. */
const beginning = ({ from, happenings }: Pick<Film, "from" | "happenings">) =>
  happenings.find((one) => one.kind === "line" && one.line.kind === "started")?.at ?? from;
