import { type Busy, beBusy, type Coming, comeIn, type Room } from "./busy-hall.ts";
import { answerWith } from "./in-process.ts";

/** A room of learners in a process of its own. */
let room: Room | null = null;

const works = {
  async comeIn(coming: Coming) {
    room = await comeIn(coming);
    return room.learners.length;
  },
  beBusy(how: Busy) {
    if (room === null) throw new Error("Nobody has come in.");
    return beBusy(room, how);
  },
};
export type BusyWork = typeof works;

answerWith(works);
