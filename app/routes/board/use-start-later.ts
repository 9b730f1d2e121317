import { useParams } from "@remix-run/react";
import { useEffect, useState } from "react";
import { isReadyHere, startList } from "../../exam/invigilation/room-moves.ts";
import type { Board, Seat } from "../../live/contract.ts";
import { order } from "./order.ts";

/** Milliseconds from an order that was refused, or got no answer, to the next. */
const againAfter = 3_000;

/**
 * Starts chosen learners one by one as each becomes ready, for as long as the board is open. Whoever could not be started waits on,
 * behind the others; while the room is evacuated nobody is.
 */
export function useStartLater({ sitting, seats }: Pick<Board, "sitting" | "seats">) {
  const { sitting: id = "" } = useParams();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [state, setState] = useState<"idle" | "sending" | "resting">("idle");
  const [refusal, setRefusal] = useState<string | null>(null);
  const waiting = sitting.phase === "open" ? stillToStart(seats, chosen) : [];
  const next = sitting.evacuatedAt === null ? waiting.find(isReadyHere)?.attempt : undefined;

  useEffect(() => {
    if (state !== "resting") return;
    const timer = setTimeout(setState, againAfter, "idle");
    return () => clearTimeout(timer);
  }, [state]);
  useEffect(() => {
    if (state !== "idle" || next === undefined) return;
    setState("sending");
    void order(id, startOf(next)).then((told) => {
      setChosen((before) => withAnswer(before, next, told.ok));
      setRefusal(told.ok ? null : told.words);
      setState(told.ok ? "idle" : "resting");
    });
  }, [id, next, state]);
  return {
    waiting,
    /** Why the last who was ready could not be started; it is tried again. */
    refusal: waiting.length > 0 ? refusal : null,
    startLater: (attempts: readonly string[]) => setChosen((before) => [...new Set([...before, ...attempts])]),
    cancel: () => setChosen([]),
  };
}

/** Of those chosen, in the order in which they are tried, whoever has not begun. */
function stillToStart(seats: readonly Seat[], chosen: readonly string[]): readonly Seat[] {
  if (chosen.length === 0) return [];
  const { ready, waiting } = startList(seats);
  const notBegun = new Map([...ready, ...waiting.map(({ seat }) => seat)].map((seat) => [seat.attempt, seat]));
  return chosen.flatMap((attempt) => notBegun.get(attempt) ?? []);
}

/** Started: out of the list. Refused: at its end, unless it was called off meanwhile. */
function withAnswer(chosen: readonly string[], attempt: string, isStarted: boolean): readonly string[] {
  if (!chosen.includes(attempt)) return chosen;
  const others = chosen.filter((other) => other !== attempt);
  return isStarted ? others : [...others, attempt];
}

function startOf(attempt: string) {
  const fields = new FormData();
  fields.set("intent", "start");
  fields.set("attempt", attempt);
  return fields;
}
