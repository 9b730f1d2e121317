import { createContext, useContext, useEffect, useMemo, useState } from "react";
import type { Seat, SittingState } from "../../live/contract.ts";
import type { Holder, RoomCopies } from "../../player/copy/holder.ts";
import { bringing, later } from "../later.ts";
import type { ToldSpareCode } from "./hold-copies.ts";
import address from "./hold-copies.ts?address";

/** The copies of the room's running tests, as this board holds them. */
export type CopiesHere = RoomCopies & {
  /** Makes another computer a spare of this room; null until the server has answered. */
  readonly spareCode: ToldSpareCode | null;
  /** Brings the copy of a test to a spare computer. False when one of them is not there. */
  handOver(attempt: string, spare: string): boolean;
};

const noCopies: CopiesHere = { copies: new Map(), spares: [], spareCode: null, handOver: () => false };

export const CopiesContext = createContext<CopiesHere>(noCopies);
export const useCopies = () => useContext(CopiesContext);

/** Comes after the board itself, which then stands sooner: holding reads what other computers send, and that takes a lot of code. */
const holding = later({ first: () => import("./hold-copies.ts"), address });

type Room = { readonly sitting: SittingState; readonly seats: readonly Seat[] };

/**
 * This board as the holder of its room's copies, for as long as it is open. The copies come straight from the learners'
 * computers.
 */
export function useRoomCopies({ sitting, seats }: Room, mayHold: boolean): CopiesHere {
  const [shown, setShown] = useState<RoomCopies>(noCopies);
  const [spareCode, setSpareCode] = useState<ToldSpareCode | null>(null);
  const [mine, setMine] = useState<Holder | null>(null);
  const holds = mayHold && sitting.phase !== "ended";

  useEffect(() => {
    if (!holds) return;
    let stop = () => {};
    const callOff = bringing(holding, ({ holdCopies }) => {
      const desk = holdCopies(sitting.id, { show: setShown, spareCode: setSpareCode });
      setMine(desk.holder);
      stop = desk.stop;
    });
    return () => {
      callOff();
      setMine(null);
      stop();
    };
  }, [holds, sitting.id]);
  useForgetting(mine, seats);
  useNothingLeft(seats, mayHold && sitting.phase === "ended");

  return useMemo(
    () => ({
      ...shown,
      spareCode,
      handOver: (attempt, spare) => mine?.handOver(attempt, spare) ?? false,
    }),
    [shown, spareCode, mine],
  );
}

/** A test that was handed in is whole with the server. */
function useForgetting(mine: Holder | null, seats: Room["seats"]) {
  useEffect(() => {
    const over = seats.filter(({ phase, closed }) => phase === "voided" || closed?.reason === "submitted");
    for (const { attempt } of over) mine?.forget(attempt);
  }, [mine, seats]);
}

/** After the sitting nothing stays in the room, also where the board is looked at only then. */
function useNothingLeft(seats: Room["seats"], isOver: boolean) {
  const attempts = isOver ? seats.map(({ attempt }) => attempt).join(" ") : "";
  useEffect(() => {
    if (attempts === "") return;
    return bringing(holding, ({ forgetCopies }) => void forgetCopies(attempts.split(" ")));
  }, [attempts]);
}
