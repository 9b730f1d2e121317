import type { Attended, KeepingTold, Look, Looked, PlaceTaken, Saved, Submitted, TakePlace } from "../live/contract.ts";
import { post } from "./post.ts";
import type { Readied, Transport } from "./transport.ts";

export type HttpTransport = Omit<Transport, "close"> & {
  /** How the attempt stands, for the same seat as `attend`. Answered when there is news, where all was heard that there was. */
  state(message: Look): Promise<Looked>;
  /** Whether the server says that it is busy; broken when there is none to be reached. Costs it next to nothing. */
  reach(): Promise<{ readonly busy: boolean }>;
  /** Signs the learner in, too: the room's copy brought them here. */
  takePlace(message: TakePlace): Promise<PlaceTaken>;
};

/** Milliseconds. A look that began while the line was dead hangs: the next one finds that it is whole again. */
const lookWithin = 5_000;
/** The server keeps no request waiting for longer. */
const heldAtMost = 4_000;

/** The same messages as the socket's, each as one request: for networks that block sockets. */
export function httpTransport(fetchIt: typeof fetch = (...request) => fetch(...request)): HttpTransport {
  const ask = <Answer>(path: string, body: unknown, within?: number) => post<Answer>(path, body, fetchIt, within);
  return {
    attend: (message) => ask<Attended>("/exam/attend", message),
    ready: (message) => ask<Readied>("/exam/ready", message),
    save: (message) => ask<Saved>("/exam/save", message),
    submit: (message) => ask<Submitted>("/exam/submit", message),
    keeping: (message) => ask<KeepingTold>("/exam/keeping", message),
    takePlace: (message) => ask<PlaceTaken>("/exam/take-place", message),
    state: (message) => ask<Looked>("/exam/state", message, lookWithin + (message.heard ? heldAtMost : 0)),
    async reach() {
      const answer = await fetchIt("/healthz", { cache: "no-store", signal: AbortSignal.timeout(lookWithin) });
      // A proxy that hides this address has reached the server, too; one that reaches none says so with 502 or 504.
      if (answer.status >= 500) throw new Error(`The server answers with ${answer.status}.`);
      const said: unknown = await answer.json().catch(() => null);
      return { busy: typeof said === "object" && said !== null && "busy" in said && said.busy === true };
    },
  };
}
