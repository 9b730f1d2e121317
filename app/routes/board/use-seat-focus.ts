import { type FocusEvent, type KeyboardEvent, useCallback, useLayoutEffect, useRef, useState } from "react";
import type { Judged } from "../../exam/invigilation/seat-order.ts";
import type { Seat } from "../../live/contract.ts";
import { seatAfter } from "./seat-keys.ts";

const prefix = "seat-";
export const idOf = (attempt: string) => `${prefix}${attempt}`;
const linkOf = (attempt: string) => document.getElementById(idOf(attempt));

export type SeatFocus = ReturnType<typeof useSeatFocus>;

/**
 * One stop for Tab in the list of seats; arrow keys lead on from there. The focus stays with its learner wherever they go in
 * the list, and when they leave it, it is given to whoever stands there now instead of being lost.
 */
export function useSeatFocus(seats: readonly Judged<Seat>[]) {
  const [here, setHere] = useState<string | null>(null);
  /** Known here, because a style that looks for it in the list is worked out for every seat whenever one comes or goes. */
  const [byKeys, setByKeys] = useState(false);
  const wanted = useRef<string | null>(null);
  const focused = useRef<{ readonly attempt: string; readonly at: number } | null>(null);
  const placeOf = (attempt: string | null) => seats.findIndex(({ seat }) => seat.attempt === attempt);
  const at = Math.max(0, placeOf(here));

  const goTo = useCallback((attempt: string) => {
    wanted.current = attempt;
    setHere(attempt);
  }, []);
  useLayoutEffect(() => {
    const had = focused.current;
    if (had !== null) {
      const place = placeOf(had.attempt);
      if (place >= 0) focused.current = { ...had, at: place };
      else if (document.activeElement === document.body) {
        const next = seats[Math.min(had.at, seats.length - 1)];
        focused.current = null;
        if (next) goTo(next.seat.attempt);
      }
    }
    const link = wanted.current && linkOf(wanted.current);
    if (!link) return;
    wanted.current = null;
    link.focus();
  });

  /** For the element around the seats, which stand in rows of so many. */
  const withArrows = (columns: number) => ({
    onKeyDown(event: KeyboardEvent) {
      if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || focused.current === null) return;
      const to = seatAfter(event.key, { at, count: seats.length, columns });
      const next = to === null ? undefined : seats[to];
      if (next === undefined) return;
      event.preventDefault();
      goTo(next.seat.attempt);
    },
    onFocus({ target }: FocusEvent) {
      const attempt = target.id.startsWith(prefix) ? target.id.slice(prefix.length) : null;
      focused.current = attempt === null ? null : { attempt, at: placeOf(attempt) };
      setByKeys(attempt !== null && target.matches(":focus-visible"));
      if (attempt !== null) setHere(attempt);
    },
    onBlur({ target }: FocusEvent) {
      // What is taken out of the page loses the focus without anybody having left it.
      if (!target.isConnected) return;
      focused.current = null;
      setByKeys(false);
    },
  });
  return {
    stop: seats[at]?.seat.attempt ?? null,
    /** Whoever is at the seats came by keyboard. */
    byKeys,
    isOn: useCallback((attempt: string) => focused.current?.attempt === attempt, []),
    goTo,
    withArrows,
  };
}
