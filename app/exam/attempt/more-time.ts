import { type Refused, refused } from "../people/refusals.ts";
import type { Duration } from "../time/time.ts";
import { type Attempt, isOver, may } from "./attempt.ts";
import { become, type Decision, no, type When } from "./decide.ts";
import { allowance, allowances, type Line, type MadeUp } from "./ledger.ts";

export type MoreTime = {
  readonly amount: Duration;
  readonly why: string;
  /** Names this order: sent a second time it changes nothing, and with another amount or reason it is refused. */
  readonly key?: string | undefined;
  /** All the time the attempt had when the order was given; somebody else may have given more since. */
  readonly seen?: Duration | undefined;
};

/**
 * More time, also in the last second: it counts until the attempt is closed, which is at the deadline and the grace after it.
 * A closed attempt is never opened again, however few seconds ago it closed: the learner has the receipt, the screen has let
 * the answers go, and marking has begun.
 */
export function grant(attempt: Attempt, { now, by }: When, { amount, why, key, seen }: MoreTime): Decision {
  const before = givenAs(attempt, key);
  if (before !== undefined)
    return before.amount === amount && before.why === why ? become(attempt, {}) : givenAlready(before);
  if (isOver(attempt)) return refused("attempt-closed", neverAgain);
  if (!may(attempt, "grant")) return no(attempt, "grant");
  if (seen !== undefined && seen !== allowance(attempt.ledger)) return overtaken(attempt);
  return withMore(
    attempt,
    { now, by },
    {
      kind: "allowance",
      source: "granted",
      amount,
      at: now,
      by,
      why,
      ...(key === undefined ? {} : { key }),
    },
  );
}

/** Whose time had run out when the room was emptied was not stopped with it: with time again, they wait for the return. */
const withMore = (attempt: Attempt, { now, by }: When, line: Line): Decision =>
  attempt.evacuated && attempt.phase === "running"
    ? become(attempt, { phase: "paused" }, [
        line,
        { kind: "stopped", at: now, by, cause: "evacuation", why: "Room evacuated" },
      ])
    : become(attempt, {}, [line]);

export type Restored = {
  readonly amount: Duration;
  readonly why: string;
  readonly key?: string | undefined;
  /** The rule set the amount was worked out by. */
  readonly rules: string;
  readonly stretches: readonly MadeUp[];
};

/** Gives back time that was lost. The line says for which stretches, so that none is ever made up twice. */
export function makeUp(
  attempt: Attempt,
  { now, by }: When,
  { amount, why, key, rules, stretches }: Restored,
): Decision {
  if (isOver(attempt)) return refused("attempt-closed", neverAgain);
  if (!may(attempt, "grant")) return no(attempt, "grant");
  return withMore(
    attempt,
    { now, by },
    {
      kind: "allowance",
      source: "lost-time",
      amount,
      at: now,
      by,
      why,
      ...(key === undefined ? {} : { key }),
      lost: { rules, stretches },
    },
  );
}

const givenAs = ({ ledger }: Pick<Attempt, "ledger">, key: string | undefined) =>
  key === undefined ? undefined : allowances(ledger).find((line) => line.key === key);

const neverAgain =
  "A test that has ended is not opened again, however short a time ago. Write an incident: the awarding organisation can allow for lost time.";

/** The answer to the first sending was lost, and the form was filled in otherwise meanwhile: that is another wish. */
function givenAlready({ amount, why }: Pick<MoreTime, "amount" | "why">): Refused {
  const words = `${minutesWords(amount)} given already, when this was sent before: “${why}”. Nothing was added now; send it again to give this as well.`;
  return refused("changed-since", words);
}

const minutesWords = (amount: Duration) => {
  const count = Math.round(amount / 60_000);
  return count === 1 ? "1 minute was" : `${count} minutes were`;
};

function overtaken({ ledger }: Attempt): Refused {
  const last = allowances(ledger).at(-1);
  const words =
    last === undefined
      ? ""
      : `${last.by} gave ${Math.round(last.amount / 60_000)} minutes a moment ago: “${last.why}”.`;
  return refused("changed-since", words);
}
