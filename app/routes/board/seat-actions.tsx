import { Fragment, type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "../../components/button.tsx";
import { Checkbox } from "../../components/checkbox.tsx";
import { clockWords } from "../../components/clock-words.ts";
import { ConfirmButton } from "../../components/confirm-button.tsx";
import { Field } from "../../components/field.tsx";
import { PlayIcon, TickIcon } from "../../components/icons.tsx";
import { RadioGroup } from "../../components/radio-group.tsx";
import { proposedRegister, registers, registerWords } from "../../exam/invigilation/register.ts";
import { offered } from "../../exam/invigilation/room-moves.ts";
import { leftNow } from "../../exam/invigilation/watched-seat.ts";
import { after, type Instant, minutes } from "../../exam/time/time.ts";
import type { Seat, SittingState } from "../../live/contract.ts";
import { clockInLondon } from "../london-time.ts";
import { IncidentFields, useIncident } from "./incident-fields.tsx";
import type { Intent } from "./intents.ts";
import { MoveCode } from "./move-code.tsx";
import { newOrderKey, useOrderKey } from "./order-key.ts";
import { hasUnsaid, SpeakOnAside } from "./seat-aside.tsx";
import { Fold, longestReason, SeatForm, Send, StoppedFor, useSeatDraft, Why } from "./seat-form.tsx";
import { ToldLine } from "./told-line.tsx";
import { type Act, useAct } from "./use-act.tsx";

type Props = { readonly seat: Seat; readonly sitting: SittingState; readonly now: Instant };
type Part = Props & { readonly act: Act };

/** What may be done at this seat now: what is usual as buttons, what needs words behind a fold. */
export function SeatActions(props: Props) {
  const { seat } = props;
  // A form that did its work folds itself away, and no other does; its words stay above.
  const [turns, setTurns] = useState<Partial<Record<Intent, number>>>({});
  const act = useAct({
    onDone: ({ intent }) => setTurns((before) => ({ ...before, [intent]: (before[intent] ?? 0) + 1 })),
  });
  const part = { ...props, act };
  const fresh = (intent: Intent, form: ReactNode) => (
    <Fragment key={`${intent} ${turns[intent] ?? 0}`}>{form}</Fragment>
  );
  return (
    <div className="grid gap-3 border-t border-line pt-3">
      <h3 className="sr-only">What you can do</h3>
      <Quick {...part} />
      {act.heard.map(({ intent, told }) => (
        <ToldLine key={intent} busy={false} told={told} />
      ))}
      <ToldLine busy={act.busy} told={null} />
      <MoveCode told={moveOf(act)} seat={seat} now={props.now} />
      <div className="grid gap-2 justify-items-start [&>details]:w-full">
        {hasUnsaid(seat) && fresh("aside", <SpeakOnAside seat={seat} act={act} />)}
        {offered(seat, "pause") && fresh("pause", <Pause {...part} />)}
        {offered(seat, "grant") && fresh("grant", <Grant {...part} />)}
        {offered(seat, "release") && fresh("move", <Move {...part} />)}
        {fresh("register", <Register {...part} />)}
        {fresh("incident", <Incident {...part} />)}
        {offered(seat, "terminate") && fresh("terminate", <Terminate {...part} />)}
      </div>
    </div>
  );
}

/** The move that was done last; what else was done since takes its code off no screen. */
const moveOf = ({ heard }: Act) =>
  heard.map(({ told }) => told).findLast((told) => told.ok && told.move !== undefined) ?? null;

function Quick({ seat, act }: Part) {
  if (isOnTheWay(seat)) return <p className="text-sm">{onTheWayWords(seat)}</p>;
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
            busy={act.isSending(intent) && "Sending…"}
          >
            {words}
          </Button>
        </SeatForm>
      ))}
    </div>
  );
}

const isOnTheWay = ({ phase, signedIn }: Seat) => phase === "paused" && !signedIn;

const onTheWayWords = ({ stopped }: Seat) =>
  stopped === "moving-desk"
    ? "The test goes on by itself when they sign in at the new computer."
    : "You can resume the test when they have signed in at the new computer.";

function Pause({ seat, act }: Part) {
  const { fields, change, isBegun } = useSeatDraft("pause", seat, { cause: "pause", why: "" });
  return (
    <Fold summary="Pause" isBegun={isBegun}>
      <SeatForm intent="pause" seat={seat} act={act}>
        <p className="text-sm">The clock stops and the questions are hidden until you resume.</p>
        <StoppedFor
          of={["pause", "rest-break", "technical"]}
          value={fields.cause}
          onChoose={(cause) => change({ cause })}
        />
        <Why id="pause-why" value={fields.why} onWrite={(why) => change({ why })} />
        <Send intent="pause" act={act}>
          Pause
        </Send>
      </SeatForm>
    </Fold>
  );
}

function Grant({ seat, now, act }: Part) {
  // What was seen when the form was opened: more time that somebody else gives meanwhile is not overlooked.
  const [opened] = useState(seat.allowance);
  const { fields, change, isBegun } = useSeatDraft("grant", seat, {
    minutes: "5",
    why: "",
    key: useOrderKey(),
    seen: String(opened),
  });
  // After a refusal the next press is another order, and knows of all the time there is now. After no answer it is the same one.
  const refused = act.heard.some(({ intent, told }) => intent === "grant" && !told.ok && !told.unanswered);
  const renew = useRef(change);
  renew.current = change;
  useEffect(() => {
    if (refused) renew.current({ key: newOrderKey(), seen: String(seat.allowance) });
  }, [refused, seat.allowance]);
  const more = Math.min(60, Math.max(0, Math.trunc(Number(fields.minutes)) || 0));
  return (
    <Fold summary="Give extra time" isBegun={isBegun}>
      <SeatForm intent="grant" seat={seat} act={act}>
        <input type="hidden" name="key" value={fields.key} />
        <input type="hidden" name="seen" value={fields.seen} />
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
          value={fields.minutes}
          onChange={(event) => change({ minutes: event.currentTarget.value })}
        />
        <p className="text-sm" aria-live="polite">
          {more > 0 && effectWords(seat, more, now)}
        </p>
        <Why id="grant-why" value={fields.why} onWrite={(why) => change({ why })} />
        <Send intent="grant" act={act}>
          Give {more > 0 ? `${more} ` : ""}minutes
        </Send>
      </SeatForm>
    </Fold>
  );
}

function effectWords(seat: Seat, more: number, now: Instant) {
  const left = clockWords(leftNow(seat, now) + minutes(more));
  if (seat.deadline === null) return `${left} left when the clock runs.`;
  return `Ends at ${clockInLondon(after(seat.deadline, minutes(more)))} instead of ${clockInLondon(seat.deadline)}; ${left} left.`;
}

function Move({ seat, act }: Part) {
  const { fields, change, isBegun } = useSeatDraft("move", seat, { stop: "yes", why: "" });
  return (
    <Fold summary={seat.signedIn ? "Move to another computer" : "Make a new code"} isBegun={isBegun}>
      <SeatForm intent="move" seat={seat} act={act}>
        <ol className="list-decimal ps-5 text-sm">
          <li>{oldComputerWords(seat)}</li>
          <li>You get a code. At the new computer it opens the test at the same question, with every saved answer.</li>
          {seat.phase === "running" && <li>The clock goes on by itself when the test is on the new screen.</li>}
        </ol>
        {seat.phase === "running" && (
          <Checkbox
            name="stop"
            value="yes"
            id="move-stop"
            checked={fields.stop === "yes"}
            onChange={(event) => change({ stop: event.currentTarget.checked ? "yes" : "" })}
            label="Stop the clock on the way"
          />
        )}
        <Why
          id="move-why"
          hint={seat.signedIn ? "For example: the screen has gone dark" : "For example: the code was lost"}
          value={fields.why}
          onWrite={(why) => change({ why })}
        />
        <Send intent="move" act={act}>
          {seat.signedIn ? "Lock the old computer" : "Make a new code"}
        </Send>
      </SeatForm>
    </Fold>
  );
}

function oldComputerWords({ signedIn, connection }: Seat) {
  if (!signedIn) return "No computer has the test now. The code made before opens nothing any more.";
  if (connection === "connected") return "The old computer locks at once.";
  return "The old computer is not connected: it locks as soon as it is reached. Switch it off if it still shows a question.";
}

function Register({ seat, sitting, act }: Part) {
  const proposed = proposedRegister(seat, sitting);
  const hint =
    seat.arrivedAt === null
      ? notAdmitted(seat)
      : `Arrived at ${clockInLondon(seat.arrivedAt)}. By the rule for lateness: ${registerWords(proposed).toLowerCase()}.`;
  const chosen = seat.register === "expected" ? proposed : seat.register;
  return (
    <Fold summary="Mark the register" isBegun={false}>
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
        <Send intent="register" act={act}>
          Mark
        </Send>
      </SeatForm>
    </Fold>
  );
}

const notAdmitted = ({ signedIn }: Seat) =>
  signedIn ? "Signed in. The arrival is written down when you admit." : "Nothing is known yet of an arrival.";

function Incident({ seat, now, act }: Part) {
  const incident = useIncident(now, seat.attempt);
  return (
    <Fold summary="Write an incident" isBegun={incident.isBegun}>
      <SeatForm intent="incident" seat={seat} act={act}>
        <IncidentFields id="seat-incident" {...incident} />
        <Send intent="incident" act={act}>
          Write it down
        </Send>
      </SeatForm>
    </Fold>
  );
}

function Terminate({ seat, act }: Part) {
  const { fields, change } = useSeatDraft("terminate", seat, { why: "" });
  return (
    <ConfirmButton
      label="End this test"
      title={`End the test of ${seat.name}, seat ${seat.seat}?`}
      consequences={`It closes at once and cannot be opened again. What is saved (${seat.answered} of ${seat.items} answered) goes to marking.`}
      confirmLabel="End this test"
      variant="danger"
      size="small"
      reason={{
        label: "Why",
        name: "why",
        required: true,
        maxLength: longestReason,
        written: fields.why,
        onWrite: (why) => change({ why }),
      }}
      form={{ as: act.Form, fields: { intent: "terminate", attempt: seat.attempt } }}
      busy={act.isSending("terminate") && "Sending…"}
    />
  );
}
