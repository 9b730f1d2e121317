import { writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { folder, openGround, root } from "./hall/ground.ts";
import { growthPlot } from "./hall/growth-plot.ts";
import { type Aim, aimTable, print, rounded, table } from "./hall/report.ts";
import { type Run, run } from "./hall/saving-run.ts";

/**
 * How many answers a second are kept for good, and how soon a learner is told so. Closed loop: every learner saves again as
 * soon as the last save is acknowledged, which finds the most the server can do; beside it the same server acknowledging
 * without storing. Open loop: every learner saves every five seconds, as in a hall. After every run the database is held
 * against what the learners were told.
 */
const { values: options } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    quick: { type: "boolean", default: false },
    only: { type: "string", default: "closed,open,growth" },
    profile: { type: "string" },
    seconds: { type: "string" },
    plot: { type: "string" },
  },
});

const parts = options.only.split(",");
const seconds = Number(options.seconds ?? (options.quick ? 3 : 10));
const growing = options.quick ? [500, 1_000] : [500, 1_000, 2_000, 5_000, 10_000];
const ground = await openGround();
const { profile } = options;

const runs: Run[] = [];
const measure = async (how: Omit<Parameters<typeof run>[0], "ground">) => {
  const done = await run({ ground, ...how });
  runs.push(done);
  return done;
};

const closed = { learners: 1_000, every: null, warmUp: 2, seconds };
const open = { learners: options.quick ? 1_000 : 5_000, every: 5, warmUp: 5, seconds };
const aims: Aim[] = [];
const aim = (what: string, measured: number, aimed: string, kept: boolean) =>
  aims.push({ what, measured, aim: aimed, kept });

if (parts.includes("closed")) {
  const stored = await measure({ name: "closed loop", which: "built", ...closed, profile });
  const ceiling = await measure({ name: "without storing", which: "ceiling", ...closed });
  const ratio = rounded(stored.savesPerSecond / ceiling.savesPerSecond, 2);
  aim("durable saves a second", stored.savesPerSecond, "≥ 10000", stored.savesPerSecond >= 10_000);
  aim("of the ceiling of this run", ratio, "≥ 0.35", ratio >= 0.35);
  aim("acknowledgement, p99 ms", stored.p99, "≤ 150", stored.p99 <= 150);
}
if (parts.includes("open")) {
  const hall = await measure({ name: "open loop", which: "built", ...open, profile });
  aim("open loop, p99 ms", hall.p99, "≤ 100", hall.p99 <= 100);
  aim("server's memory, MB", hall.memory, "≤ 1024", hall.memory <= 1_024);
}
const growth: Run[] = [];
if (parts.includes("growth"))
  for (const learners of growing)
    growth.push(await measure({ name: "growth", which: "built", ...open, learners, seconds: Math.min(seconds, 8) }));
await ground.close();

const plot = options.plot ?? path.join(folder, "growth.svg");
if (growth.length > 0) writeFileSync(plot, growthPlot(growth));
const document = {
  durability: ground.durability,
  runs,
  aims,
  plot: growth.length > 0 ? path.relative(root, plot) : null,
  wrong: runs.flatMap(({ name, learners, wrong }) => wrong.map((one) => `${name} of ${learners}: ${one}`)),
};
print(document, {
  json: options.json,
  words: [
    `fsync ${document.durability.fsync}, synchronous_commit ${document.durability.synchronous_commit}\n`,
    table(
      [
        "run",
        "learners",
        "saves/s",
        "p50 ms",
        "p95 ms",
        "p99 ms",
        "longest",
        "MB",
        "server µs",
        "postgres µs",
        "learners µs",
      ],
      runs.map((one) => [
        one.name,
        one.learners,
        one.savesPerSecond,
        one.p50,
        one.p95,
        one.p99,
        one.longest,
        one.memory,
        one.perSave.server,
        one.perSave.postgres,
        one.perSave.learners,
      ]),
    ),
    aims.length > 0 ? aimTable(aims) : "",
    document.plot ? `Growth is drawn in ${document.plot}\n` : "",
    `${runs.reduce((sum, { stored }) => sum + stored, 0)} entries stored, ${document.wrong.length} not as they were acknowledged\n`,
  ].join("\n"),
});
