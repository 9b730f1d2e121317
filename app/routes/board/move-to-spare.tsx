import { type FormEvent, type MutableRefObject, useEffect, useRef, useState } from "react";
import { Button } from "../../components/button.tsx";
import { Disclosure } from "../../components/disclosure.tsx";
import { RadioGroup } from "../../components/radio-group.tsx";
import { Status } from "../../components/status.tsx";
import { instant } from "../../exam/time/time.ts";
import type { Seat } from "../../live/contract.ts";
import type { Spare } from "../../player/copy/holder.ts";
import { clockSeconds } from "./room-time.ts";
import { useCopies } from "./use-room-copies.ts";

type Props = {
  readonly seat: Seat;
  /** The server has fallen silent, or the learner's computer has. */
  readonly cutOff: boolean;
};

/**
 * Going on at a spare computer with the copy held here. It needs no server; where there is one and the old computer is well,
 * the move by code does the same and is not doubted. A spare computer can break down as well: then another one is offered.
 */
export function MoveToSpare({ seat, cutOff }: Props) {
  const { copies, spares, handOver } = useCopies();
  const copy = copies.get(seat.attempt);
  const [lost, setLost] = useState(false);
  /** The test has just been brought somewhere from here: that takes the focus, once. */
  const focusOnce = useRef(false);
  const used = spares.filter((spare) => spare.attempt === seat.attempt && spare.stage !== "waiting");
  // A test that nobody has opened yet can be brought there in error: another one takes its place.
  const free = spares
    .filter(({ stage, attempt }) => stage !== "here" && attempt !== seat.attempt)
    .toSorted((one, other) => Number(one.stage === "slip") - Number(other.stage === "slip"));
  if (copy === undefined || !(seat.phase === "running" || seat.phase === "paused")) return null;
  const from = clockSeconds(instant(copy.at));
  const bring = (spare: string) => {
    const isThere = handOver(seat.attempt, spare);
    setLost(!isThere);
    focusOnce.current = isThere;
  };
  if (used.length === 0)
    return cutOff ? (
      <Disclosure summary="Go on at a spare computer">
        <div className="grid gap-3">
          <p className="text-sm measure">
            Copy here from {from}. It works without the server: the learner types candidate number and keycode at the
            spare computer and goes on at the same question. The clock has run meanwhile; lost time is worked out when
            the server is back.
          </p>
          <WhichSpare free={free} lost={lost} bring={bring} />
        </div>
      </Disclosure>
    ) : null;
  return (
    <div className="grid gap-2">
      <Handed used={used} focusOnce={focusOnce} />
      <Disclosure summary="That computer does not work either">
        <div className="grid gap-3">
          <p className="text-sm measure">
            {used.some(({ stage }) => stage === "here")
              ? `The learner goes on at another one with the copy from ${from}. What was done at the spare computer after that stays there: it is sent when that computer reaches the server, and kept beside what is done now.`
              : `The learner goes on at another one, with the same copy from ${from}.`}
          </p>
          <WhichSpare free={free} lost={lost} bring={bring} />
        </div>
      </Disclosure>
    </div>
  );
}

type WhichProps = {
  readonly free: readonly Spare[];
  /** The one that was chosen last could not be reached. */
  readonly lost: boolean;
  readonly bring: (spare: string) => void;
};

function WhichSpare({ free, lost, bring }: WhichProps) {
  const hand = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    bring(String(new FormData(event.currentTarget).get("spare") ?? ""));
  };
  return (
    <>
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
    </>
  );
}

type HandedProps = {
  readonly used: readonly Spare[];
  readonly focusOnce: MutableRefObject<boolean>;
};

function Handed({ used, focusOnce }: HandedProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!focusOnce.current) return;
    focusOnce.current = false;
    box.current?.focus();
  });
  return (
    <div ref={box} tabIndex={-1} role="status" className="grid gap-1">
      {used.map(({ peer, name, stage }) =>
        stage === "here" ? (
          <Status key={peer} tone="good" wrap>
            Goes on at {name}
          </Status>
        ) : (
          <div key={peer}>
            <Status tone="info" wrap>
              The test is at {name}, locked
            </Status>
            <p className="mt-0.5 ps-6 text-sm">The learner types candidate number and keycode there.</p>
          </div>
        ),
      )}
    </div>
  );
}
