import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { DesksIcon } from "../../components/icons.tsx";
import { Status } from "../../components/status.tsx";
import type { Tone } from "../../components/tone.ts";
import { inWords } from "../../exam/people/refusals.ts";
import type { Seat } from "../../live/contract.ts";
import type { Spare } from "../../player/copy/holder.ts";
import type { ToldSpareCode } from "./hold-copies.ts";
import { useCopies } from "./use-room-copies.ts";

type Props = { readonly seats: readonly Seat[] };

/** What keeps the room going when a computer dies while the server is away: the copies here, and the computers kept ready. */
export function SpareComputers({ seats }: Props) {
  const [open, setOpen] = useState(false);
  const { copies, spares, spareCode } = useCopies();
  const running = seats.filter(({ phase }) => phase === "running" || phase === "paused");
  const held = running.filter(({ attempt }) => copies.has(attempt)).length;
  return (
    <>
      <Button size="small" variant="plain" icon={<DesksIcon />} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        Spare computers{spares.length > 0 && ` (${spares.length})`}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title="Spare computers">
        <p className="measure">
          This board keeps a locked copy of every running test, which only the learner’s slip opens. When a computer
          breaks down while the server cannot be reached, its learner goes on at a spare one. Keep this page open.
        </p>
        <p>
          Copies here:{" "}
          <strong className="tabular">
            {running.length === 0 ? "no test is running" : `${held} of ${running.length} running tests`}
          </strong>
        </p>
        <section className="grid gap-2 rounded-md border border-line p-3" aria-label="Make a computer a spare">
          <HowToMakeOne spareCode={spareCode} />
        </section>
        {spares.length === 0 ? (
          <p className="text-ink-soft">No computer is kept as a spare yet.</p>
        ) : (
          <ul className="grid gap-1.5">
            {spares.map((spare) => (
              <li key={spare.peer} className="flex flex-wrap justify-between gap-x-4">
                <span className="font-bold">{spare.name}</span>
                <Stage spare={spare} seats={seats} />
              </li>
            ))}
          </ul>
        )}
      </Dialog>
    </>
  );
}

function HowToMakeOne({ spareCode }: { readonly spareCode: ToldSpareCode | null }) {
  if (spareCode === null) return <p className="text-ink-soft">The code comes as soon as the server is reached.</p>;
  if (!spareCode.ok)
    return (
      <>
        <Status tone="bad" wrap>
          No computer can be made a spare here
        </Status>
        <p>{inWords(spareCode)}</p>
      </>
    );
  return (
    <>
      <p className="text-sm">
        On the other computer open the learners’ sign-in page, choose “Keep this computer as a spare” and type:
      </p>
      <p className="text-3xl font-bold tracking-[0.12em] tabular">{spareCode.spareCode}</p>
      <p className="text-sm text-ink-soft">
        Do it while the server can be reached, and leave the page open there. The code opens no test.
      </p>
    </>
  );
}

const stages: Record<Spare["stage"], readonly [Tone, string]> = {
  waiting: ["good", "Ready"],
  slip: ["info", "Waits for the slip"],
  here: ["neutral", "In use"],
};

function Stage({ spare, seats }: { readonly spare: Spare } & Props) {
  const seat = seats.find(({ attempt }) => attempt === spare.attempt);
  const [tone, words] = stages[spare.stage];
  return (
    <span className="flex flex-wrap gap-x-3">
      {seat && (
        <span>
          {seat.name}, seat {seat.seat}
        </span>
      )}
      <Status tone={tone} wrap>
        {words}
      </Status>
    </span>
  );
}
