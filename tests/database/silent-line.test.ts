import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type App, makeApp } from "../../app/app.ts";
import type { Entry } from "../../app/exam/attempt/entry.ts";
import { refused } from "../../app/exam/people/refusals.ts";
import { duration, minutes, none, seconds } from "../../app/exam/time/time.ts";
import { saveQueue } from "../../app/store/save-queue.ts";
import { whyNotReady } from "../../app/store/why-not-ready.ts";
import { type ExamDatabase, examDatabase } from "../support/database.ts";
import { sure } from "../support/factories.ts";
import { onServer } from "../support/postgres.ts";
import { silentLine } from "../support/silent-line.ts";

let exam: ExamDatabase;
beforeAll(async () => {
  exam = await examDatabase();
});
afterAll(() => exam.close());

let line: Awaited<ReturnType<typeof silentLine>>;
let app: App;
beforeEach(async () => {
  const soon = { server: duration(300), line: duration(600) };
  line = await silentLine(exam.databaseUrl);
  const { config, clock, secret } = exam;
  app = makeApp({ config, clock, secret, databaseUrl: line.url, patience: { saves: soon, rest: soon } });
  return async () => {
    await app.close();
    line.close();
  };
});

const answer = (seq: number, value: string): Entry => ({
  seq,
  left: minutes(70),
  kind: "answer",
  item: "CSE-002",
  response: { RESPONSE: [value] },
});
const savedBy = async ({ id, candidate, lease }: Awaited<ReturnType<ExamDatabase["make"]["running"]>>, entry: Entry) =>
  app.commands.attempts.save(candidate, { attempt: id, lease, entries: [entry] });

test("answers are saved again after the lines to the database fell silent: who sent some sends them once more", async () => {
  const running = await exam.make.running();
  await sure(savedBy(running, answer(1, "before")));
  line.fallSilent();
  await expect(savedBy(running, answer(2, "lost on its way"))).rejects.toThrow(
    "PostgreSQL said nothing for 0.6 seconds.",
  );
  const again = await sure(savedBy(running, answer(2, "lost on its way")));
  expect(again.savedThrough).toBe(2);
  const journal = await exam.database.prisma.journalEntry.findMany({ where: { attemptId: running.id } });
  expect(journal).toHaveLength(2);
});

test("a silent line is no reason to wait for ever, for a command, a page or the end of the process", async () => {
  const running = await exam.make.running();
  expect(await app.whyNotReady()).toBeNull();
  line.fallSilent();
  await expect(app.database.prisma.sitting.count()).rejects.toThrow();
  expect(await app.database.prisma.sitting.count()).toBeGreaterThan(0);
  line.fallSilent();
  const lost = savedBy(running, answer(1, "a")).catch((error: Error) => error);
  await app.commands.people.signOut(null, { tokenHash: "a".repeat(64) }).catch(() => {});
  await lost;
});

test("a transaction whose line died keeps no answers locked", async () => {
  const running = await exam.make.running();
  const client = await app.database.pool.connect();
  await client.query("BEGIN");
  await client.query("SELECT FROM attempts WHERE id = $1 FOR UPDATE", [running.id]);
  line.fallSilent();
  const saving = exam.commands.attempts.save(running.candidate, {
    attempt: running.id,
    lease: running.lease,
    entries: [answer(1, "a")],
  });
  expect(await saving).toMatchObject({ ok: true, savedThrough: 1 });
  client.release(true);
});

test("a process whose saves hang says that it is not ready, and that it is once they go on", async () => {
  const { clock, database } = exam;
  let begin = () => {};
  let answer = () => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const queue = saveQueue({
    clock,
    gather: none,
    room: 1_000_000,
    changed: () => {},
    async commit() {
      begin();
      await answered;
      return { answers: [refused("no-such-attempt")], touched: [] };
    },
  });
  const ready = whyNotReady({ ...database, hanging: queue.hanging });
  const saving = queue.save({ bookingId: "b", attempt: "a", lease: "l", entries: [], receivedAt: clock.now() });
  await begun;
  expect(await ready()).toBeNull();
  clock.move(seconds(6));
  expect(await ready()).toBe("saving");
  answer();
  await saving;
  await queue.drain();
  expect(await ready()).toBeNull();
});

test("a database that may only be read is said not to be ready", async () => {
  const name = new URL(exam.databaseUrl).pathname.slice(1);
  await onServer(exam.databaseUrl, `ALTER DATABASE ${name} SET default_transaction_read_only = on`);
  const closed = exam.again();
  expect(await closed.whyNotReady()).toBe("read-only");
  await onServer(
    exam.databaseUrl,
    "SET default_transaction_read_only = off",
    `ALTER DATABASE ${name} RESET default_transaction_read_only`,
  );
  await closed.close();
});
