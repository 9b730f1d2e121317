import { parseArgs } from "node:util";
import pg from "pg";
import type { Changes } from "../../app/live/contract.ts";
import { type Ground, openGround } from "./hall/ground.ts";
import { helper } from "./hall/in-process.ts";
import { latencies, percentile } from "./hall/latency.ts";
import { openLine } from "./hall/line.ts";
import { mostMemoryOf } from "./hall/processor.ts";
import { type Aim, aimTable, print, rounded, table } from "./hall/report.ts";
import { fillHall } from "./hall/seats.ts";
import { serve } from "./hall/server.ts";
import { machineTime } from "./hall/starters.ts";
import type { StartersWork } from "./hall/starters-process.ts";

/**
 * Everybody starts in the same second: learners wait in one room with the sealed form in hand, an invigilator who watches the
 * board presses one "start all", and every learner's form is opened with the key that arrives. Beside the large room a small
 * one, in the same run.
 */
const { values: options } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    learners: { type: "string", default: "2000" },
    profile: { type: "string" },
  },
});
const many = Number(options.learners);

/** Milliseconds after the press. */
type Start = {
  readonly learners: number;
  readonly answered: number;
  readonly keyP50: number;
  readonly keyP99: number;
  readonly lastKey: number;
  readonly lastReadable: number;
  /** Until one processor had opened the forms of all: in a hall every machine opens its own. */
  readonly openedByOne: number;
  /** Until the board showed everybody at work. */
  readonly board: number;
  readonly formBytes: number;
  /** Seconds until everybody sat there with the form. */
  readonly waiting: number;
  readonly memory: number;
  readonly wrong: readonly string[];
};

async function startRoom(ground: Ground, learners: number): Promise<Start> {
  const databaseUrl = await ground.database();
  const hall = await fillHall(databaseUrl, { learners, perSitting: learners, phase: "admitted" });
  const server = await serve({ databaseUrl, which: "built", ...(options.profile ? { profile: options.profile } : {}) });
  const room = helper<StartersWork>("starters-process.ts");
  const came = await room.ask("wait", { url: server.url, seats: hall.seats });
  const starting = room.ask("start", null);
  const board = await watchBoard({
    url: server.url,
    cookie: hall.invigilator,
    sitting: hall.sittings[0] ?? "",
    learners,
  });

  const pressed = machineTime();
  // As the board's own button sends it, without the page being drawn again.
  const answer = await fetch(`${server.url}/sittings/${hall.sittings[0]}.data`, {
    method: "POST",
    headers: { cookie: hall.invigilator },
    body: new URLSearchParams({ intent: "start-all" }),
  });
  const answered = machineTime() - pressed;
  if (!answer.ok) throw new Error(`The room was not started: ${answer.status} ${await answer.text()}`);
  const started = await starting;
  const allOnBoard = await board.allRunning;
  const memory = mostMemoryOf(server.pid);
  board.line.close();
  await room.leave();
  await server.stop();

  const keys = latencies();
  for (const at of started.keysAt) keys.add(at - pressed);
  const running = await stored(databaseUrl);
  return {
    learners,
    answered: rounded(answered),
    keyP50: percentile(keys.read(), 0.5),
    keyP99: percentile(keys.read(), 0.99),
    lastKey: rounded(Math.max(...started.keysAt) - pressed),
    lastReadable: rounded(Math.max(...started.readableAt) - pressed),
    openedByOne: rounded(started.openedByOneAt - pressed),
    board: rounded(allOnBoard - pressed),
    formBytes: came.bytes,
    waiting: rounded(came.seconds, 1),
    memory: rounded(memory),
    wrong: [
      ...(started.unreadable > 0 ? [`${started.unreadable} of ${learners} could not read the first question`] : []),
      ...(running === learners
        ? []
        : [`${learners} were started and the database holds ${running} running with their line`]),
    ],
  };
}

type Watching = { readonly url: string; readonly cookie: string; readonly sitting: string; readonly learners: number };

/** The invigilator's board. `allRunning` is when it showed everybody at work. */
async function watchBoard({ url, cookie, sitting, learners }: Watching) {
  const running = new Set<string>();
  let shown = (_at: number) => {};
  const allRunning = new Promise<number>((resolve) => {
    shown = resolve;
  });
  const heard = (event: string, message: unknown) => {
    if (event !== "changes") return;
    for (const { attempt, phase } of (message as Changes).seats) if (phase === "running") running.add(attempt);
    if (running.size === learners) shown(machineTime());
  };
  const line = await openLine({ url, cookie, heard });
  const told = await new Promise<{ ok: boolean }>((resolve) =>
    line.ask("watch", { sitting }, (answer) => resolve(answer as { ok: boolean })),
  );
  if (!told.ok) throw new Error(`The board is not shown: ${JSON.stringify(told)}`);
  return { line, allRunning };
}

/** Attempts that run, each with the ledger's line of its start. */
async function stored(databaseUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ running: number }>(
    `SELECT count(*)::int AS running FROM attempts a WHERE a.phase = 'running' AND a.deadline IS NOT NULL
     AND 1 = (SELECT count(*) FROM ledger l WHERE l."attemptId" = a.id AND l.line->>'kind' = 'started')`,
  );
  await client.end();
  return rows[0]?.running ?? 0;
}

const ground = await openGround();
const small = await startRoom(ground, Math.ceil(many / 10));
const large = await startRoom(ground, many);
await ground.close();

const growth = rounded(large.lastReadable / small.lastReadable, 1);
const aims: readonly Aim[] = [
  { what: "last learner reads, ms", measured: large.lastReadable, aim: "≤ 3000", kept: large.lastReadable <= 3_000 },
];
const document = {
  rooms: [small, large],
  timesAsLongForTenTimesAsMany: growth,
  aims,
  wrong: [...small.wrong, ...large.wrong],
};
print(document, {
  json: options.json,
  words: [
    table(
      [
        "learners",
        "answered ms",
        "key p50",
        "key p99",
        "last key",
        "last readable",
        "opened by one",
        "board",
        "form kB",
        "waiting s",
        "MB",
      ],
      [small, large].map((one) => [
        one.learners,
        one.answered,
        one.keyP50,
        one.keyP99,
        one.lastKey,
        one.lastReadable,
        one.openedByOne,
        one.board,
        rounded(one.formBytes / 1_000),
        one.waiting,
        one.memory,
      ]),
    ),
    `Ten times as many learners take ${growth} times as long.\n`,
    aimTable(aims),
    `${document.wrong.length} things not as they should be afterwards\n`,
  ].join("\n"),
});
