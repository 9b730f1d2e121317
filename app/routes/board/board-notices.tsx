import { Notice } from "../../components/notice.tsx";
import { lengthWords } from "../../exam/invigilation/spoken-time.ts";
import { SilentFor } from "./board-head.tsx";
import { EvacuationBanner } from "./evacuation-banner.tsx";
import type { Shown } from "./live-room.ts";
import { useCopies } from "./use-room-copies.ts";

/** Milliseconds; shorter waits are nothing anybody has to know of. */
const slowFrom = 2_000;

/** What has to be known before anything else on the board is believed. */
export function BoardNotices({ shown }: { readonly shown: Shown }) {
  const { stale, refusal, behind, sitting } = shown;
  const { copies } = useCopies();
  return (
    <>
      {refusal && (
        <Notice tone="bad" title="This board is no longer kept up to date">
          {refusal}
        </Notice>
      )}
      {stale && (
        // Not where it would cover half of what can be seen, as enlarged.
        <div className="top-2 z-20 shadow-raised [@media(min-height:36rem)]:sticky">
          <Notice
            tone="warn"
            title={
              <>
                Nothing heard for <SilentFor />
              </>
            }
          >
            The board below shows the room as it was then. Learners go on working: their answers are kept on their
            computers and sent when the connection is back. Clocks here count on from what was last known. Keep this
            page open: it cannot be loaded again until then.
            {copies.size > 0 && " Should a computer break down now, open its seat: the test goes on at a spare one."}
          </Notice>
        </div>
      )}
      {!stale && behind >= slowFrom && (
        <Notice tone="warn" title={`Saving is slow: ${lengthWords(behind)} behind`}>
          The server has more to save than it can just now. Learners go on working: what waits is kept on their
          computers and saved in turn. Nothing has to be done here.
        </Notice>
      )}
      <EvacuationBanner room={shown} />
      {sitting.phase === "planned" && (
        <Notice title="The sitting is not open yet">
          Open it when the room is ready. Until then nobody can be admitted.
        </Notice>
      )}
      {sitting.phase === "ended" && <Notice title="The sitting has ended">Nothing changes here any more.</Notice>}
    </>
  );
}
