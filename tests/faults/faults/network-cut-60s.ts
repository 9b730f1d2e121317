import { cutRoom } from "../cut-room.ts";
import type { Fault } from "../fault.ts";

export const fault: Fault = {
  name: "network-cut-60s",
  what: "The room's cable is pulled for a minute: nothing gets through, and no machine is told.",
  run: (ground) => cutRoom(ground, 60),
};
