import { readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as waitFor } from "node:timers/promises";
import { parseArgs } from "node:util";
import type { Fault, Outcome, Report } from "./fault.ts";
import { prepareGround } from "./ground.ts";
import { killAtOnce, tree } from "./processes.ts";

const { values } = parseArgs({
  options: {
    only: { type: "string", multiple: true },
    quick: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    list: { type: "boolean", default: false },
    learners: { type: "string" },
    /** A file for all reports as one JSON list. */
    report: { type: "string" },
  },
});

/** Minutes after which a fault counts as one that never ends. */
const longest = 6;

/** What went wrong outside of everything that is waited for, such as in a handler of a socket. */
const strays: string[] = [];
for (const kind of ["uncaughtException", "unhandledRejection"] as const)
  process.on(kind, (error: unknown) => void strays.push(wordsOf(error)));

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
const say = (line: string) => process.stderr.write(`${line}\n`);

/** Every file in `faults/` holds one. */
async function everyFault(): Promise<readonly Fault[]> {
  const folder = path.join(import.meta.dirname, "faults");
  const files = readdirSync(folder).filter((name) => name.endsWith(".ts"));
  return Promise.all(
    files.toSorted().map(async (name) => ((await import(path.join(folder, name))) as { fault: Fault }).fault),
  );
}

async function tryAll(faults: readonly Fault[]): Promise<readonly Report[]> {
  say("Preparing a database with everybody booked…");
  const ground = await prepareGround(Number(values.learners ?? (values.quick ? 60 : 200)));
  const mine = new Set(tree(process.pid));
  /** What a fault started and did not stop, so that the next one has the machine to itself. */
  const clearUp = () => killAtOnce(tree(process.pid).filter((pid) => !mine.has(pid) && !ground.pids().includes(pid)));
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(
      signal,
      () =>
        void clearUp()
          .then(ground.close)
          .finally(() => process.exit(130)),
    );
  const reports: Report[] = [];
  try {
    for (const fault of faults) {
      say(`\n— ${fault.name}: ${fault.what}`);
      const since = performance.now();
      const report = await tryOne(fault, () => fault.run(ground.forFault(fault.name)));
      reports.push(report);
      if (values.json) process.stdout.write(`${JSON.stringify(report)}\n`);
      say(`  ${inWords(report)}, in ${secondsSince(since)} s`);
      await clearUp();
      await ground.makeSound();
    }
  } finally {
    await ground.close();
  }
  return reports;
}

const secondsSince = (since: number) => Math.round((performance.now() - since) / 1_000);
const nothing = { acknowledged: 0, lost: 0, typedOffline: 0, lostOffline: 0, duplicated: 0, recoverySeconds: 0 };

async function tryOne({ name, missing }: Fault, run: () => Promise<Outcome>): Promise<Report> {
  const lacks = missing?.() ?? null;
  if (lacks !== null) return { fault: name, ...nothing, passed: "skipped", why: lacks };
  try {
    const { problems, recoverySeconds, ...counts } = await Promise.race([run(), tooLong()]);
    const harm = [...problems, ...harmOf(counts), ...strays.splice(0)];
    const rounded = Math.round(recoverySeconds * 10) / 10;
    return { fault: name, ...counts, recoverySeconds: rounded, passed: harm.length === 0, why: harm.join("; ") };
  } catch (error) {
    const why = [wordsOf(error), ...strays.splice(0)].join("; ");
    return { fault: name, ...nothing, passed: false, why };
  }
}

const tooLong = () =>
  waitFor(longest * 60_000, null, { ref: false }).then(() => {
    throw new Error(`It had not ended after ${longest} minutes.`);
  });

const harmOf = ({ acknowledged, lost, lostOffline, duplicated }: Omit<Outcome, "problems" | "recoverySeconds">) => [
  ...(acknowledged === 0 ? ["nothing was ever acknowledged, so nothing is proved"] : []),
  ...(lost > 0 ? [`${lost} acknowledged entries are lost`] : []),
  ...(lostOffline > 0 ? [`${lostOffline} answers typed offline are lost`] : []),
  ...(duplicated > 0 ? [`${duplicated} entries are stored twice`] : []),
];

function inWords({ passed, why, acknowledged, typedOffline, duplicated, lost, recoverySeconds }: Report) {
  if (passed === "skipped") return `skipped: ${why}`;
  const figures = `${acknowledged} acknowledged, ${lost} lost, ${typedOffline} typed offline, ${duplicated} doubled, safe again after ${recoverySeconds} s`;
  return passed ? figures : `FAILED: ${why} (${figures})`;
}

const faults = (await everyFault()).filter(
  ({ name, quick }) => (values.only === undefined || values.only.includes(name)) && (!values.quick || quick === true),
);
if (values.list) {
  for (const { name, what } of faults) process.stdout.write(`${name}: ${what}\n`);
  process.exit(0);
}
if (faults.length === 0) {
  say("There is no fault by that name. See: npm run test:faults -- --list");
  process.exit(1);
}
const began = performance.now();
const reports = await tryAll(faults).catch((error: unknown) => {
  say(`\nThe faults could not be tried: ${wordsOf(error)}`);
  return process.exit(1);
});
if (values.report !== undefined) writeFileSync(values.report, JSON.stringify(reports));
const bad = reports.filter(({ passed }) => passed === false);
const skipped = reports.filter(({ passed }) => passed === "skipped").length;
say(
  `\n${reports.length - bad.length - skipped} of ${reports.length} faults did no harm, ${skipped} were skipped, in ${secondsSince(began)} s`,
);
for (const { fault, why } of bad) say(`  ${fault}: ${why}`);
process.exit(bad.length === 0 ? 0 : 1);
