import { spawnSync } from "node:child_process";
import path from "node:path";
import { findChromium } from "./chromium.mjs";
import { build, generate, install } from "./steps.mjs";

/** `npm run test:faults` breaks the built server in every way we can think of, and counts what was lost. */
install();
generate();
build();
const chromium = await findChromium();
const tsx = path.join("node_modules", ".bin", "tsx");
const done = spawnSync(tsx, ["tests/faults/run.ts", ...process.argv.slice(2)], {
  stdio: "inherit",
  env: { ...process.env, CHROMIUM: chromium },
  shell: process.platform === "win32",
});
process.exit(done.status ?? 1);
