import type { News } from "../commands/door.ts";
import type { Announced } from "./contract.ts";
import type { Held } from "./presence.ts";

export type Missable = {
  /** A mark of each attempt that changes whenever its learner's screen has to. Says of those asked for that they are here. */
  attemptMarks(attempts: readonly string[]): Promise<ReadonlyMap<string, string>>;
  announcements(sittings: readonly string[]): Promise<readonly { sittingId: string; announced: Announced }[]>;
  /** Those of the given sign-ins that have been ended. */
  ended(tokenHashes: readonly string[]): Promise<readonly string[]>;
};

type Parts = {
  readonly read: Missable;
  held(): Held;
  signedInHere(): readonly string[];
  /** Sittings whose boards are watched here. */
  watched(): readonly string[];
  announce(news: readonly News[]): void;
};

/**
 * Finds in the database what another process did and could not say. The first look tells everybody how they stand; each
 * further one only those for whom something has changed. Being told twice does no harm.
 */
export function missedNews({ read, held, signedInHere, watched, announce }: Parts) {
  let marks: ReadonlyMap<string, string> = new Map();
  let told: ReadonlySet<string> = new Set();
  return async () => {
    const bySitting = held();
    const here = Object.entries(bySitting).flatMap(([sittingId, attempts]) =>
      attempts.map((attemptId) => ({ attemptId, sittingId })),
    );
    const now = await read.attemptMarks(here.map(({ attemptId }) => attemptId));
    const changed = here.filter(({ attemptId }) => now.get(attemptId) !== marks.get(attemptId));
    const announcements = await read.announcements(Object.keys(bySitting));
    const ended = await read.ended(signedInHere());
    announce([
      ...changed.map((one) => ({ about: "attempt", ...one }) as const),
      ...announcements
        .filter(({ announced }) => !told.has(announced.id))
        .map((one) => ({ about: "announcement", ...one }) as const),
      ...watched().map((sittingId) => ({ about: "sitting", sittingId }) as const),
      ...(ended.length > 0 ? [{ about: "signed-out", tokenHashes: ended } as const] : []),
    ]);
    marks = now;
    told = new Set(announcements.map(({ announced }) => announced.id));
  };
}
