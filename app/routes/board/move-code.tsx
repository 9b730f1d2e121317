import type { Instant } from "../../exam/time/time.ts";
import type { Seat } from "../../live/contract.ts";
import { clockInLondon } from "../london-time.ts";
import type { Told } from "./told.ts";

type Props = {
  readonly told: Told | null;
  readonly seat: Pick<Seat, "moves" | "signedIn">;
  readonly now: Instant;
};

/** The code the invigilator takes to the new computer, large enough to be read from there, for as long as it opens the test. */
export function MoveCode({ told, seat, now }: Props) {
  const move = told?.ok ? told.move : undefined;
  if (move === undefined || move.until <= now) return null;
  // The seat may be heard of a moment after the answer, and then counts one code less.
  if (seat.moves > move.number)
    return <p role="status">Another code was made since, so yours opens nothing any more.</p>;
  if (seat.signedIn) return null;
  return (
    <div className="grid gap-1 rounded-md border-2 border-accent p-3" role="status">
      <p className="text-sm">At the new computer, open the sign-in page and type this code:</p>
      <p className="text-3xl font-bold tracking-[0.12em] tabular">{move.code}</p>
      <p className="text-sm text-ink-soft">
        It works once, until {clockInLondon(move.until)}. The slip works too. If it is lost, make a new code below.
      </p>
    </div>
  );
}
