import { createContext, useContext, useEffect, useMemo, useRef, useState } from "react";
import { io, type Socket } from "socket.io-client";
import type { Refused } from "../../exam/people/refusals.ts";
import type { ClientToServer, Seat, ServerToClient, SittingState } from "../../live/contract.ts";
import { copyStore } from "../../player/copy/copy-store.ts";
import { type Holder, holder, type RoomCopies } from "../../player/copy/holder.ts";
import { browserTimers } from "../../player/timers.ts";

/** The copies of the room's running tests, as this board holds them. */
export type CopiesHere = RoomCopies & {
  /** Makes another computer a spare of this room; null until the server has answered. */
  readonly spareCode: ToldSpareCode | null;
  /** Brings the copy of a test to a spare computer. False when one of them is not there. */
  handOver(attempt: string, spare: string): boolean;
};

/** The code, or why there is none. */
export type ToldSpareCode = { readonly ok: true; readonly spareCode: string } | Refused;

const noCopies: CopiesHere = { copies: new Map(), spares: [], spareCode: null, handOver: () => false };

export const CopiesContext = createContext<CopiesHere>(noCopies);
export const useCopies = () => useContext(CopiesContext);

/** Copies come several times a second from every seat; they are shown so often, in milliseconds. */
const showEvery = 1_000;

type Room = { readonly sitting: SittingState; readonly seats: readonly Seat[] };

/**
 * This board as the holder of its room's copies, for as long as it is open. It has a line of its own to the server, only to be
 * found by; the copies come straight from the learners' computers.
 */
export function useRoomCopies({ sitting, seats }: Room, mayHold: boolean): CopiesHere {
  const [shown, setShown] = useState<RoomCopies>(noCopies);
  const [spareCode, setSpareCode] = useState<ToldSpareCode | null>(null);
  const mine = useRef<Holder | null>(null);
  const holds = mayHold && sitting.phase !== "ended";

  useEffect(() => {
    if (!holds) return;
    const desk = holdCopies(sitting.id, { show: setShown, spareCode: setSpareCode });
    mine.current = desk.holder;
    return () => {
      mine.current = null;
      desk.stop();
    };
  }, [holds, sitting.id]);
  useForgetting(mine, seats);
  useNothingLeft(seats, mayHold && sitting.phase === "ended");

  return useMemo(
    () => ({
      ...shown,
      spareCode,
      handOver: (attempt, spare) => mine.current?.handOver(attempt, spare) ?? false,
    }),
    [shown, spareCode],
  );
}

type Tell = { show(copies: RoomCopies): void; spareCode(code: ToldSpareCode): void };

function holdCopies(sitting: string, tell: Tell) {
  let latest: RoomCopies = noCopies;
  let told: RoomCopies = noCopies;
  const show = () => {
    if (told !== latest) tell.show(latest);
    told = latest;
  };
  const holding = holder({
    sitting,
    timers: browserTimers,
    store: copyStore(),
    changed(copies) {
      const isUrgent = copies.spares !== latest.spares || copies.copies.size !== latest.copies.size;
      latest = copies;
      if (isUrgent) show();
    },
  });
  const timer = setInterval(show, showEvery);

  const socket: Socket<ServerToClient, ClientToServer> = io({ transports: ["websocket"] });
  const name = crypto.randomUUID();
  socket.on("connect", () => socket.emit("hold", { sitting, name }, (answer) => tell.spareCode(answer)));
  socket.on("arrange", (arranged) => {
    if (arranged.kind !== "call") return;
    holding
      .called(arranged)
      .then((text) => socket.emit("arrange", { to: arranged.from, kind: "answer", text }, () => {}))
      .catch(() => {});
  });
  return {
    holder: holding,
    stop() {
      clearInterval(timer);
      socket.disconnect();
      holding.stop();
    },
  };
}

/** A test that was handed in is whole with the server. */
function useForgetting(mine: { readonly current: Holder | null }, seats: Room["seats"]) {
  useEffect(() => {
    const over = seats.filter(({ phase, closed }) => phase === "voided" || closed?.reason === "submitted");
    for (const { attempt } of over) mine.current?.forget(attempt);
  }, [mine, seats]);
}

/** After the sitting nothing stays in the room, also where the board is looked at only then. */
function useNothingLeft(seats: Room["seats"], isOver: boolean) {
  const attempts = isOver ? seats.map(({ attempt }) => attempt).join(" ") : "";
  useEffect(() => {
    if (attempts === "") return;
    const store = copyStore();
    void Promise.all(attempts.split(" ").map(store.forget)).then(store.close);
  }, [attempts]);
}
