import { spawnSync } from "node:child_process";
import path from "node:path";
import { findChromium } from "./chromium.mjs";
import { build, generate, install } from "./steps.mjs";

/**
 * `npm run test:faults`, `bench:…` and `simulate`: runs the script named first on what is here now, also on a fresh clone. Only
 * what the script prints goes to the standard output, so that `--json` can be kept as it comes. `--browser` before the script:
 * it needs a Chromium.
 */
const given = process.argv.slice(2);
const browser = given[0] === "--browser";
const [script = "", ...rest] = browser ? given.slice(1) : given;
install();
generate();
build();
const tsx = path.join("node_modules", ".bin", "tsx");
const done = spawnSync(tsx, [script, ...rest], {
  stdio: "inherit",
  env: browser ? { ...process.env, CHROMIUM: await findChromium() } : process.env,
  shell: process.platform === "win32",
});
process.exit(done.status ?? 1);
