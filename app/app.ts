import { stateOf } from "./commands/attempts/state-of.ts";
import { type Commands, makeCommands } from "./commands/commands.ts";
import { door, type News } from "./commands/door.ts";
import type { Actor } from "./exam/people/actor.ts";
import { before, type Clock, duration } from "./exam/time/time.ts";
import { itemFiles } from "./item-files.ts";
import { presence as makePresence } from "./live/presence.ts";
import { packageReader } from "./package-reader.ts";
import type { Config } from "./platform/config.ts";
import { randomIds } from "./platform/ids.ts";
import { makeSecrets } from "./platform/secrets.ts";
import { makeSolver } from "./platform/solver.ts";
import { openDatabase, type Patience } from "./store/database.ts";
import { dummyCommits } from "./store/dummy-saves.ts";
import { missable } from "./store/missed.ts";
import { attemptCommits } from "./store/save-group.ts";
import { saveQueue } from "./store/save-queue.ts";
import { seatAsItIs } from "./store/seat-as-it-is.ts";
import { makeStore } from "./store/store.ts";
import { storedUpTo } from "./store/stored-up-to.ts";
import { attemptStates } from "./store/views/attempt-states.ts";
import { seatsOf } from "./store/views/seats.ts";
import { signedIn } from "./store/views/signed-in.ts";
import { sittingState } from "./store/views/sitting-views.ts";
import { viewer } from "./store/views/view.ts";
import { makeViews, type Views } from "./store/views/views.ts";
import { whyNotReady } from "./store/why-not-ready.ts";

/** Whoever wants to hear what changed; the sockets are attached once there is a server for them. */
export type Listeners = {
  announce(news: readonly News[]): void;
  saved(attempts: readonly { readonly attemptId: string; readonly sittingId: string }[]): void;
};

export type App = ReturnType<typeof makeApp>;

/** All that an installation is made from. The secret keys keycodes, forms and receipts. */
export type AppParts = {
  readonly config: Config;
  readonly clock: Clock;
  readonly databaseUrl: string;
  readonly secret: string;
  /** How long PostgreSQL may say nothing; other than usual only for tests. */
  readonly patience?: { readonly saves: Patience; readonly rest: Patience };
};

const system: Actor = { kind: "system", name: "Examhall" };

/** The database, the commands and the views, wired once; without HTTP, so that tests and the command line use the same. */
export function makeApp({ config, clock, databaseUrl, secret, patience }: AppParts) {
  const database = openDatabase(databaseUrl, patience);
  const secrets = makeSecrets(secret, config.FORMER_SESSION_SECRETS);
  const presence = makePresence(clock);
  const listeners: Listeners = { announce: () => {}, saved: () => {} };

  const saving = { clock, gather: duration(config.SAVE_GATHER_MS), room: config.SAVE_ROOM_BYTES };
  const queue = saveQueue({
    ...saving,
    commit: attemptCommits({ pool: database.pool, grace: duration(config.LATE_GRACE_MS) }),
    changed: (attempts) => listeners.saved(attempts),
  });
  // The same way to the disk, and never before a learner's save: a readiness check waits in a queue of its own.
  const dummyQueue = saveQueue({ ...saving, commit: dummyCommits(database.pool), changed: () => {} });
  const stored = storedUpTo({ pool: database.pool, clock, process: randomIds.next(), own: queue.storedUpTo });
  const store = makeStore(database);
  const solver = makeSolver();
  const announce = (news: readonly News[]) => listeners.announce(news);
  const through = door({ store, clock, ids: randomIds, secrets, config, announce });
  const commands: Commands = makeCommands(through, {
    saving: { queue, dummyQueue, clock },
    sitting: { seat: seatAsItIs(database.pool), clock, secrets, announce },
    reader: packageReader,
    files: itemFiles,
    solve: solver.solve,
  });
  const views: Views = makeViews(viewer({ database, clock, secrets }), {
    presence,
    demonstration: config.demonstration,
  });
  const signedInBy = (tokenHash: string) => signedIn(database.pool, tokenHash, clock.now());
  const drain = async () => {
    await queue.drain();
    await dummyQueue.drain();
  };

  return {
    commands,
    views,
    database,
    secrets,
    clock,
    presence,
    store,
    system,
    listen: (to: Listeners) => Object.assign(listeners, to),
    signedIn: signedInBy,
    actorOf: async (tokenHash: string) => (await signedInBy(tokenHash))?.actor ?? null,

    /** What learners' screens are told of these attempts. */
    async states(ids: readonly string[]) {
      // Said before it is read: what has changed by then comes as news that is newer.
      const now = clock.now();
      const found = await attemptStates(database.pool, ids);
      return found.map(({ attempt, closing }) => stateOf(attempt, { now, secrets, closing }));
    },
    seats: (sittingId: string, attempts: readonly string[] | null) =>
      seatsOf(database.prisma, { sittingId, attempts }, { now: clock.now(), presence }),
    behind: queue.behind,
    sitting: async (sittingId: string) => (await sittingState(database.prisma, sittingId))?.state ?? null,

    /** Lets every process know how far this one has come with storing what reached it. */
    tellStored: stored.tell,

    /**
     * Closes every attempt whose time, with grace, has run out, and for which nothing that came in time waits anywhere; and every
     * readiness check that nobody ended.
     */
    async sweep() {
      const until = before(await stored.tell(), duration(config.LATE_GRACE_MS));
      const found = await store.change(async (tx) => ({
        ok: true,
        overdue: await tx.attempts.overdue(until, 200),
        expired: await tx.readiness.expired(clock.now()),
      }));
      const failed: unknown[] = [];
      // One that cannot be closed must not keep the others open.
      for (const attempt of found.overdue)
        await commands.attempts.expire(system, { attempt }).catch((error: unknown) => failed.push(error));
      for (const check of found.expired)
        await commands.readiness.expire(system, { check }).catch((error: unknown) => failed.push(error));
      if (failed.length > 0) throw new AggregateError(failed, `Could not close ${failed.length}: ${failed[0]}`);
    },
    /** What this process reads while it cannot hear the others. */
    missable: missable(database.prisma, clock.now),
    /** What keeps it from serving, if anything does. */
    whyNotReady: whyNotReady({ ...database, hanging: queue.hanging }),
    /** Waits until all that reached this process is stored: nothing that waits is dropped. */
    drain,
    /** Nothing acknowledged is lost by this. */
    async close() {
      await drain();
      // What cannot be said any more is seen by the others: this process is heard of no longer.
      await stored.leave().catch(() => {});
      await solver.close();
      await database.close();
    },
  };
}
