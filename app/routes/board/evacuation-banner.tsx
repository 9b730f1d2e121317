import { Notice } from "../../components/notice.tsx";
import { notReached, toReturn } from "../../exam/invigilation/room-moves.ts";
import { lengthWords } from "../../exam/invigilation/spoken-time.ts";
import { between, type Instant } from "../../exam/time/time.ts";
import type { Board } from "../../live/contract.ts";
import { clockSeconds } from "./room-time.ts";

/** That the room is out, for how long, and whose screen may still show a question. */
export function EvacuationBanner({ board, now }: { readonly board: Board; readonly now: Instant }) {
  const { evacuatedAt } = board.sitting;
  if (evacuatedAt === null) return null;
  const stopped = toReturn(board.seats).length;
  const unreached = notReached(board.seats);
  return (
    <Notice
      tone="bad"
      title={`The room is evacuated since ${clockSeconds(evacuatedAt)}, for ${lengthWords(between(evacuatedAt, now))}`}
    >
      <p>
        Every screen that is connected is blank, and stays so for whoever signs in now.{" "}
        {stopped === 1 ? "1 clock was stopped." : `${stopped} clocks were stopped.`} The incident is open.
      </p>
      {unreached.length > 0 && (
        <p className="font-bold">
          Not connected when last heard, so look at the screen:{" "}
          {unreached.map(({ seat, name }) => `${seat} ${name}`).join("; ")}.
        </p>
      )}
    </Notice>
  );
}
