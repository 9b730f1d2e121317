import { notReached } from "../../exam/invigilation/room-moves.ts";
import type { Board } from "../../live/contract.ts";

/**
 * How many computers a message to the whole room cannot have reached, as far as the board knows; undefined when it knows of none.
 *
 * @param then what they do when they are back, such as `read it`.
 */
export function unreachedWords({ seats }: Pick<Board, "seats">, then: string): string | undefined {
  const count = notReached(seats).length;
  if (count === 0) return undefined;
  return count === 1
    ? `1 computer is not connected: it will ${then} when it is back.`
    : `${count} computers are not connected: they will ${then} when they are back.`;
}
