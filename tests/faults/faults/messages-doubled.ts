import type { Fault } from "../fault.ts";
import { mangledRoom } from "../mangled-room.ts";

export const fault: Fault = {
  name: "messages-doubled",
  what: "One message in three arrives twice, the second time up to two seconds later.",
  run: (ground) => mangledRoom(ground, (chance) => (chance < 0.33 ? [0, Math.ceil(chance * 6_000)] : [0])),
};
