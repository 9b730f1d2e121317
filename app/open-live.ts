import { randomUUID } from "node:crypto";
import type { Server } from "node:http";
import type { App } from "./app.ts";
import { type Duration, duration, none } from "./exam/time/time.ts";
import { gateway } from "./live/gateway.ts";
import { heldRequests } from "./live/held-requests.ts";
import { missedNews } from "./live/missed-news.ts";
import { type Neighbours, neighbours } from "./live/neighbours.ts";
import type { Held } from "./live/presence.ts";
import type { Config } from "./platform/config.ts";
import { inBrief, type Log } from "./platform/log.ts";
import { redisLine } from "./platform/redis-line.ts";
import { sha256 } from "./platform/secrets.ts";
import { mayComeFrom } from "./platform/security.ts";
import { tokenIn } from "./routes/cookie.ts";

type Parts = {
  readonly http: Server;
  readonly app: App;
  readonly config: Config;
  readonly log: Pick<Log, "error" | "warn">;
  readonly secret: string;
};

/** Long enough for one process to take over the learners of another without a jam, in milliseconds. */
const leaveWithin = 8_000;
const leaveEvery = 20;

/** The sockets of this process and, where REDIS_URL names a line between processes, what the others have to tell. */
export function openLive({ http, app, config, log, secret }: Parts) {
  let others: Neighbours | null = null;
  const process = randomUUID();
  const requests = heldRequests({ clock: app.clock, process });
  const onError = (error: unknown) => log.error({ error: inBrief(error) }, "live");
  const furthestBehind = (): Duration => duration(Math.max(app.behind(), others?.furthestBehind() ?? none));
  const live = gateway(http, {
    ...app,
    requests,
    async signedIn(cookieHeader) {
      const token = await tokenIn(cookieHeader);
      const found = token === null ? null : await app.signedIn(sha256(token));
      return found && token ? { ...found, tokenHash: sha256(token) } : null;
    },
    spareOf: (pass) => app.secrets.sittingOfPass(pass, app.clock.now()),
    mayComeFrom: (origin, host) => mayComeFrom(config, origin, host),
    presenceChanged: () => others?.presenceChanged(),
    ...(config.REDIS_URL === undefined ? {} : { passOn: (passedOn) => others?.passOn(passedOn) }),
    holdersChanged: () => others?.presenceChanged(),
    health: () => ({ behind: furthestBehind(), news: others?.isOpen() === false ? "read" : "heard" }),
    onError,
  });
  const line = config.REDIS_URL === undefined ? null : openLine(config.REDIS_URL, secret, log);
  others =
    line &&
    neighbours({
      line,
      process,
      clock: app.clock,
      presence: app.presence,
      told: live,
      holdersHere: live.holdersHere,
      behind: app.behind,
      lookForMissed: missedNews({
        read: app.missable,
        held: () => together(app.presence.here(), requests.held()),
        signedInHere: () => [...live.signedIn(), ...requests.signedIn()],
        watched: live.watched,
        announce: live.announce,
      }),
      onError,
    });
  app.listen(others ?? live);

  return {
    /** Of pages that have no socket. */
    requests,
    /** none: this process is the only one. */
    neighbours: (): "none" | "heard" | "away" => (others === null ? "none" : others.isOpen() ? "heard" : "away"),
    /** Sends everybody to the other processes, where there are some. */
    async leave() {
      const people = live.signedIn().length;
      requests.letGo();
      if (others !== null) await live.leave(duration(Math.min(leaveWithin, people * leaveEvery)));
    },
    async close() {
      requests.letGo();
      await live.close();
      others?.stop();
      line?.close();
    },
  };
}

const together = (some: Held, others: Held): Held =>
  Object.fromEntries(
    [...new Set([...Object.keys(some), ...Object.keys(others)])].map((sitting) => [
      sitting,
      [...new Set([...(some[sitting] ?? []), ...(others[sitting] ?? [])])],
    ]),
  );

/** Installations may use one Redis; those with the same secret are one. */
const openLine = (url: string, secret: string, log: Parts["log"]) =>
  redisLine(url, `examhall:${sha256(`line of ${secret}`).slice(0, 16)}`, (error) =>
    log.warn({ error: inBrief(error) }, "redis is away: what other processes do is read from the database"),
  );
