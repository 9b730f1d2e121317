import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { findChromium } from "./chromium.mjs";
import { build, generate, install } from "./steps.mjs";

/** `npm test` on a fresh clone does everything, goes on after a failure, and says in the end how it went. */
install();
generate();
const chromium = await findChromium();
build();

const reports = path.join(".test", "reports");
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const total = { passed: 0, failed: 0, skipped: 0 };
/** By name, to be said again in the end: what was printed on the way is long. */
const failures = [];
/** Characters. */
const longestReason = 2_000;
const bin = (name) => path.join("node_modules", ".bin", name);

function step(name, command, args, count) {
  console.log(`\n— ${name}`);
  const began = Date.now();
  const env = { ...process.env, CHROMIUM: chromium, NODE_ENV: "test" };
  const done = spawnSync(command, args, { stdio: "inherit", env, shell: process.platform === "win32" });
  const result = count?.() ?? { passed: done.status === 0 ? 1 : 0, failed: done.status === 0 ? 0 : 1, skipped: 0 };
  // A runner that fell over without counting a failure has failed all the same.
  if (done.status !== 0 && result.failed === 0) result.failed = 1;
  if (result.failed > 0) failures.push(...(result.failures?.length ? result.failures : [name]));
  for (const key of Object.keys(total)) total[key] += result[key];
  console.log(`  ${result.passed} passed, ${result.failed} failed in ${Math.round((Date.now() - began) / 1000)} s`);
}

const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null);

function vitestCount() {
  const report = read(path.join(reports, "vitest.json"));
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const brokenFiles = report.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  ).length;
  const failures = report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((one) => one.status === "failed");
    const file = path.relative("", name);
    if (status === "failed" && assertionResults.length === 0) return [`${file}: ${message}`];
    return failed.map(
      ({ fullName, failureMessages }) => `${file}: ${fullName}\n${failureMessages.join("\n").slice(0, longestReason)}`,
    );
  });
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles,
    skipped: report.numPendingTests,
    failures,
  };
}

function playwrightCount() {
  const report = read(path.join(reports, "journeys.json"));
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected, failed: unexpected + flaky + report.errors.length, skipped };
}

function faultsCount() {
  const tried = read(path.join(reports, "faults.json"));
  if (!tried) return { passed: 0, failed: 1, skipped: 0 };
  const count = (how) => tried.filter(({ passed }) => passed === how).length;
  const failures = tried.filter(({ passed }) => passed === false).map(({ fault, why }) => `${fault}: ${why}`);
  return { passed: count(true), failed: count(false), skipped: count("skipped"), failures };
}

step("format and lint", bin("biome"), ["ci", "--error-on-warnings", "."]);
step("types", bin("tsc"), ["--noEmit"]);
step(
  "rules, units, database, live, simulation",
  bin("vitest"),
  ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${reports}/vitest.json`],
  vitestCount,
);
step(
  "faults (the short selection)",
  bin("tsx"),
  ["tests/faults/run.ts", "--quick", "--report", path.join(reports, "faults.json")],
  faultsCount,
);
step("journeys", bin("playwright"), ["test"], playwrightCount);

if (failures.length > 0) console.log(`\nWhat failed:\n${failures.map((one) => `- ${one}`).join("\n")}`);
console.log("");
console.log(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ""}`);
process.exit(total.failed === 0 ? 0 : 1);
