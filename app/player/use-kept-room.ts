import { useEffect, useState } from "react";
import { keptRoom } from "./kept-room.ts";
import type { Room } from "./room.ts";

/** Whose test this computer keeps; null when it keeps none, "looking" until that is known. */
export function useKeptRoom(): Room | null | "looking" {
  const [room, setRoom] = useState<Room | null | "looking">("looking");
  useEffect(() => {
    // How far the test had come is in the vault: until it is open, nothing of the beginning may show.
    void keptRoom().then((kept) => setRoom(kept && { ...kept, phase: "running" }));
  }, []);
  return room;
}
