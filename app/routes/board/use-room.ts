import { createContext, useContext, useSyncExternalStore } from "react";
import type { LiveRoom, RoomTime, Shown } from "./live-room.ts";

/** The room of the board around. */
export const RoomContext = createContext<LiveRoom | null>(null);

function useRoom(): LiveRoom {
  const room = useContext(RoomContext);
  if (room === null) throw new Error("There is no room around this part of a board.");
  return room;
}

/** All that stands on the board; draws again when any of it changes. */
export function useShown(): Shown {
  const room = useRoom();
  return useSyncExternalStore(room.subscribe, room.shown, () => room.first.shown);
}

/** What was announced and written down; draws again only when that changes. */
export function useRoomLog() {
  const room = useRoom();
  return useSyncExternalStore(
    room.subscribe,
    () => room.shown().sitting.log,
    () => room.first.shown.sitting.log,
  );
}

/** What somebody reads off the clock; draws again only when they read something else. */
export function useTime<Read extends string | number>(read: (time: RoomTime) => Read): Read {
  const room = useRoom();
  return useSyncExternalStore(
    room.subscribeToTime,
    () => read(room.time()),
    () => read(room.first.time),
  );
}

export const useNow = () => useTime(({ now }) => now);
/** Until when what is shown is known to be true. */
export const useKnownAt = () => useTime(({ knownAt }) => knownAt);

/** For what happens now and is not drawn. */
export function useReadTime(): () => RoomTime {
  return useRoom().time;
}
