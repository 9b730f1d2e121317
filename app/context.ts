import type { Commands } from "./commands/commands.ts";
import type { Actor } from "./exam/people/actor.ts";
import type { Clock } from "./exam/time/time.ts";
import type { HeldRequests } from "./live/held-requests.ts";
import type { HeldAttempt } from "./live/presence.ts";
import type { Views } from "./store/views/views.ts";

/** All a route may use; made once in server.ts, with the actor of each request. */
export type Context = {
  readonly cspNonce: string;
  readonly actor: Actor | null;
  readonly commands: Commands;
  readonly views: Views;
  /** Pages whose network lets no socket through wait here for news. */
  readonly requests: Pick<HeldRequests, "isOf" | "news" | "heardNow" | "looked">;
  readonly clock: Clock;
  readonly demonstration: boolean;
  /** PEM; checks the signature of receipts. */
  readonly receiptKey: string;
  /** Whether cookies are only for https: true wherever PUBLIC_URL says so. */
  readonly secureCookies: boolean;
  /** Of the request's sign-in, for signing out; null when nobody is signed in. */
  readonly tokenHash: string | null;
  /** Of a learner: whose attempt they may look at. */
  readonly attempt: HeldAttempt | null;
  /** Where the request came from, for slowing down guesses. */
  readonly address: string;
  /** Writes down what no page expected. */
  onError(error: unknown): void;
};

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
  interface AppLoadContext extends Context {}
}
