import { useFetcher } from "@remix-run/react";
import { useEffect, useState } from "react";
import type { Seat } from "../../live/contract.ts";
import type { Told } from "./use-act.ts";

/** Starts chosen learners one by one as each becomes ready, for as long as the board is open. */
export function useStartLater(seats: readonly Seat[]) {
  const [waiting, setWaiting] = useState<readonly string[]>([]);
  const { state, submit } = useFetcher<Told>({ key: "start-later" });
  useEffect(() => {
    const next = seats.find(({ attempt, phase }) => phase === "ready" && waiting.includes(attempt));
    if (next === undefined || state !== "idle") return;
    setWaiting((before) => before.filter((attempt) => attempt !== next.attempt));
    submit({ intent: "start", attempt: next.attempt }, { method: "post" });
  }, [seats, waiting, state, submit]);
  const names = seats.filter(({ attempt }) => waiting.includes(attempt));
  return { waiting: names, startLater: setWaiting, cancel: () => setWaiting([]) };
}
