#!/usr/bin/env node
import { existsSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "..");
if (!existsSync(path.join(root, "node_modules/tsx"))) {
  console.error("Examhall is not installed here yet. Run: npm ci");
  process.exit(1);
}
const { register } = await import("tsx/esm/api");
register();
await import("../app/cli.ts");
