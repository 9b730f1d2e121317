import type { Instant } from "../../exam/time/time.ts";
import { clockInLondon } from "../london-time.ts";
import type { Told } from "./told.ts";

type Props = { readonly told: Told | null; readonly now: Instant };

/** The code the invigilator takes to the new computer, large enough to be read from there. */
export function MoveCode({ told, now }: Props) {
  const move = told?.ok ? told.move : undefined;
  if (move === undefined || move.until <= now) return null;
  return (
    <div className="grid gap-1 rounded-md border-2 border-accent p-3" role="status">
      <p className="text-sm">At the new computer, open the sign-in page and type this code:</p>
      <p className="text-3xl font-bold tracking-[0.12em] tabular">{move.code}</p>
      <p className="text-sm text-ink-soft">
        It works once, until {clockInLondon(move.until)}. The slip works too. Whoever presses “Move” again gets a new
        code.
      </p>
    </div>
  );
}
