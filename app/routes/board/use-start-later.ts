import { useParams } from "@remix-run/react";
import { useEffect, useState } from "react";
import type { Seat } from "../../live/contract.ts";
import { order } from "./order.ts";

/** Starts chosen learners one by one as each becomes ready, for as long as the board is open. */
export function useStartLater(seats: readonly Seat[]) {
  const { sitting = "" } = useParams();
  const [waiting, setWaiting] = useState<ReadonlySet<string>>(new Set());
  const [isSending, setSending] = useState(false);
  useEffect(() => {
    const next = seats.find(({ attempt, phase }) => phase === "ready" && waiting.has(attempt));
    if (next === undefined || isSending) return;
    setWaiting((before) => new Set([...before].filter((attempt) => attempt !== next.attempt)));
    setSending(true);
    order(sitting, startOf(next.attempt)).finally(() => setSending(false));
  }, [seats, waiting, isSending, sitting]);
  const names = seats.filter(({ attempt }) => waiting.has(attempt));
  return {
    waiting: names,
    startLater: (attempts: readonly string[]) => setWaiting(new Set(attempts)),
    cancel: () => setWaiting(new Set()),
  };
}

function startOf(attempt: string) {
  const fields = new FormData();
  fields.set("intent", "start");
  fields.set("attempt", attempt);
  return fields;
}
