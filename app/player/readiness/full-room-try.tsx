import { useState } from "react";
import { useAnnounce } from "../../components/announcer.tsx";
import { Button } from "../../components/button.tsx";
import { Notice } from "../../components/notice.tsx";
import { Progress } from "../../components/progress.tsx";
import type { Found } from "../../exam/invigilation/readiness/verdict.ts";
import { ask, asked, CheckOver } from "./ask.ts";
import { FoundList } from "./finding-list.tsx";
import { fullRoom } from "./full-room.ts";

type Trial =
  | { readonly kind: "not-yet" }
  | { readonly kind: "running"; readonly round: number; readonly of: number }
  | { readonly kind: "found"; readonly found: Found }
  | { readonly kind: "broken"; readonly words: string };

/** The load of the whole room from this one computer. */
export function FullRoomTry({ seats }: { readonly seats: number }) {
  const [trial, setTrial] = useState<Trial>({ kind: "not-yet" });
  const announce = useAnnounce();
  const start = async () => {
    setTrial({ kind: "running", round: 0, of: 1 });
    try {
      const taken = await asked(ask<{ seats: readonly string[] }>("/ready/seats", { fullRoom: true }));
      const reported = await fullRoom(taken.seats, (round, of) => {
        setTrial({ kind: "running", round, of });
        void ask("/ready/step", { step: `Full room, round ${round} of ${of}` }).catch(() => null);
      });
      const { found } = await asked(ask<{ found: Found }>("/ready/full-room", reported));
      setTrial({ kind: "found", found });
      announce(found.words);
    } catch (error) {
      const words = error instanceof CheckOver ? error.message : "The server did not answer. Try again.";
      setTrial({ kind: "broken", words });
      announce(words);
    }
  };
  const running = trial.kind === "running";
  return (
    <div className="grid gap-4">
      <p className="measure">
        This computer stands in for {seats} at once: each seat has its own live line and saves every two seconds, for
        about twenty seconds. Once from one computer of the room is enough.
      </p>
      {running && <Progress label="Saving from every seat" value={trial.round} max={trial.of} />}
      {trial.kind === "found" && <FoundList found={[trial.found]} label="What the full room came to" />}
      {trial.kind === "broken" && <Notice tone="bad">{trial.words}</Notice>}
      <div>
        <Button variant="quiet" onClick={() => void start()} busy={running && "Trying the full room"}>
          {trial.kind === "not-yet" ? `Try ${seats} seats at once` : "Try again"}
        </Button>
      </div>
    </div>
  );
}
