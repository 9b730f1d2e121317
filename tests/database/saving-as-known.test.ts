import { randomUUID } from "node:crypto";
import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { App } from "../../app/app.ts";
import type { Entry } from "../../app/exam/attempt/entry.ts";
import { minutes, none, seconds } from "../../app/exam/time/time.ts";
import { attemptCommits } from "../../app/store/save-group.ts";
import { type ExamDatabase, examDatabase } from "../support/database.ts";
import { sure } from "../support/factories.ts";
import { faultsIn } from "../support/proof.ts";
import { someoneWaits } from "../support/someone-waits.ts";

/** A process that has saved for a learner knows how the test stands, and asks the database nothing but whether it still does. */
let exam: ExamDatabase;
let elsewhere: App;
beforeAll(async () => {
  exam = await examDatabase();
  elsewhere = exam.again();
});
afterAll(async () => {
  await elsewhere.close();
  await exam.close();
});

type Running = Awaited<ReturnType<ExamDatabase["make"]["running"]>>;
const answer = (seq: number): Entry => ({
  seq,
  left: minutes(70),
  kind: "answer",
  item: "CSE-002",
  response: { RESPONSE: [`answer ${seq}`] },
});
const save = ({ id, candidate, lease }: Running, seq: number, app: App = exam.app) =>
  sure(app.commands.attempts.save(candidate, { attempt: id, lease, entries: [answer(seq)] }));

/** Saved for once already, so that this process knows it. */
async function known() {
  const running = await exam.make.running();
  await save(running, 1);
  return running;
}
const standings = async (attemptId: string) => {
  const rows = await exam.database.prisma.journalEntry.findMany({ where: { attemptId }, orderBy: { position: "asc" } });
  return rows.map(({ seq, standing }) => `${seq} ${standing}`);
};

const why = "A drill next door";
const changes: readonly (readonly [what: string, change: (running: Running) => Promise<unknown>, second: string])[] = [
  [
    "handed in",
    ({ id, candidate, lease }) => sure(elsewhere.commands.attempts.submit(candidate, { attempt: id, lease })),
    "2 late",
  ],
  [
    "ended by the invigilator",
    ({ id, invigilator }) => sure(elsewhere.commands.attempts.terminate(invigilator, { attempt: id, why })),
    "2 late",
  ],
  [
    "moved to another desk",
    async ({ id, invigilator, candidate }) => {
      await sure(elsewhere.commands.attempts.release(invigilator, { attempt: id, why }));
      await sure(elsewhere.commands.attempts.attend(candidate, { machine: "machine-two", lease: null }));
    },
    "2 stranded",
  ],
  [
    "paused",
    ({ id, invigilator }) => sure(elsewhere.commands.attempts.pause(invigilator, { attempt: id, cause: "pause", why })),
    "2 counted",
  ],
  [
    "given more time",
    ({ id, invigilator }) => sure(elsewhere.commands.attempts.grantTime(invigilator, { attempt: id, minutes: 5, why })),
    "2 counted",
  ],
  ["saved for", (running) => save(running, 2, elsewhere), "2 counted"],
];

describe("a test that was known here", () => {
  test.each(changes)(
    "and was %s through another process is saved for as it stands now",
    async (_what, change, second) => {
      const running = await known();
      await change(running);
      await save(running, 2);
      expect(await standings(running.id)).toEqual(["1 counted", second]);
      expect(await faultsIn(exam, running.id)).toEqual([]);
    },
  );

  test("and is paused elsewhere has its standing clock in every acknowledgement, and its running one afterwards", async () => {
    const running = await known();
    const { id, invigilator } = running;
    exam.clock.move(minutes(10));
    await sure(elsewhere.commands.attempts.pause(invigilator, { attempt: id, cause: "pause", why }));
    exam.clock.move(minutes(20));
    expect([(await save(running, 2)).left, (await save(running, 3)).left]).toEqual([minutes(65), minutes(65)]);
    await sure(elsewhere.commands.attempts.resume(invigilator, { attempt: id }));
    exam.clock.move(minutes(1));
    expect((await save(running, 4)).left).toBe(minutes(64));
  });

  test.each([
    ["closed", "COMMIT", "2 late"],
    ["left as it was", "ROLLBACK", "2 counted"],
  ])("and is just being changed waits for that, and is saved for as a test that was %s", async (_how, end, second) => {
    const [running, beside] = [await known(), await known()];
    const client = await elsewhere.database.pool.connect();
    await client.query("BEGIN");
    await client.query(
      `UPDATE attempts SET phase = 'closed', "closedAt" = now(), "closeReason" = 'submitted' WHERE id = $1`,
      [running.id],
    );
    const saves = Promise.all([save(running, 2), save(beside, 2)]);
    await someoneWaits(exam);
    await client.query(end);
    client.release();
    await saves;
    expect(await standings(running.id)).toEqual(["1 counted", second]);
    expect(await standings(beside.id)).toEqual(["1 counted", "2 counted"]);
    expect(await faultsIn(exam, beside.id)).toEqual([]);
  });

  test("takes nothing from somebody else's sign-in, nor under a lease that is not its own", async () => {
    const [running, other] = [await known(), await known()];
    const entries = [answer(2)];
    const { attempts } = exam.commands;
    const told = [
      await attempts.save(other.candidate, { attempt: running.id, lease: running.lease, entries }),
      await attempts.save(running.candidate, { attempt: running.id, lease: other.lease, entries }),
      await attempts.save(running.candidate, { attempt: running.id, lease: randomUUID(), entries }),
    ];
    expect(told).toMatchObject(told.map(() => ({ ok: false, refusal: "not-your-attempt" })));
    await save(running, 2);
    expect(await standings(running.id)).toEqual(["1 counted", "2 counted"]);
  });
});

describe("a process that saves", () => {
  const pools: pg.Pool[] = [];
  afterAll(async () => {
    for (const pool of pools) await pool.end();
  });

  /** Commits groups as a process does, and hears what it says to PostgreSQL. */
  function listening() {
    const said: unknown[] = [];
    const pool = new pg.Pool({ connectionString: exam.databaseUrl, max: 2, pipeline: true });
    pools.push(pool);
    pool.on("connect", (client) => {
      client.on("error", () => {});
      const { query } = client;
      client.query = function (this: pg.PoolClient, ...asked: Parameters<typeof query>) {
        const [what] = asked as readonly unknown[];
        said.push(typeof what === "object" && what !== null && "name" in what ? what.name : what);
        return query.apply(this, asked);
      } as typeof query;
    });
    const commit = attemptCommits({ pool, grace: none });
    const one = ({ id, candidate }: Running, lease: string, seq: number) => ({
      bookingId: candidate.bookingId,
      attempt: id,
      lease,
      receivedAt: exam.clock.now(),
      entries: [{ entry: answer(seq), receivedAt: exam.clock.now() }],
    });
    return {
      save: (running: Running, seq: number) => commit([one(running, running.lease, seq)], exam.clock.now()),
      saveFrom: (running: Running, leases: readonly string[], seq: number) =>
        commit(
          leases.map((lease) => one(running, lease, seq)),
          exam.clock.now(),
        ),
      heard: () => said.splice(0),
    };
  }
  const atOnce = ["write a group of saves"];

  test("reads a test once, and from then on says one thing for each group", async () => {
    const running = await exam.make.running();
    const { save: saveHere, heard } = listening();
    await saveHere(running, 1);
    expect(heard()).toContain("read attempts");
    await saveHere(running, 2);
    await saveHere(running, 3);
    expect(heard()).toEqual([...atOnce, ...atOnce]);
    expect(await standings(running.id)).toEqual(["1 counted", "2 counted", "3 counted"]);
  });

  test("still knows a test whose seat is taken in the moment after a save, and who was silent for longer is seen anew", async () => {
    const running = await exam.make.running();
    const { id, candidate, lease } = running;
    const { save: saveHere, heard } = listening();
    const attend = () => sure(exam.commands.attempts.attend(candidate, { machine: "machine-one", lease }));
    const lastSeen = async () => (await exam.database.prisma.attempt.findUniqueOrThrow({ where: { id } })).lastSeenAt;
    await saveHere(running, 1);
    heard();
    await attend();
    await saveHere(running, 2);
    expect(heard()).toEqual(atOnce);
    exam.clock.move(seconds(3));
    await attend();
    expect(await lastSeen()).toEqual(new Date(exam.clock.now()));
  });

  test("knows nothing any more once PostgreSQL has failed it, of other tests either", async () => {
    const [broken, other] = [await exam.make.running(), await exam.make.running()];
    const { save: saveHere, heard } = listening();
    await saveHere(other, 1);
    await expect(saveHere(broken, 2 ** 40)).rejects.toThrow(RangeError);
    heard();
    await saveHere(other, 2);
    expect(heard()).toContain("read attempts");
    await saveHere(other, 3);
    expect(heard()).toEqual(atOnce);
  });

  test.each([
    ["the machine left behind comes first", (left: string, right: string) => [left, right]],
    ["the machine in use comes first", (left: string, right: string) => [right, left]],
  ])("keeps what two machines of one learner send in one moment, when %s", async (_order, inOrder) => {
    for (const knownFrom of ["left", "used"] as const) {
      const running = await exam.make.running();
      const { id, candidate, invigilator, lease: left } = running;
      await sure(exam.commands.attempts.release(invigilator, { attempt: id, why }));
      const moved = await sure(exam.commands.attempts.attend(candidate, { machine: "machine-two", lease: null }));
      const { saveFrom } = listening();
      await saveFrom(running, [knownFrom === "left" ? left : moved.lease], 1);
      const { answers } = await saveFrom(running, inOrder(left, moved.lease), 2);
      expect(answers.map(({ ok }) => ok)).toEqual([true, true]);
      expect((await standings(id)).toSorted().slice(-2)).toEqual(["2 counted", "2 stranded"]);
      expect(await faultsIn(exam, id)).toEqual([]);
    }
  });

  test.each([
    ["knows", known],
    ["does not know", () => exam.make.running()],
  ])(
    "goes on when its connection is cut while it saves for a test that it %s, and said nothing to be safe",
    async (_what, sit) => {
      const running = await sit();
      const holding = await elsewhere.database.pool.connect();
      await holding.query("BEGIN");
      await holding.query("SELECT 1 FROM attempts WHERE id = $1 FOR UPDATE", [running.id]);
      const seq = (await standings(running.id)).length + 1;
      const cut = expect(save(running, seq)).rejects.toThrow();
      await someoneWaits(exam);
      await holding.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
      );
      await cut;
      await holding.query("COMMIT");
      holding.release();
      await save(running, seq);
      expect((await standings(running.id)).at(-1)).toBe(`${seq} counted`);
    },
  );
});

test("whichever of two processes a learner's saves and an invigilator's changes go through, the journal is whole", async () => {
  const deeds = ["save", "save again", "give time", "seen"] as const;
  const deed = fc.record({ what: fc.constantFrom(...deeds), by: fc.boolean(), together: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 4, maxLength: 14 }), async (plan) => {
      const running = await exam.make.running();
      const { id, invigilator, candidate, lease } = running;
      let seq = 0;
      const next = () => {
        seq += 1;
        return seq;
      };
      const done: Promise<unknown>[] = [];
      for (const { what, by, together } of plan) {
        const app = by ? exam.app : elsewhere;
        if (what === "save") done.push(save(running, next(), app));
        if (what === "save again") done.push(save(running, Math.max(1, seq), app));
        if (what === "give time")
          done.push(app.commands.attempts.grantTime(invigilator, { attempt: id, minutes: 1, why }));
        if (what === "seen") done.push(app.commands.attempts.attend(candidate, { machine: "machine-one", lease }));
        // A page sends the next entries once the last ones are safe; invigilators and other pages do not wait for it.
        if (!together || what === "save" || what === "save again") await Promise.all(done.splice(0));
      }
      await Promise.all(done);
      const kept = await standings(id);
      expect(kept).toEqual(kept.map((_entry, index) => `${index + 1} counted`));
      expect(kept.length).toBeGreaterThanOrEqual(seq);
      expect(await faultsIn(exam, id)).toEqual([]);
    }),
    { numRuns: 12 },
  );
});
