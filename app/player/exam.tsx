import { useEffect, useState } from "react";
import { useAnnounce } from "../components/announcer.tsx";
import { hasBegun } from "../exam/attempt/attempt.ts";
import { mustStay } from "./must-stay.ts";
import type { Player } from "./player.ts";
import type { Room } from "./room.ts";
import { Confirm } from "./screens/confirm.tsx";
import { Moved, NotSeated, Opening, OtherTab, SignedOut } from "./screens/elsewhere.tsx";
import { Ended, MadeVoid } from "./screens/ended.tsx";
import { Evacuated } from "./screens/evacuated.tsx";
import { HandingIn } from "./screens/handing-in.tsx";
import { Instructions } from "./screens/instructions.tsx";
import { Paused } from "./screens/paused.tsx";
import { Practice } from "./screens/practice.tsx";
import { Running } from "./screens/running.tsx";
import { Waiting } from "./screens/waiting.tsx";
import { whoOf } from "./screens/who.ts";
import type { Snapshot } from "./snapshot.ts";
import { usePlayer } from "./use-player.ts";
import { useTimeHidden } from "./use-time-hidden.ts";

type Props = {
  readonly room: Room;
  readonly make?: (room: Room) => Player;
  /** Told whether the page must not be left now. */
  readonly onMustStay?: (mustStay: boolean) => void;
};

/** A learner's test from sitting down to the receipt. The server's word decides what shows. */
export function Exam({ room, make, onMustStay }: Props) {
  const { player, snapshot } = usePlayer(room, make);
  const announce = useAnnounce();
  const { spoken } = snapshot;
  useEffect(() => {
    if (spoken !== null) announce(spoken.words, { show: spoken.seen, tone: "info" });
  }, [spoken, announce]);
  const stays = mustStay(snapshot);
  useEffect(() => onMustStay?.(stays), [onMustStay, stays]);
  return <Screen room={room} player={player} snapshot={snapshot} />;
}

type Shown = { readonly room: Room; readonly player: Player | null; readonly snapshot: Snapshot };

function Screen({ room, player, snapshot }: Shown) {
  const [timeHidden, setTimeHidden] = useTimeHidden(room.attempt);
  // Kept here, so that both are as they were when a pause or an evacuation is over.
  const [step, setStep] = useState<Step>("confirm");
  const [reviewing, setReviewing] = useState(false);
  const { place, state, form } = snapshot;
  const phase = state?.phase ?? room.phase;

  if (place === "other-tab") return <OtherTab />;
  if (place === "signed-out") return <SignedOut room={room} snapshot={snapshot} />;
  if (place === "refused") return <NotSeated words={snapshot.words} onAgain={() => player?.attendAgain("before")} />;
  if (state?.evacuated) return <Evacuated room={room} snapshot={snapshot} player={player} />;
  if (place === "moved") return <Moved room={room} snapshot={snapshot} onStay={() => player?.attendAgain("new")} />;
  if (!hasBegun({ phase })) return <Before {...{ room, player, snapshot, step, setStep }} />;
  if (player === null || place === "opening" || state === null)
    return <Opening broken={false} words="Opening your test" />;

  switch (state.phase) {
    case "voided":
      return <MadeVoid room={room} />;
    case "closed":
      return state.closed && <Ended room={room} snapshot={snapshot} closed={state.closed} />;
    case "paused":
      return <Paused room={room} snapshot={snapshot} player={player} />;
    case "booked":
    case "admitted":
    case "ready":
      return <Opening broken={false} words="Opening your test" />;
    case "running":
      if (snapshot.submitting || snapshot.timeUp) return <HandingIn room={room} snapshot={snapshot} />;
      if (form === null) return <Opening broken={snapshot.formProblem} words="Unlocking your test" />;
      return (
        <Running
          {...{ room, form, snapshot, player, timeHidden, reviewing, setReviewing }}
          onHideTime={setTimeHidden}
        />
      );
  }
}

type Step = "confirm" | "instructions" | "waiting";

/** Up to the start; whatever the learner looks at, the start takes them to the test. */
function Before({
  room,
  player,
  snapshot,
  step,
  setStep,
}: Shown & { readonly step: Step; readonly setStep: (step: Step) => void }) {
  const [practising, setPractising] = useState(false);
  const practise = () => setPractising(true);
  if (practising) return <Practice who={whoOf(room)} onDone={() => setPractising(false)} />;
  switch (step) {
    case "confirm":
      return <Confirm room={room} onYes={() => setStep("instructions")} />;
    case "instructions": {
      const read = () => {
        player?.instructionsRead();
        setStep("waiting");
      };
      return <Instructions room={room} onRead={read} onPractice={practise} />;
    }
    case "waiting":
      return (
        <Waiting
          room={room}
          snapshot={snapshot}
          onPractice={practise}
          onInstructions={() => setStep("instructions")}
          onDismiss={(id) => player?.dismiss(id)}
          onKnown={() => player?.knowsWhatIsKept()}
        />
      );
  }
}
