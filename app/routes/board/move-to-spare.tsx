import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button } from "../../components/button.tsx";
import { Disclosure } from "../../components/disclosure.tsx";
import { RadioGroup } from "../../components/radio-group.tsx";
import { Status } from "../../components/status.tsx";
import { instant } from "../../exam/time/time.ts";
import type { Seat } from "../../live/contract.ts";
import { clockSeconds } from "./room-time.ts";
import { useCopies } from "./use-room-copies.ts";

type Props = {
  readonly seat: Seat;
  /** The server has fallen silent, or the learner's computer has. */
  readonly cutOff: boolean;
};

/**
 * Going on at a spare computer with the copy held here. It needs no server; where there is one and the old computer is well,
 * the move by code does the same and is not doubted.
 */
export function MoveToSpare({ seat, cutOff }: Props) {
  const { copies, spares, handOver } = useCopies();
  const copy = copies.get(seat.attempt);
  const [lost, setLost] = useState(false);
  const [pressed, setPressed] = useState(false);
  const used = spares.find((spare) => spare.attempt === seat.attempt && spare.stage !== "waiting");
  // A test that nobody has opened yet can be brought there in error: another one takes its place.
  const free = spares
    .filter(({ stage, attempt }) => stage !== "here" && attempt !== seat.attempt)
    .toSorted((one, other) => Number(one.stage === "slip") - Number(other.stage === "slip"));
  if (copy === undefined || !(seat.phase === "running" || seat.phase === "paused")) return null;
  if (used) return <Handed name={used.name} isHere={used.stage === "here"} takesFocus={pressed} />;
  if (!cutOff) return null;

  const hand = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const spare = String(new FormData(event.currentTarget).get("spare") ?? "");
    setPressed(true);
    setLost(!handOver(seat.attempt, spare));
  };
  return (
    <Disclosure summary="Go on at a spare computer">
      <div className="grid gap-3">
        <p className="text-sm measure">
          Copy here from {clockSeconds(instant(copy.at))}. It works without the server: the learner types candidate
          number and keycode at the spare computer and goes on at the same question. The clock has run meanwhile; lost
          time is worked out when the server is back.
        </p>
        {free.length === 0 ? (
          <Status tone="warn" wrap>
            No spare computer is on the line
          </Status>
        ) : (
          <form className="grid gap-3 justify-items-start" onSubmit={hand}>
            <RadioGroup
              legend="Which one"
              name="spare"
              defaultValue={free[0]?.peer ?? ""}
              options={free.map(({ peer, name, stage }) => ({
                value: peer,
                label: stage === "slip" ? `${name}, instead of the test that waits there for its slip` : name,
              }))}
              required
            />
            <Button type="submit" size="small">
              Bring the test there
            </Button>
          </form>
        )}
        <div role="status">
          {lost && (
            <Status tone="bad" wrap>
              That computer is no longer on the line
            </Status>
          )}
        </div>
      </div>
    </Disclosure>
  );
}

type HandedProps = {
  readonly name: string;
  readonly isHere: boolean;
  /** It takes the place of the form that was just sent. */
  readonly takesFocus: boolean;
};

function Handed({ name, isHere, takesFocus }: HandedProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) box.current?.focus();
  }, [takesFocus]);
  return (
    <div ref={box} tabIndex={-1} role="status">
      {isHere ? (
        <Status tone="good" wrap>
          Goes on at {name}
        </Status>
      ) : (
        <>
          <Status tone="info" wrap>
            The test is at {name}, locked
          </Status>
          <p className="mt-0.5 ps-6 text-sm">The learner types candidate number and keycode there.</p>
        </>
      )}
    </div>
  );
}
