import { type ReactNode, useEffect, useState } from "react";
import { Button } from "../../components/button.tsx";
import { Checkbox } from "../../components/checkbox.tsx";
import { clockWords } from "../../components/clock-words.ts";
import { ConfirmButton } from "../../components/confirm-button.tsx";
import { Disclosure } from "../../components/disclosure.tsx";
import { Field } from "../../components/field.tsx";
import { PlayIcon, TickIcon } from "../../components/icons.tsx";
import { RadioGroup } from "../../components/radio-group.tsx";
import { proposedRegister, registers, registerWords } from "../../exam/invigilation/register.ts";
import { offered } from "../../exam/invigilation/room-moves.ts";
import { stopWords } from "../../exam/invigilation/seat-state.ts";
import { leftNow } from "../../exam/invigilation/watched-seat.ts";
import { after, type Instant, minutes } from "../../exam/time/time.ts";
import type { Seat, SittingState } from "../../live/contract.ts";
import { clockInLondon } from "../london-time.ts";
import { IncidentFields } from "./incident-fields.tsx";
import type { Intent } from "./intents.ts";
import { MoveCode } from "./move-code.tsx";
import { useOrderKey } from "./order-key.ts";
import { hasUnsaid, SpeakOnAside } from "./seat-aside.tsx";
import { SeatForm, Send, Why } from "./seat-form.tsx";
import { ToldLine } from "./told-line.tsx";
import { type Act, useAct } from "./use-act.tsx";

type Props = { readonly seat: Seat; readonly sitting: SittingState; readonly now: Instant };
type Part = Props & { readonly act: Act };

/** What may be done at this seat now: what is usual as buttons, what needs words behind a fold. */
export function SeatActions(props: Props) {
  const { seat } = props;
  // A form that did its work folds itself away; its words stay above.
  const [turn, setTurn] = useState(0);
  const act = useAct({ onDone: () => setTurn((before) => before + 1) });
  const part = { ...props, act };
  return (
    <div className="grid gap-3 border-t border-line pt-3">
      <h3 className="sr-only">What you can do</h3>
      <Quick {...part} />
      <ToldLine busy={act.busy} told={act.told} />
      {!seat.signedIn && <MoveCode told={act.told} now={props.now} />}
      <div key={turn} className="grid gap-2 justify-items-start [&>details]:w-full">
        {hasUnsaid(seat) && <SpeakOnAside seat={seat} act={act} />}
        {offered(seat, "pause") && <Pause {...part} />}
        {offered(seat, "grant") && <Grant {...part} />}
        {offered(seat, "release") && seat.signedIn && <Move {...part} />}
        <Register {...part} />
        <Incident {...part} />
        {offered(seat, "terminate") && <Terminate {...part} />}
      </div>
    </div>
  );
}

function Quick({ seat, act }: Part) {
  const quick: readonly {
    intent: Intent;
    words: string;
    icon: ReactNode;
    move: "admit" | "start" | "resume" | "send-back";
  }[] = [
    { intent: "admit", words: "Admit", icon: <TickIcon />, move: "admit" },
    { intent: "start", words: "Start", icon: <PlayIcon />, move: "start" },
    { intent: "resume", words: "Resume", icon: <PlayIcon />, move: "resume" },
    { intent: "send-back", words: "Send back", icon: null, move: "send-back" },
  ];
  const now = quick.filter(({ move }) => offered(seat, move));
  if (now.length === 0) return null;
  return (
    <div className="flex flex-wrap gap-2">
      {now.map(({ intent, words, icon }, at) => (
        <SeatForm key={intent} intent={intent} seat={seat} act={act}>
          <Button
            type="submit"
            variant={at === 0 ? "primary" : "quiet"}
            icon={icon}
            busy={act.busy && act.intent === intent && "Sending…"}
          >
            {words}
          </Button>
        </SeatForm>
      ))}
    </div>
  );
}

function Pause({ seat, act }: Part) {
  const causes = (["pause", "rest-break", "technical"] as const).map((value) => ({ value, label: stopWords[value] }));
  return (
    <Disclosure summary="Pause">
      <SeatForm intent="pause" seat={seat} act={act}>
        <p className="text-sm">The clock stops and the questions are hidden until you resume.</p>
        <RadioGroup legend="Cause" name="cause" defaultValue="pause" options={causes} inline required />
        <Why id="pause-why" />
        <Send act={act}>Pause</Send>
      </SeatForm>
    </Disclosure>
  );
}

function Grant({ seat, now, act }: Part) {
  const [given, setGiven] = useState("5");
  const key = useOrderKey();
  // What was seen when the form was opened: more time that somebody else gives meanwhile is not overlooked.
  const [seen, setSeen] = useState(seat.allowance);
  const refused = act.told?.ok === false;
  useEffect(() => {
    if (refused) setSeen(seat.allowance);
  }, [refused, seat.allowance]);
  const more = Math.min(60, Math.max(0, Math.trunc(Number(given)) || 0));
  return (
    <Disclosure summary="Give extra time">
      <SeatForm intent="grant" seat={seat} act={act}>
        <input type="hidden" name="key" value={key} />
        <input type="hidden" name="seen" value={seen} />
        <Field
          id="grant-minutes"
          name="minutes"
          type="number"
          min={1}
          max={60}
          step={1}
          required
          label="Minutes"
          suffix="minutes"
          width="short"
          value={given}
          onChange={(event) => setGiven(event.currentTarget.value)}
        />
        <p className="text-sm" aria-live="polite">
          {more > 0 && effectWords(seat, more, now)}
        </p>
        <Why id="grant-why" />
        <Send act={act}>Give {more > 0 ? `${more} ` : ""}minutes</Send>
      </SeatForm>
    </Disclosure>
  );
}

function effectWords(seat: Seat, more: number, now: Instant) {
  const left = clockWords(leftNow(seat, now) + minutes(more));
  if (seat.deadline === null) return `${left} left when the clock runs.`;
  return `Ends at ${clockInLondon(after(seat.deadline, minutes(more)))} instead of ${clockInLondon(seat.deadline)}; ${left} left.`;
}

function Move({ seat, act }: Part) {
  return (
    <Disclosure summary="Move to another computer">
      <SeatForm intent="move" seat={seat} act={act}>
        <ol className="list-decimal ps-5 text-sm">
          <li>The old computer locks at once.</li>
          <li>You get a code. At the new computer it opens the test at the same question, with every saved answer.</li>
          {seat.phase === "running" && <li>The clock goes on by itself when the test is on the new screen.</li>}
        </ol>
        {seat.phase === "running" && (
          <Checkbox name="stop" value="yes" id="move-stop" defaultChecked label="Stop the clock on the way" />
        )}
        <Why id="move-why" hint="For example: the screen has gone dark" />
        <Send act={act}>Lock the old computer</Send>
      </SeatForm>
    </Disclosure>
  );
}

function Register({ seat, sitting, act }: Part) {
  const proposed = proposedRegister(seat, sitting);
  const hint =
    seat.arrivedAt === null
      ? notAdmitted(seat)
      : `Arrived at ${clockInLondon(seat.arrivedAt)}. By the rule for lateness: ${registerWords(proposed).toLowerCase()}.`;
  const chosen = seat.register === "expected" ? proposed : seat.register;
  return (
    <Disclosure summary="Mark the register">
      <SeatForm intent="register" seat={seat} act={act}>
        <RadioGroup
          legend="Attendance"
          name="register"
          hint={hint}
          defaultValue={chosen}
          required
          options={registers
            .filter((register) => register !== "expected")
            .map((value) => ({ value, label: registerWords(value) }))}
        />
        <Send act={act}>Mark</Send>
      </SeatForm>
    </Disclosure>
  );
}

const notAdmitted = ({ signedIn }: Seat) =>
  signedIn ? "Signed in. The arrival is written down when you admit." : "Nothing is known yet of an arrival.";

function Incident({ seat, now, act }: Part) {
  return (
    <Disclosure summary="Write an incident">
      <SeatForm intent="incident" seat={seat} act={act}>
        <IncidentFields id="seat-incident" now={now} />
        <Send act={act}>Write it down</Send>
      </SeatForm>
    </Disclosure>
  );
}

function Terminate({ seat, act }: Part) {
  return (
    <ConfirmButton
      label="End this test"
      title={`End the test of ${seat.name}, seat ${seat.seat}?`}
      consequences={`It closes at once and cannot be opened again. What is saved (${seat.answered} of ${seat.items} answered) goes to marking.`}
      confirmLabel="End this test"
      variant="danger"
      size="small"
      reason={{ label: "Why", name: "why", required: true }}
      form={{ as: act.Form, fields: { intent: "terminate", attempt: seat.attempt } }}
      busy={act.busy && act.intent === "terminate" && "Sending…"}
    />
  );
}
