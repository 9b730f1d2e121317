import { Notice } from "../../components/notice.tsx";
import { notReached, toReturn } from "../../exam/invigilation/room-moves.ts";
import { lengthWords } from "../../exam/invigilation/spoken-time.ts";
import { between, type Instant } from "../../exam/time/time.ts";
import type { Board } from "../../live/contract.ts";
import { namesInBrief } from "./names-in-brief.ts";
import { clockSeconds } from "./room-time.ts";
import { useTime } from "./use-room.ts";

/** That the room is out, for how long, and whose screen may still show a question. */
export function EvacuationBanner({ room: { sitting, seats } }: { readonly room: Pick<Board, "sitting" | "seats"> }) {
  const { evacuatedAt } = sitting;
  if (evacuatedAt === null || sitting.phase === "ended") return null;
  const stopped = toReturn(seats).length;
  const unreached = notReached(seats);
  return (
    <Notice
      tone="bad"
      title={
        <>
          The room is evacuated since {clockSeconds(evacuatedAt)}, for <LengthSince from={evacuatedAt} />
        </>
      }
    >
      <p>
        Every screen that is connected is blank, and stays so for whoever signs in now.{" "}
        {stopped === 1 ? "1 clock was stopped." : `${stopped} clocks were stopped.`} The incident is open.
      </p>
      {unreached.length > 0 && (
        <p className="font-bold wrap-anywhere">
          Not connected when last heard, so look at the screen: {namesInBrief(unreached)}.
        </p>
      )}
    </Notice>
  );
}

function LengthSince({ from }: { readonly from: Instant }) {
  return useTime(({ knownAt }) => lengthWords(between(from, knownAt)));
}
