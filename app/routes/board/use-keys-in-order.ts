import { useMemo, useRef } from "react";
import type { Judged } from "../../exam/invigilation/seat-order.ts";
import type { Seat } from "../../live/contract.ts";
import { keyOf, keysAfter, noKeys } from "./least-moves.ts";

/** The key of each of these seats for React, so that who moves disturbs nobody else. */
export function useKeysInOrder(seats: readonly Judged<Seat>[], stays: (attempt: string) => boolean) {
  const last = useRef(noKeys);
  return useMemo(() => {
    const keys = keysAfter(
      last.current,
      seats.map(({ seat }) => seat.attempt),
      stays,
    );
    last.current = keys;
    return (attempt: string) => keyOf(keys, attempt);
  }, [seats, stays]);
}
