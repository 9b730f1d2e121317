import { parseArgs } from "node:util";
import { openBrowser } from "./hall/board-page.ts";
import { type BoardRun, watchRoom } from "./hall/board-run.ts";
import { openGround } from "./hall/ground.ts";
import { type Aim, aimTable, print, rounded, table } from "./hall/report.ts";

/**
 * How soon an invigilator sees what happens at a learner's machine, and whether the board's page stays smooth meanwhile: a room
 * in which everybody answers, some lose their line and some call for help, watched in a real browser. Beside the large room
 * one of the usual size, in the same run.
 */
const { values: options } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    seats: { type: "string", default: "1000" },
    beside: { type: "string", default: "30" },
    seconds: { type: "string", default: "30" },
    profile: { type: "string" },
    picture: { type: "string" },
  },
});
const many = Number(options.seats);
const busyWith = (seats: number) => ({
  seconds: Number(options.seconds),
  every: 5,
  lost: seats / 500,
  calling: seats / 1_000,
});

const ground = await openGround();
const browser = await openBrowser();
const runs: BoardRun[] = [];
for (const seats of [Number(options.beside), many])
  runs.push(
    await watchRoom({
      ground,
      browser,
      seats,
      warmUp: 5,
      busy: busyWith(seats),
      profile: options.profile,
      picture: seats === many ? options.picture : undefined,
    }),
  );
await browser.close();
await ground.close();

const [usual, large] = runs;
if (usual === undefined || large === undefined) throw new Error("Nothing was measured.");
const aims: readonly Aim[] = [
  { what: `lag at ${many} seats, p99 ms`, measured: large.p99, aim: "≤ 1000", kept: large.p99 <= 1_000 },
  { what: "longest task, ms", measured: large.tasks.longest, aim: "≤ 50", kept: large.tasks.longest <= 50 },
  {
    what: "longest task, ms of the processor",
    measured: large.tasks.longestWorked,
    aim: "≤ 50",
    kept: large.tasks.longestWorked <= 50,
  },
  {
    what: "longest task at opening, ms",
    measured: large.opening.longest,
    aim: "≤ 50",
    kept: large.opening.longest <= 50,
  },
  {
    what: "longest task at opening, ms of the processor",
    measured: large.opening.longestWorked,
    aim: "≤ 50",
    kept: large.opening.longestWorked <= 50,
  },
  { what: "happened and never seen", measured: large.wrong.length, aim: "0", kept: large.wrong.length === 0 },
  { what: "changes a second", measured: large.burden.messages, aim: "≤ 5.1", kept: large.burden.messages <= 5.1 },
];
const document = {
  runs,
  timesTheLagOfTheUsualRoom: rounded(large.p99 / usual.p99, 1),
  timesTheWorkOfTheUsualRoom: rounded(large.burden.tasks / usual.burden.tasks, 1),
  aims,
  wrong: runs.flatMap(({ wrong }) => wrong),
};
print(document, {
  json: options.json,
  words: [
    table(
      ["seats", "happen/s", "looked for", "p50 ms", "p95 ms", "p99 ms", "longest", "trouble p99", "MB of server"],
      runs.map((one) => [
        one.seats,
        one.happenings,
        one.looked,
        one.p50,
        one.p95,
        one.p99,
        one.longest,
        one.troubleP99,
        one.memory,
      ]),
    ),
    "Milliseconds in each second:\n",
    table(
      [
        "seats",
        "page",
        "scripts",
        "layout",
        "tasks > 50",
        "longest",
        "worked > 50",
        "longest",
        "messages/s",
        "kB/s",
        "server",
        "postgres",
      ],
      runs.map(({ seats, burden, tasks, server, postgres }) => [
        seats,
        burden.tasks,
        burden.scripts,
        burden.layout,
        tasks.overFifty,
        tasks.longest,
        tasks.workedOverFifty,
        tasks.longestWorked,
        burden.messages,
        rounded(burden.bytes / 1_000, 1),
        server,
        postgres,
      ]),
    ),
    `Opening the board: ${runs.map(({ seats, opened, opening }) => `${opened} ms at ${seats} seats, longest task ${opening.longest} ms, of the processor ${opening.longestWorked} ms`).join("; ")}\n`,
    `${document.timesTheLagOfTheUsualRoom} times the lag and ${document.timesTheWorkOfTheUsualRoom} times the work of the room of ${usual.seats}\n`,
    aimTable(aims),
    `${document.wrong.length} things that happened were never seen\n`,
  ].join("\n"),
});
