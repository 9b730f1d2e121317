import pg from "pg";
import type { Ground } from "./ground.ts";
import { helper } from "./in-process.ts";
import { latencies, percentile } from "./latency.ts";
import { mostMemoryOf } from "./processor.ts";
import { rounded } from "./report.ts";
import { fillHall, type Hall } from "./seats.ts";
import { serve } from "./server.ts";
import { machineTime, type Started } from "./starters.ts";
import type { StartersWork } from "./starters-process.ts";
import { watchBoard } from "./watch-board.ts";

/** Milliseconds after the press. */
export type Start = {
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
  /** Until the last screen was told that the room must leave, and until the last one that it is back. */
  readonly lastOut: number;
  readonly lastBack: number;
  readonly formBytes: number;
  /** Seconds until everybody sat there with the form. */
  readonly waiting: number;
  readonly memory: number;
  readonly wrong: readonly string[];
};

type Room = { readonly learners: number; readonly profile?: string | undefined };

/** One room with a database and a server of its own. */
export async function startRoom(ground: Ground, { learners, profile }: Room): Promise<Start> {
  const databaseUrl = await ground.database();
  const hall = await fillHall(databaseUrl, { learners, perSitting: learners, phase: "admitted" });
  const server = await serve({ databaseUrl, which: "built", ...(profile ? { profile } : {}) });
  const room = helper<StartersWork>("starters-process.ts");
  const came = await room.ask("wait", { url: server.url, seats: hall.seats });
  const [sitting = ""] = hall.sittings;
  const board = await watchBoard({ url: server.url, cookie: hall.invigilator, sitting, learners });

  const starting = room.ask("start", null);
  const pressed = await press(server.url, hall, "start-all");
  const started = await starting;
  const allOnBoard = await board.allRunning;
  const running = await stored(databaseUrl);
  const lastTold = async (intent: string, what: "out" | "back") => {
    const telling = room.ask("told", what);
    const { at } = await press(server.url, hall, intent);
    return rounded(Math.max(...(await telling)) - at);
  };
  const lastOut = await lastTold("evacuate", "out");
  const lastBack = await lastTold("return", "back");
  const memory = mostMemoryOf(server.pid);
  board.line.close();
  await room.leave();
  await server.stop();

  return {
    learners,
    answered: rounded(pressed.answered),
    ...startsOf(started, pressed.at),
    board: rounded(allOnBoard - pressed.at),
    lastOut,
    lastBack,
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

function startsOf({ keysAt, readableAt, openedByOneAt }: Started, pressed: number) {
  const keys = latencies();
  for (const at of keysAt) keys.add(at - pressed);
  return {
    keyP50: percentile(keys.read(), 0.5),
    keyP99: percentile(keys.read(), 0.99),
    lastKey: rounded(Math.max(...keysAt) - pressed),
    lastReadable: rounded(Math.max(...readableAt) - pressed),
    openedByOne: rounded(openedByOneAt - pressed),
  };
}

/** As the board's own button sends it, without the page being drawn again. */
async function press(url: string, { invigilator, sittings }: Hall, intent: string) {
  const at = machineTime();
  const answer = await fetch(`${url}/sittings/${sittings[0]}.data`, {
    method: "POST",
    headers: { cookie: invigilator },
    body: new URLSearchParams({ intent }),
  });
  if (!answer.ok) throw new Error(`"${intent}" was not done: ${answer.status} ${await answer.text()}`);
  return { at, answered: machineTime() - at };
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
