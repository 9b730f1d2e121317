import type { Fault } from "../fault.ts";
import { mangledRoom } from "../mangled-room.ts";

export const fault: Fault = {
  name: "messages-lost",
  what: "One message in four is lost on the way, in either direction.",
  run: (ground) => mangledRoom(ground, (chance) => (chance < 0.25 ? [] : [0])),
};
