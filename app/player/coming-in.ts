import { inWords } from "../exam/people/refusals.ts";
import type { RoomCopy } from "./room-copy.ts";
import type { Timers } from "./timers.ts";

type Ways = {
  readonly room: Pick<RoomCopy, "begin" | "isLocked" | "isTaking" | "takePlace">;
  readonly timers: Timers;
  connect(): void;
  /** Asks for the seat, where the way to the server is open already. */
  attend(): void;
  goOnFromMemory(): void;
  stayLocked(): void;
  /** The server lets nobody go on here, in words. */
  refused(words: string): void;
  /** The server knows this computer now. */
  placeTaken(): void;
  isStopped(): boolean;
};

/** So long the server's word is awaited before this computer goes on from what it kept, in milliseconds. */
const serverFirst = 2_000;

/** How a page comes to its test: by the server's word, from what it kept, or from the room's copy that was brought here. */
export function comingIn(ways: Ways) {
  const { room, timers, goOnFromMemory, refused, isStopped } = ways;
  let byCopy = false;
  let isConnected = false;

  const comeIn = () => {
    if (isConnected) ways.attend();
    else ways.connect();
    isConnected = true;
    room.begin();
    timers.after(serverFirst, goOnFromMemory);
  };
  const takePlace = () =>
    room.takePlace((taken) => {
      if (isStopped()) return;
      if (!taken.ok) return refused(inWords(taken));
      ways.placeTaken();
      comeIn();
    });

  return {
    /** This computer went on from the room's copy. Until the server has seated it, it sends nothing. */
    isByCopy: () => byCopy,
    takePlace,
    /** Again, when what was kept has come to light only now. */
    open() {
      if (room.isLocked()) ways.stayLocked();
      if (!room.isTaking()) return comeIn();
      // The server does not know this computer yet: it is told who came here, with what, before anything else is asked.
      byCopy = true;
      goOnFromMemory();
      takePlace();
    },
  };
}
