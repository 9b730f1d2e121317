import { useEffect, useState, useSyncExternalStore } from "react";
import { onLook, readLook } from "../components/look.ts";
import { browserPlayer } from "./browser-player.ts";
import { forgetCopied } from "./interactions/sealed-clipboard.ts";
import type { Player } from "./player.ts";
import { atFirst, type Snapshot } from "./snapshot.ts";

const notYet = () => () => {};
const first = () => atFirst;

/** The player of an attempt for as long as the page is open, and what it shows now. */
export function usePlayer(attempt: string, make: (attempt: string) => Player = browserPlayer) {
  const [player, setPlayer] = useState<Player | null>(null);
  useEffect(() => {
    const mine = make(attempt);
    setPlayer(mine);
    forgetCopied();
    return () => mine.close();
  }, [attempt, make]);
  const snapshot = useSyncExternalStore(player?.subscribe ?? notYet, player?.snapshot ?? first, first);
  useLeaving(player, snapshot);
  useLook(player, snapshot.form !== null && snapshot.state?.phase === "running");
  return { player, snapshot };
}

/** What is done is kept and sent before the page goes; where nothing can be kept, the browser asks first. */
function useLeaving(player: Player | null, { keeps, waiting }: Snapshot) {
  useEffect(() => {
    if (player === null) return;
    const leaving = () => player.leaving();
    document.addEventListener("visibilitychange", leaving);
    addEventListener("pagehide", leaving);
    return () => {
      document.removeEventListener("visibilitychange", leaving);
      removeEventListener("pagehide", leaving);
    };
  }, [player]);
  const wouldLose = keeps === "in-memory" && waiting > 0;
  useEffect(() => {
    if (!wouldLose) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [wouldLose]);
}

/** A window being drawn larger is written down once it rests, in milliseconds. */
const rests = 500;

/** Colours, text size and the size of the page are part of what the learner saw, so they are written down. */
function useLook(player: Player | null, working: boolean) {
  useEffect(() => {
    if (player === null || !working) return;
    const write = () => {
      const { theme, text } = readLook();
      player.look(theme, text, screenSize());
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(write, rests);
    };
    write();
    const off = onLook(write);
    addEventListener("resize", soon);
    return () => {
      off();
      clearTimeout(timer);
      removeEventListener("resize", soon);
    };
  }, [player, working]);
}

const screenSize = () => ({
  width: Math.round(innerWidth),
  height: Math.round(innerHeight),
  zoom: Math.round(devicePixelRatio * 100),
});
