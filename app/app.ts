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
import { attemptsById } from "./store/attempts.ts";
import { openDatabase } from "./store/database.ts";
import { missable } from "./store/missed.ts";
import { saveQueue } from "./store/save-queue.ts";
import { makeStore } from "./store/store.ts";
import { seatsOf } from "./store/views/seats.ts";
import { signedIn } from "./store/views/signed-in.ts";
import { sittingState } from "./store/views/sitting-views.ts";
import { viewer } from "./store/views/view.ts";
import { makeViews, type Views } from "./store/views/views.ts";

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
};

const system: Actor = { kind: "system", name: "Examhall" };

/** The database, the commands and the views, wired once; without HTTP, so that tests and the command line use the same. */
export function makeApp({ config, clock, databaseUrl, secret }: AppParts) {
  const database = openDatabase(databaseUrl);
  const secrets = makeSecrets(secret);
  const presence = makePresence(clock);
  const listeners: Listeners = { announce: () => {}, saved: () => {} };

  const queue = saveQueue({
    pool: database.pool,
    clock,
    grace: duration(config.LATE_GRACE_MS),
    gather: duration(config.SAVE_GATHER_MS),
    room: config.SAVE_ROOM_BYTES,
    changed: (attempts) => listeners.saved(attempts),
  });
  const store = makeStore(database);
  const solver = makeSolver();
  const through = door({ store, clock, ids: randomIds, secrets, config, announce: (news) => listeners.announce(news) });
  const commands: Commands = makeCommands(through, {
    saving: { queue },
    reader: packageReader,
    files: itemFiles,
    solve: solver.solve,
  });
  const views: Views = makeViews(viewer({ database, clock, secrets }), {
    presence,
    demonstration: config.demonstration,
  });

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
    actorOf: (tokenHash: string) => signedIn(database.prisma, tokenHash, clock.now()),

    /** What learners' screens are told of these attempts. */
    async states(ids: readonly string[]) {
      const attempts = await attemptsById(database.prisma, ids);
      const over = attempts.filter(({ closed }) => closed !== null).map(({ id }) => id);
      const receipts =
        over.length === 0
          ? []
          : await database.prisma.attempt.findMany({
              where: { id: { in: over } },
              select: { id: true, receipt: true },
            });
      const receiptOf = new Map(receipts.map(({ id, receipt }) => [id, receipt]));
      return attempts.map((attempt) =>
        stateOf(attempt, { now: clock.now(), secrets, receipt: receiptOf.get(attempt.id) ?? null }),
      );
    },
    seats: (sittingId: string, attempts: readonly string[] | null) =>
      seatsOf(database.prisma, attempts === null ? { sittingId } : { id: { in: [...attempts] } }, {
        now: clock.now(),
        presence,
      }),
    behind: queue.behind,
    sitting: async (sittingId: string) => (await sittingState(database.prisma, sittingId))?.state ?? null,
    sittingOf: async (attemptId: string) =>
      (await database.prisma.attempt.findUnique({ where: { id: attemptId }, select: { sittingId: true } }))
        ?.sittingId ?? null,

    /** Closes every attempt whose time, with grace, has run out. */
    async sweep() {
      const until = before(clock.now(), duration(config.LATE_GRACE_MS));
      const found = await store.change(async (tx) => ({ ok: true, overdue: await tx.attempts.overdue(until, 200) }));
      const failed: unknown[] = [];
      // One that cannot be closed must not keep the others open.
      for (const attempt of found.overdue)
        await commands.attempts.expire(system, { attempt }).catch((error: unknown) => failed.push(error));
      if (failed.length > 0) throw new AggregateError(failed, `Could not close ${failed.length}: ${failed[0]}`);
    },
    /** What this process reads while it cannot hear the others. */
    missable: missable(database.prisma, clock.now),
    async ready() {
      await database.prisma.$queryRaw`SELECT 1`;
    },
    /** Nothing acknowledged is lost by this, and nothing that waits is dropped. */
    async close() {
      await queue.drain();
      await solver.close();
      await database.close();
    },
  };
}
