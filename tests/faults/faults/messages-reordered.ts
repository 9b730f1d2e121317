import type { Fault } from "../fault.ts";
import { mangledRoom } from "../mangled-room.ts";

export const fault: Fault = {
  name: "messages-reordered",
  what: "Messages are lost, doubled and held back by up to three seconds, so that they overtake each other.",
  quick: true,
  run: (ground) =>
    mangledRoom(ground, (chance) => (chance < 0.1 ? [] : chance < 0.2 ? [1, 1_500] : [Math.ceil(chance * 3_000)])),
};
