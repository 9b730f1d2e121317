import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { applyLook, onLook, readLook, textSizes, themes } from "../components/look.ts";
import { useAskBeforeLeaving } from "../components/use-ask-before-leaving.ts";
import { keepsACopy } from "../exam/attempt/keeping.ts";
import { browserPlayer } from "./browser-player.ts";
import { forgetCopied } from "./interactions/sealed-clipboard.ts";
import type { Player } from "./player.ts";
import type { Room } from "./room.ts";
import { atFirst, type Snapshot } from "./snapshot.ts";

const notYet = () => () => {};
const first = () => atFirst;

/** The player of an attempt for as long as the page is open, and what it shows now. */
export function usePlayer(room: Room, make: (room: Room) => Player = browserPlayer) {
  const [player, setPlayer] = useState<Player | null>(null);
  const { attempt } = room;
  const opened = useRef(room);
  opened.current = room;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt needs another player; a fresher room does not.
  useEffect(() => {
    const mine = make(opened.current);
    setPlayer(mine);
    forgetCopied();
    return () => mine.close();
  }, [attempt, make]);
  const snapshot = useSyncExternalStore(player?.subscribe ?? notYet, player?.snapshot ?? first, first);
  useLeaving(player, snapshot);
  useCarriedLook(snapshot);
  useLook(player, snapshot.form !== null && snapshot.state?.phase === "running");
  return { player, snapshot };
}

/** What is done is kept and sent before the page goes; where nothing can be kept, the browser asks first. */
function useLeaving(player: Player | null, { keeping, waiting }: Snapshot) {
  useEffect(() => {
    if (player === null) return;
    const leaving = () => player.leaving();
    const seenOrNot = () => (document.hidden ? player.leaving() : player.back());
    document.addEventListener("visibilitychange", seenOrNot);
    document.addEventListener("resume", player.back);
    addEventListener("pagehide", leaving);
    return () => {
      document.removeEventListener("visibilitychange", seenOrNot);
      document.removeEventListener("resume", player.back);
      removeEventListener("pagehide", leaving);
    };
  }, [player]);
  useAskBeforeLeaving(!keepsACopy(keeping) && waiting > 0);
}

/** At another computer the screen looks as it did at the one before. */
function useCarriedLook({ carried }: Snapshot) {
  useEffect(() => {
    if (!carried) return;
    const theme = themes.find((one) => one === carried.theme);
    const text = textSizes.find((one) => one === carried.text);
    applyLook({ ...(theme && { theme }), ...(text && { text }) });
  }, [carried]);
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
