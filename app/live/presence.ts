import { type Clock, type Instant, seconds } from "../exam/time/time.ts";
import type { Seat } from "./contract.ts";

/** A browser that saves over HTTP, or through another process, counts as here for this long after each message. */
const heardFor = seconds(12);

/** Which attempts have a socket open here, and which lost theirs. */
export function presence(clock: Clock) {
  const sockets = new Map<string, number>();
  const lostAt = new Map<string, Instant>();
  return {
    arrive(attemptId: string) {
      sockets.set(attemptId, (sockets.get(attemptId) ?? 0) + 1);
      lostAt.delete(attemptId);
    },
    leave(attemptId: string) {
      const left = (sockets.get(attemptId) ?? 1) - 1;
      if (left > 0) {
        sockets.set(attemptId, left);
        return;
      }
      sockets.delete(attemptId);
      lostAt.set(attemptId, clock.now());
    },
    of(attemptId: string, lastSeenAt: Instant | null, now: Instant): Seat["connection"] {
      if (sockets.has(attemptId)) return "connected";
      if (lastSeenAt === null) return "none";
      const lost = lostAt.get(attemptId);
      const heardSince = lost === undefined || lastSeenAt > lost;
      return heardSince && now - lastSeenAt < heardFor ? "connected" : "lost";
    },
  };
}
