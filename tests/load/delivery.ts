import { writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { folder, openGround, root } from "./hall/ground.ts";
import { growthPlot } from "./hall/growth-plot.ts";
import { mostLines, tooFewFiles } from "./hall/open-files.ts";
import { type Aim, aimTable, print, rounded, table } from "./hall/report.ts";
import { openHall, type Run, type SavingHall } from "./hall/saving-run.ts";
import type { Which } from "./hall/server.ts";

/**
 * How many answers a second are kept for good, and how soon a learner is told so. Closed loop: every learner saves again as
 * soon as the last save is acknowledged, which finds the most the server can do; beside it the same server acknowledging
 * without storing, and nothing but socket.io acknowledging, which says how quick the machine is. Open loop: every learner saves
 * every five seconds, as in a hall. Growth: the same with more and more learners in one hall. In the end the database is held
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
const leftOut: string[] = [];
const fitting = (learners: readonly number[]) =>
  learners.filter((many) => {
    const fits = many <= mostLines();
    if (!fits) leftOut.push(tooFewFiles(many));
    return fits;
  });

const ground = await openGround();
const runs: Run[] = [];
const wrong: string[] = [];
let stored = 0;

/** Opens a hall, lets the work measure in it, closes it and holds the database against what was acknowledged. */
async function inHall<Answer>(
  which: Which,
  places: number,
  work: (hall: SavingHall) => Promise<Answer>,
): Promise<Answer> {
  const hall = await openHall({ ground, which, places, profile: which === "built" ? options.profile : undefined });
  const answer = await work(hall);
  const kept = await hall.close();
  stored += kept.stored;
  wrong.push(...kept.wrong.map((one) => `hall of ${places}: ${one}`));
  return answer;
}
async function measure(hall: SavingHall, how: Parameters<SavingHall["run"]>[0]): Promise<Run> {
  const run = await hall.run(how);
  runs.push(run);
  if (run.refused > 0) wrong.push(`${run.name} of ${run.learners}: ${run.refused} saves were refused`);
  return run;
}

const aims: Aim[] = [];
const aim = (what: string, measured: number, aimed: string, kept: boolean) =>
  aims.push({ what, measured, aim: aimed, kept });

if (parts.includes("closed")) {
  const how = { learners: 1_000, every: null, warmUp: 2, seconds };
  const full = await inHall("built", 1_000, (hall) => measure(hall, { name: "closed loop", ...how }));
  const ceiling = await inHall("ceiling", 1_000, (hall) => measure(hall, { name: "without storing", ...how }));
  await inHall("bare", 1_000, (hall) => measure(hall, { name: "socket.io alone", ...how }));
  const ratio = rounded(full.savesPerSecond / ceiling.savesPerSecond, 2);
  aim("durable saves a second", full.savesPerSecond, "≥ 10000", full.savesPerSecond >= 10_000);
  aim("of the ceiling of this run", ratio, "≥ 0.35", ratio >= 0.35);
  aim("acknowledgement, p99 ms", full.p99, "≤ 150", full.p99 <= 150);
}
if (parts.includes("open"))
  for (const learners of fitting([options.quick ? 1_000 : 5_000])) {
    const how = { name: "open loop", learners, every: 5, warmUp: 5, seconds };
    const hall = await inHall("built", learners, (opened) => measure(opened, how));
    aim("open loop, p99 ms", hall.p99, "≤ 100", hall.p99 <= 100);
    aim("server's memory, MB", hall.memory, "≤ 1024", hall.memory <= 1_024);
  }
const growth: Run[] = [];
const steps = parts.includes("growth") ? fitting(growing) : [];
if (steps.length > 0)
  await inHall("built", Math.max(...steps), async (hall) => {
    for (const learners of steps) {
      const how = { name: "growth", learners, every: 5, warmUp: 5, seconds: Math.min(seconds, 10) };
      growth.push(await measure(hall, how));
    }
  });
await ground.close();

// Beside the folder of the measurements, which the next one empties.
const plot = options.plot ?? path.join(path.dirname(folder), "growth.svg");
if (growth.length > 0) {
  writeFileSync(plot, growthPlot(growth));
  writeFileSync(plot.replace(/(\.svg)?$/, ".json"), `${JSON.stringify(growth, null, 2)}\n`);
}
const { durability } = ground;
const document = {
  durability,
  runs,
  aims,
  plot: growth.length > 0 ? path.relative(root, plot) : null,
  leftOut,
  stored,
  wrong,
};
print(document, { json: options.json, words: inWords() });

function inWords(): string {
  const columns = ["run", "learners", "saves/s", "p50 ms", "p95 ms", "p99 ms", "longest", "MB", "seated s"];
  const spent = ["server µs", "postgres µs", "learners µs"];
  const rows = runs.map(({ name, learners, savesPerSecond, p50, p95, p99, longest, memory, seated, perSave }) => [
    ...[name, learners, savesPerSecond, p50, p95, p99, longest, memory, seated],
    ...[perSave.server, perSave.postgres, perSave.learners],
  ]);
  return [
    `fsync ${durability.fsync}, synchronous_commit ${durability.synchronous_commit}\n`,
    table([...columns, ...spent], rows),
    aims.length > 0 ? aimTable(aims) : "",
    document.plot ? `Growth is drawn in ${document.plot}\n` : "",
    ...leftOut,
    `${stored} entries stored, ${wrong.length} not as they were acknowledged\n`,
  ].join("\n");
}
