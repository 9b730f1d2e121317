import { useFetcher } from "@remix-run/react";
import { useCallback, useEffect, useRef, useState } from "react";
import { io, type Socket } from "socket.io-client";
import { inWords } from "../../exam/people/refusals.ts";
import type { Duration, Instant } from "../../exam/time/time.ts";
import { none } from "../../exam/time/time.ts";
import type { Board, ClientToServer, ServerToClient } from "../../live/contract.ts";
import {
  type Ask,
  age,
  fromPage,
  type Health,
  type Heard,
  hear,
  isStale,
  type Known,
  serverTime,
} from "./board-store.ts";

export type LiveBoard = {
  readonly board: Board;
  /** The server's time, counted on between its messages. */
  readonly now: Instant;
  /** Until when what is shown is known to be true: now, or when the server was last heard. */
  readonly knownAt: Instant;
  readonly stale: boolean;
  /** How long the server has been silent. */
  readonly silent: Duration;
  /** `page`: live updates do not get through, so the page is read again every few seconds. */
  readonly link: "connecting" | "live" | "page";
  /** How the server said it fares: how far saving lags, and whether its processes hear each other. */
  readonly health: Health;
  /** Why the server will not show this board any more. */
  readonly refusal: string | null;
};

/** Milliseconds. */
const tick = 1_000;
const answerWithin = 4_000;
const readAgainEvery = 4_000;

type LiveSocket = Socket<ServerToClient, ClientToServer>;

/** Keeps a board that came with the page alive: changes by socket, and by reading the page again where sockets are blocked. */
export function useLiveBoard(first: Board): LiveBoard {
  const sitting = first.sitting.id;
  const [known, setKnown] = useState<Known>(() => fromPage(first, 0));
  const [now, setNow] = useState(0);
  const [refusal, setRefusal] = useState<string | null>(null);
  const latest = useRef(known);
  const socket = useRef<LiveSocket | null>(null);

  const take = useCallback((heard: Heard): Ask => {
    const next = hear(latest.current, heard, performance.now());
    latest.current = next.known;
    setKnown(next.known);
    setNow(performance.now());
    return next.ask;
  }, []);

  useEffect(() => {
    take({ kind: "page", board: first });
  }, [first, take]);

  useEffect(() => {
    const open: LiveSocket = io({ transports: ["websocket"] });
    socket.current = open;
    const follow = (ask: Ask) => {
      if (ask.kind === "snapshot") watch();
      if (ask.kind === "since") {
        open.timeout(answerWithin).emit("since", { sitting, version: ask.version }, (late, answer) => {
          if (!late && answer.ok) follow(take({ kind: "caught-up", changes: answer.changes }));
        });
      }
    };
    const watch = () =>
      open.timeout(answerWithin).emit("watch", { sitting }, (late, answer) => {
        if (late) return;
        setRefusal(answer.ok ? null : inWords(answer));
        if (answer.ok) follow(take({ kind: "snapshot", board: answer.board }));
      });
    open.on("connect", watch);
    open.on("changes", (changes) => follow(take({ kind: "changes", changes })));
    open.on("pulse", (pulse) => follow(take({ kind: "pulse", ...pulse })));
    open.on("signed-out", () => window.location.reload());
    return () => {
      open.disconnect();
    };
  }, [sitting, take]);

  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), tick);
    return () => clearInterval(timer);
  }, []);

  usePageAgain(sitting, () => isStale(latest.current, performance.now()) || latest.current.from === "page", take);

  const stale = isStale(known, now);
  const serverNow = now === 0 ? known.board.at : serverTime(known, now);
  return {
    board: known.board,
    now: serverNow,
    knownAt: stale ? known.board.at : serverNow,
    stale,
    silent: stale ? age(known, now) : none,
    link: known.from === "live" ? "live" : now < readAgainEvery ? "connecting" : "page",
    health: known.health,
    refusal,
  };
}

/** Reads the page's board again while nothing is heard otherwise. A failed reading changes nothing. */
function usePageAgain(sitting: string, isWanted: () => boolean, take: (heard: Heard) => Ask) {
  const fetcher = useFetcher<{ readonly board: Board } | null>({ key: `board-${sitting}` });
  const wanted = useRef(isWanted);
  wanted.current = isWanted;
  const idle = fetcher.state === "idle";
  const { load } = fetcher;

  useEffect(() => {
    const timer = setInterval(() => {
      if (idle && wanted.current() && document.visibilityState === "visible") load(`/sittings/${sitting}?again`);
    }, readAgainEvery);
    return () => clearInterval(timer);
  }, [idle, load, sitting]);

  const again = fetcher.data?.board;
  useEffect(() => {
    if (again) take({ kind: "page", board: again });
  }, [again, take]);
}
