import { z } from "zod";
import type { News } from "../commands/door.ts";
import { after, type Clock, type Instant, seconds } from "../exam/time/time.ts";
import type { Announced, AttemptState, HeardOf, Looked } from "./contract.ts";
import type { Held, HeldAttempt } from "./presence.ts";

/** As long as nobody waits in vain for on a broken line, and well within what keeps a learner "connected" on the board. */
const heldFor = seconds(4);
/** A page that has not asked for so long has a socket by now, or is gone; boards say so as soon. */
const forgottenAfter = seconds(12);

type Told = Extract<Looked, { ok: true }>;

const named = z.object({ attempt: z.string() });
const asked = z.object({ heard: z.record(z.string().max(64), z.number().int()) });

/** Who asks: by which sign-in, for which attempt. */
export type Asking = HeldAttempt & { readonly tokenHash: string };

type Page = HeldAttempt & {
  /** How often there was something to tell since this process knows the page. */
  told: number;
  askedAt: Instant;
  /** Null before it has. */
  lookedAt: Instant | null;
  answer: ((news: Told | null) => void) | null;
};

type Ways = {
  readonly clock: Clock;
  /** A name no other process has. */
  readonly process: string;
};

export type HeldRequests = ReturnType<typeof heldRequests>;

/**
 * For pages whose network lets no socket through: a request is kept open until there is something to tell, so that they hear of it
 * as soon as others do. What is told while a page is between two requests, it finds by looking: it says up to where it has heard
 * each process, and is kept waiting only where that is all.
 */
export function heldRequests({ clock, process }: Ways) {
  /** By the sign-in with which they ask. */
  const pages = new Map<string, Page>();
  let closing = false;

  const tell = (page: Page, news: Told) => {
    page.told += 1;
    page.answer?.({ ...news, heard: { [process]: page.told } });
  };
  const pageOf = ({ tokenHash, attemptId, sittingId }: Asking, now: Instant): Page => {
    const page = pages.get(tokenHash) ?? { attemptId, sittingId, told: 0, askedAt: now, lookedAt: null, answer: null };
    page.askedAt = now;
    pages.set(tokenHash, page);
    return page;
  };
  const forget = (now: Instant) => {
    for (const [tokenHash, page] of pages) if (now > after(page.askedAt, forgottenAfter)) pages.delete(tokenHash);
  };
  const wait = (page: Page, milliseconds: number) =>
    new Promise<Told | null>((resolve) => {
      const answer = (news: Told | null) => {
        clearTimeout(timer);
        if (page.answer === answer) page.answer = null;
        resolve(news);
      };
      const timer = setTimeout(() => answer(null), milliseconds);
      // Of one page only the last request is worth keeping.
      page.answer?.(null);
      page.answer = answer;
    });

  return {
    /** Whether the page that asks is one of the test that whoever is signed in has; an older page does not say. */
    isOf: ({ attemptId }: Asking, message: unknown): boolean =>
      (named.safeParse(message).data?.attempt ?? attemptId) === attemptId,
    /**
     * What there is to tell as soon as there is; null when the page has to look, at once or after a while without news.
     *
     * @param message as it came.
     */
    async news(asking: Asking, message: unknown): Promise<Told | null> {
      const now = clock.now();
      const page = pageOf(asking, now);
      const heard = asked.safeParse(message).data?.heard ?? {};
      if (page.lookedAt === null || closing) return null;
      const left = after(page.lookedAt, heldFor) - now;
      return page.told === heard[process] && left > 0 ? wait(page, left) : null;
    },
    /** Up to where a page will have heard that looks from now on; null where it will not be kept waiting. */
    heardNow: (asking: Asking): HeardOf | null => (closing ? null : { [process]: pageOf(asking, clock.now()).told }),
    /** The page has found how its attempt stands. */
    looked(asking: Asking) {
      const now = clock.now();
      pageOf(asking, now).lookedAt = now;
      forget(now);
    },
    /** Whose pages are told here. */
    attempts: (): ReadonlySet<string> => new Set([...pages.values()].map(({ attemptId }) => attemptId)),
    /** The same, by sitting. */
    held(): Held {
      forget(clock.now());
      const held: Record<string, string[]> = {};
      for (const { attemptId, sittingId } of pages.values()) held[sittingId] = [...(held[sittingId] ?? []), attemptId];
      return held;
    },
    signedIn: (): readonly string[] => [...pages.keys()],
    attempt(state: AttemptState) {
      for (const page of pages.values())
        if (page.attemptId === state.attempt) tell(page, { ok: true, state, announcements: [] });
    },
    announcement(sittingId: string, announced: Announced) {
      for (const page of pages.values())
        if (page.sittingId === sittingId) tell(page, { ok: true, state: null, announcements: [announced] });
    },
    /** They ask again, and are refused. */
    signedOut(tokenHashes: Extract<News, { about: "signed-out" }>["tokenHashes"]) {
      for (const tokenHash of tokenHashes) {
        pages.get(tokenHash)?.answer?.(null);
        pages.delete(tokenHash);
      }
    },
    /** Nobody is kept waiting any longer: they look, and ask another process next. */
    letGo() {
      closing = true;
      for (const page of pages.values()) page.answer?.(null);
    },
  };
}
