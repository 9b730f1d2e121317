import type { Fault } from "../fault.ts";
import { mangledRoom } from "../mangled-room.ts";

export const fault: Fault = {
  name: "messages-delayed",
  what: "Every message takes half a second to a second and a half each way.",
  run: (ground) => mangledRoom(ground, (chance) => [500 + Math.ceil(chance * 1_000)]),
};
