import { useCallback, useEffect, useState } from "react";
import { io, type Socket } from "socket.io-client";
import { inWords } from "../../exam/people/refusals.ts";
import type { Board, ClientToServer, ServerToClient } from "../../live/contract.ts";
import type { SignedOut } from "../read-again.ts";
import { useReadAgain } from "../use-read-again.ts";
import type { Ask, Heard } from "./board-store.ts";
import { type LiveRoom, liveRoom } from "./live-room.ts";

/** Milliseconds. */
const tick = 1_000;
const frame = 17;
const answerWithin = 4_000;
const readAgainEvery = 4_000;

type LiveSocket = Socket<ServerToClient, ClientToServer>;

/** Keeps a board that came with the page alive: changes by socket, and by reading the page again where sockets are blocked. */
export function useLiveBoard(board: Board): LiveRoom {
  const sitting = board.sitting.id;
  const [room] = useState(() => liveRoom(board));
  const take = useCallback((heard: Heard): Ask => room.take(heard, performance.now()), [room]);

  useEffect(() => {
    take({ kind: "page", board });
  }, [board, take]);

  useEffect(() => follow(sitting, room, take), [sitting, room, take]);

  useEffect(() => keepTime(room), [room]);

  const again = useBoardAgain(sitting, () => !room.isLive());
  useEffect(() => {
    if (again && "board" in again) take({ kind: "page", board: again.board });
  }, [again, take]);
  // Once, however often the page is read again: whoever wants to stay with what they have written is not asked every few seconds.
  const isOut = again != null && "signedOut" in again;
  useEffect(() => {
    if (isOut) leave(room);
  }, [isOut, room]);
  return room;
}

/** Loads the page again, which leads to the sign-in. The browser asks first where something is half written; whoever stays is told. */
function leave(room: LiveRoom) {
  room.refused(signedOut, performance.now());
  window.location.reload();
}

const signedOut =
  "You have been signed out, here or in another window. What you have written is still here: copy it, then load this page again to sign in.";

/** Moves the clocks on every second, a piece of them for each frame, and beside the frame's own work of laying out and painting. */
function keepTime(room: LiveRoom) {
  let rest: readonly (() => void)[] = [];
  let next: ReturnType<typeof setTimeout> | undefined;
  const nextPiece = () => {
    const [piece, ...others] = rest;
    rest = others;
    piece?.();
    if (rest.length > 0) next = setTimeout(nextPiece, frame);
  };
  const moveOn = () => {
    clearTimeout(next);
    // What did not get its turn within the second, as in a page that nobody sees, does not wait any longer.
    for (const piece of rest) piece();
    rest = room.tick(performance.now());
    nextPiece();
  };
  moveOn();
  const timer = setInterval(moveOn, tick);
  return () => {
    clearInterval(timer);
    clearTimeout(next);
  };
}

/** Opens the line, asks for what is missing whenever something is, and answers how to close it. */
function follow(sitting: string, room: LiveRoom, take: (heard: Heard) => Ask) {
  const open: LiveSocket = io({ transports: ["websocket"] });
  const see = (ask: Ask) => {
    if (ask.kind === "snapshot") watch();
    if (ask.kind === "since") {
      open.timeout(answerWithin).emit("since", { sitting, version: ask.version }, (late, answer) => {
        if (!late && answer.ok) see(take({ kind: "caught-up", changes: answer.changes }));
      });
    }
  };
  const watch = () =>
    open.timeout(answerWithin).emit("watch", { sitting }, (late, answer) => {
      if (late) return;
      room.refused(answer.ok ? null : inWords(answer), performance.now());
      if (answer.ok) see(take({ kind: "snapshot", board: answer.board }));
    });
  open.on("connect", () => see(take({ kind: "connected" })));
  open.on("changes", (changes) => see(take({ kind: "changes", changes })));
  open.on("pulse", (pulse) => see(take({ kind: "pulse", ...pulse })));
  open.on("signed-out", () => leave(room));
  return () => void open.disconnect();
}

/** Reads the page's board again while nothing is heard otherwise. A failed reading changes nothing. */
const useBoardAgain = (sitting: string, isWanted: () => boolean) =>
  useReadAgain<{ readonly board: Board } | SignedOut>({
    href: `/sittings/${sitting}`,
    every: readAgainEvery,
    isWanted: () => isWanted() && document.visibilityState === "visible",
  });
