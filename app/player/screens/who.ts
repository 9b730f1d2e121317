import type { Room } from "../room.ts";

/** `Ada Byron, 4021` */
export const whoOf = ({ name, candidateNumber }: Pick<Room, "name" | "candidateNumber">) =>
  `${name}, ${candidateNumber}`;
