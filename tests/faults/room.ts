import pg from "pg";
import type { Entry } from "../../app/exam/attempt/entry.ts";
import { makeSecrets } from "../../app/platform/secrets.ts";
import { account, type Stored } from "./account.ts";
import type { Outcome } from "./fault.ts";
import { type Learner, learner } from "./learner.ts";
import { invigilator } from "./prepared-database.ts";
import { until } from "./processes.ts";
import { secret } from "./server-process.ts";

export type Room = Awaited<ReturnType<typeof startedRoom>>;

type Doors = {
  readonly databaseUrl: string;
  /** Where the invigilator finds the server. */
  readonly url: string;
  /** Where a learner's computer finds it; the same unless said otherwise. */
  readonly learnerUrl?: (place: number) => string;
  readonly learners: number;
};

/** Milliseconds between two answers of one learner. */
const typesEvery = 1_500;
/** So many sign in at the same time. */
const atOnce = 8;

/** A sitting in full swing: everybody signed in, admitted, started by the invigilator, and typing. */
export async function startedRoom({ databaseUrl, url, learnerUrl = () => url, learners }: Doors) {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  // Connections die with the database; the next question opens another.
  pool.on("error", () => {});
  const slips = await slipsOf(pool, learners);
  const sitting = slips[0]?.sittingId ?? "";
  const cookie = await signIn(`${url}/sign-in`, invigilator);
  const act = actingAs(url, cookie, sitting);

  await act("open");
  const sitDown = async ({ attempt, ...keys }: Slip, place: number) =>
    learner({ attempt, cookie: await signIn(`${url}/learner`, keys), url: learnerUrl(place) });
  const seated: Learner[] = [];
  while (seated.length < slips.length) {
    const next = slips.slice(seated.length, seated.length + atOnce);
    seated.push(...(await Promise.all(next.map((slip, offset) => sitDown(slip, seated.length + offset)))));
  }
  const phases = (phase: string) => seated.every(({ player }) => player.snapshot().state?.phase === phase);
  await until("everybody to be seated", 60, () => seated.every(({ player }) => player.snapshot().place === "seated"));
  await act("admit-all");
  await until("everybody to be ready", 60, () => phases("ready"));
  await act("start-all");
  const mayWork = ({ player }: Learner) =>
    player.snapshot().form !== null && player.snapshot().state?.phase === "running";
  await until("everybody to have the first question", 60, () => seated.every(mayWork));

  for (const one of seated) one.measureTrying();
  const typing = seated.map((one) => setInterval(() => one.type(), typesEvery * (0.9 + Math.random() * 0.2)));
  const lateComers: Learner[] = [];
  const stopTyping = () => typing.forEach(clearInterval);
  return {
    url,
    sitting,
    /** The invigilator's. */
    cookie,
    /** What is on the slip of the learner at this place. */
    keysOf(place: number) {
      const { candidateNumber = "", keycode = "" } = slips[place] ?? {};
      return { candidateNumber, keycode };
    },
    learners: seated as readonly Learner[],
    act,
    query: async <Row extends pg.QueryResultRow>(sql: string, values: readonly unknown[] = []) =>
      (await pool.query<Row>(sql, [...values])).rows,
    /** Somebody who sits down at another computer later; counted with the others. */
    joined: (one: Learner) => void lateComers.push(one),
    stopTyping,
    /** Waits until everybody's answers were safe at some moment after this one; answers with the seconds that took. */
    async safeAgain(since = performance.now(), within = 90) {
      const who = () => seated.filter((one) => one.safeAt() < since).length;
      await until("everybody's answers to be safe again", within, () => who() === 0);
      return (Math.max(...seated.map((one) => one.safeAt())) - since) / 1_000;
    },
    /** Everybody puts the pen down, what waits arrives, and what was told is held against the database. */
    async settle(recoverySeconds: number, problems: readonly string[] = []): Promise<Outcome> {
      stopTyping();
      const everybody = [...seated, ...lateComers];
      await until("the last answers to arrive", 60, () =>
        everybody.every(({ player }) => player.snapshot().waiting === 0),
      );
      const told = everybody.flatMap(({ record }) => record.acknowledged());
      const typed = everybody.flatMap(({ record }) => record.answers());
      const { lostTyped, ...counts } = account(told, typed, await stored(pool, sitting));
      return {
        ...counts,
        recoverySeconds,
        problems: [...problems, ...(lostTyped > 0 ? [`${lostTyped} typed answers are nowhere`] : [])],
      };
    },
    async close() {
      stopTyping();
      for (const one of [...seated, ...lateComers]) one.close();
      await pool.end();
    },
  };
}

type Slip = {
  readonly attempt: string;
  readonly sittingId: string;
  readonly candidateNumber: string;
  readonly keycode: string;
};

export async function slipsOf(pool: pg.Pool, most: number): Promise<readonly Slip[]> {
  const secrets = makeSecrets(secret);
  const { rows } = await pool.query<Slip & { keycodeSealed: string }>(
    `SELECT a.id AS attempt, b."sittingId", l."candidateNumber", b."keycodeSealed" FROM bookings b
     JOIN learners l ON l.id = b."learnerId" JOIN attempts a ON a."bookingId" = b.id ORDER BY l."candidateNumber" LIMIT $1`,
    [most],
  );
  return rows.map(({ keycodeSealed, ...row }) => ({ ...row, keycode: secrets.unseal(keycodeSealed) }));
}

/** Sends the form of a sign-in page; answers with the cookie it gave. */
export async function signIn(address: string, fields: Readonly<Record<string, string>>): Promise<string> {
  const answer = await fetch(address, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });
  await answer.arrayBuffer();
  const cookie = answer.headers.get("set-cookie")?.split(";")[0];
  if (cookie === undefined) throw new Error(`Nobody was signed in at ${address}: ${answer.status}.`);
  return cookie;
}

/** What the board's buttons send. */
export const actingAs =
  (url: string, cookie: string, sitting: string) =>
  async (intent: string, fields: Readonly<Record<string, string>> = {}) => {
    const answer = await fetch(`${url}/sittings/${sitting}`, {
      method: "POST",
      headers: { cookie },
      body: new URLSearchParams({ intent, ...fields }),
    });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`The board did not do ${intent}: ${answer.status}.`);
  };

export async function stored(pool: pg.Pool, sitting: string): Promise<readonly Stored[]> {
  const { rows } = await pool.query<{ attempt: string; lease: string; entry: Entry }>(
    `SELECT j."attemptId" AS attempt, j."leaseId" AS lease, j.entry FROM journal j JOIN attempts a ON a.id = j."attemptId"
     WHERE a."sittingId" = $1 ORDER BY j."attemptId", j.position`,
    [sitting],
  );
  return rows;
}
