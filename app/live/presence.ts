import { type Clock, type Instant, seconds } from "../exam/time/time.ts";
import type { Seat } from "./contract.ts";

/** A browser that saves over HTTP counts as here for this long after each message; so does another process after each list. */
const heardFor = seconds(12);

/** Attempts with a socket open, by sitting. */
export type Held = Readonly<Record<string, readonly string[]>>;
export type HeldAttempt = { readonly attemptId: string; readonly sittingId: string };

type Elsewhere = { readonly attempts: ReadonlyMap<string, string>; readonly heardAt: Instant };

/** Which attempts have a socket open, here or at another process, and which lost theirs. */
export function presence(clock: Clock) {
  const sockets = new Map<string, number>();
  const sittings = new Map<string, string>();
  const lostAt = new Map<string, Instant>();
  const elsewhere = new Map<string, Elsewhere>();

  const isElsewhere = (attemptId: string, now: Instant) =>
    [...elsewhere.values()].some(({ attempts, heardAt }) => attempts.has(attemptId) && now - heardAt < heardFor);

  return {
    arrive({ attemptId, sittingId }: HeldAttempt) {
      sockets.set(attemptId, (sockets.get(attemptId) ?? 0) + 1);
      sittings.set(attemptId, sittingId);
      lostAt.delete(attemptId);
    },
    leave(attemptId: string) {
      const left = (sockets.get(attemptId) ?? 1) - 1;
      if (left > 0) {
        sockets.set(attemptId, left);
        return;
      }
      sockets.delete(attemptId);
      sittings.delete(attemptId);
      lostAt.set(attemptId, clock.now());
    },
    here(): Held {
      const held: Record<string, string[]> = {};
      for (const [attempt, sitting] of sittings) held[sitting] = [...(held[sitting] ?? []), attempt];
      return held;
    },
    /** What another process holds now, all of it. Answers whose presence that changed. */
    heard(process: string, held: Held): readonly HeldAttempt[] {
      const now = clock.now();
      const before = elsewhere.get(process)?.attempts ?? new Map<string, string>();
      const after = new Map(
        Object.entries(held).flatMap(([sitting, attempts]) => attempts.map((attempt) => [attempt, sitting] as const)),
      );
      elsewhere.set(process, { attempts: after, heardAt: now });
      const gone = [...before].filter(([attempt]) => !after.has(attempt));
      for (const [attempt] of gone) if (!sockets.has(attempt) && !isElsewhere(attempt, now)) lostAt.set(attempt, now);
      for (const [attempt] of after) lostAt.delete(attempt);
      const come = [...after].filter(([attempt]) => !before.has(attempt));
      return [...gone, ...come].map(([attemptId, sittingId]) => ({ attemptId, sittingId }));
    },
    of(attemptId: string, lastSeenAt: Instant | null, now: Instant): Seat["connection"] {
      if (sockets.has(attemptId) || isElsewhere(attemptId, now)) return "connected";
      if (lastSeenAt === null) return "none";
      const lost = lostAt.get(attemptId);
      const heardSince = lost === undefined || lastSeenAt > lost;
      return heardSince && now - lastSeenAt < heardFor ? "connected" : "lost";
    },
  };
}

export type PresenceHere = ReturnType<typeof presence>;
