import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

/** The steps that start and test share. Nothing here needs a package: it runs before there are any. */

export const root = path.resolve(import.meta.dirname, "..");
process.chdir(root);

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Examhall needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

const errors = 2;

/** Runs a command and stops everything when it fails. What it says on the way is no result: it goes where errors go. */
function run(command, args, { env = {}, quiet = false } = {}) {
  const done = spawnSync(command, args, {
    stdio: quiet ? ["ignore", "ignore", "inherit"] : ["inherit", errors, "inherit"],
    env: { ...process.env, ...env },
    shell: process.platform === "win32",
  });
  if (done.status !== 0) {
    console.error(`\n${command} ${args.join(" ")} failed.`);
    process.exit(done.status ?? 1);
  }
}

const bin = (name) => path.join("node_modules", ".bin", name);

/** Skips a step when nothing it depends on has changed since it last succeeded. */
function whenChanged(name, inputs, outputs, work) {
  const stamp = path.join("node_modules", ".cache", "examhall", name);
  const now = fingerprint(inputs);
  const done = outputs.every((file) => existsSync(file)) && existsSync(stamp) && readFileSync(stamp, "utf8") === now;
  if (done) return;
  work();
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, now);
}

function fingerprint(inputs) {
  const hash = createHash("sha256").update(process.version);
  const add = (file) => {
    if (!existsSync(file)) return;
    if (statSync(file).isDirectory()) {
      if (file.endsWith("generated")) return;
      for (const name of readdirSync(file).sort()) add(path.join(file, name));
    } else hash.update(file).update(readFileSync(file));
  };
  inputs.forEach(add);
  return hash.digest("hex");
}

/** `npm ci` puts exactly the locked versions there; it is skipped when they are there already. */
export function install() {
  whenChanged("install", ["package.json", "package-lock.json"], ["node_modules/.package-lock.json"], () => {
    console.error("Installing packages (once)…");
    run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error", "--include=dev"]);
  });
}

export function generate() {
  whenChanged(
    "generate",
    ["prisma/schema.prisma", "prisma/models", "package-lock.json"],
    ["app/store/generated/client.ts"],
    () => {
      // The client needs no engine; without this the command line would try to download one.
      run(bin("prisma"), ["generate"], {
        env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: "1" },
        quiet: true,
      });
    },
  );
}

export function build() {
  const inputs = [
    "app",
    "public",
    "prisma/schema.prisma",
    "prisma/models",
    "remix.config.js",
    "vite.config.ts",
    "scripts/exam-parts.ts",
    "package-lock.json",
  ];
  whenChanged("build", inputs, ["build/server/index.js", "build/node/main.js"], () => {
    console.error("Building…");
    run(bin("remix"), ["vite:build", "--logLevel", "error"], { env: { NODE_ENV: "production" } });
    run("npm", ["run", "--silent", "build:server", "--", "--log-level=warning"]);
  });
}
