import { readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import type { Fault, Outcome, Report } from "./fault.ts";
import { prepareGround } from "./ground.ts";

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
  const reports: Report[] = [];
  try {
    for (const fault of faults) {
      say(`\n— ${fault.name}: ${fault.what}`);
      const report = await tryOne(fault, () => fault.run(ground.forFault(fault.name)));
      reports.push(report);
      if (values.json) process.stdout.write(`${JSON.stringify(report)}\n`);
      else say(`  ${inWords(report)}`);
    }
  } finally {
    await ground.close();
  }
  return reports;
}

const nothing = { acknowledged: 0, lost: 0, typedOffline: 0, lostOffline: 0, duplicated: 0, recoverySeconds: 0 };

async function tryOne({ name, missing }: Fault, run: () => Promise<Outcome>): Promise<Report> {
  const lacks = missing?.() ?? null;
  if (lacks !== null) return { fault: name, ...nothing, passed: "skipped", why: lacks };
  try {
    const { problems, recoverySeconds, ...counts } = await run();
    const harm = [...problems, ...harmOf(counts)];
    const rounded = Math.round(recoverySeconds * 10) / 10;
    return { fault: name, ...counts, recoverySeconds: rounded, passed: harm.length === 0, why: harm.join("; ") };
  } catch (error) {
    return { fault: name, ...nothing, passed: false, why: error instanceof Error ? error.message : String(error) };
  }
}

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
const reports = await tryAll(faults);
if (values.report !== undefined) writeFileSync(values.report, JSON.stringify(reports));
const bad = reports.filter(({ passed }) => passed === false).length;
say(`\n${reports.length - bad} of ${reports.length} faults did no harm`);
process.exit(bad === 0 ? 0 : 1);
