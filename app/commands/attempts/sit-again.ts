import { isStorableThroughout } from "../../exam/item/storable-text.ts";
import type { Actor } from "../../exam/people/actor.ts";
import type { Clock, Instant } from "../../exam/time/time.ts";
import type { Secrets } from "../../platform/secrets.ts";
import type { SeatAsItIs } from "../../store/seat-as-it-is.ts";
import type { Answer, News } from "../door.ts";
import { type AsSeated, asSeated, type Looked, type Seated } from "./attend.ts";
import { newsForBoards } from "./change-attempt.ts";
import { stateOf } from "./state-of.ts";

export type SitAgainDeps = {
  /** What the database says of whoever goes on at the same machine; null for everybody else. */
  seat(who: { readonly bookingId: string; readonly machine: string }, now: Instant): Promise<SeatAsItIs | null>;
  readonly clock: Clock;
  readonly secrets: Secrets;
  announce(news: readonly News[]): void;
};

type Through<Value extends object> = (actor: Actor | null, raw: unknown) => Promise<Answer<Value>>;

/**
 * Whoever sits already and goes on as before changes nothing: there is nothing to decide, to lock or to write into the audit log.
 * A hall that comes back after an outage is made of them, and so is every look of a page without a socket. The door's checks (who,
 * shape) are passed all the same; everybody else goes through the door.
 */
export function sitAgain({ seat, clock, secrets, announce }: SitAgainDeps) {
  const again = async (actor: Actor | null, raw: unknown, isMine: (asked: AsSeated) => boolean) => {
    const read = asSeated.safeParse(raw);
    if (actor?.kind !== "candidate" || !read.success || !isMine(read.data)) return null;
    if (!isStorableThroughout(read.data)) return null;
    // Said before it is read: what is written meanwhile is newer than this.
    const now = clock.now();
    const found = await seat({ bookingId: actor.bookingId, machine: read.data.machine }, now);
    if (found === null) return null;
    const { attempt, announcements, savedThrough } = found;
    // A page of somebody else who signed in here before.
    if (read.data.attempt !== undefined && read.data.attempt !== attempt.id) return null;
    const looked: Looked = { state: stateOf(attempt, { now, secrets }), announcements };
    return { looked, attempt, savedThrough, asked: read.data };
  };
  return {
    attend:
      (throughDoor: Through<Seated>): Through<Seated> =>
      async (actor, raw) => {
        const holdsWork = ({ holdsWork, lease }: AsSeated) => holdsWork === true && lease !== null;
        const found = await again(actor, raw, holdsWork);
        if (found === null || found.asked.lease !== found.attempt.lease) return throughDoor(actor, raw);
        announce([newsForBoards(found.attempt)]);
        const { looked, attempt, savedThrough } = found;
        return { ok: true, ...looked, lease: attempt.lease, savedThrough, work: null };
      },
    look:
      (throughDoor: Through<Looked>): Through<Looked> =>
      async (actor, raw) => {
        const found = await again(actor, raw, () => true);
        return found === null ? throughDoor(actor, raw) : { ok: true, ...found.looked };
      },
  };
}
