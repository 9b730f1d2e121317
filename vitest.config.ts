import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "~": new URL("./app", import.meta.url).pathname } },
  esbuild: { jsx: "automatic" },
  test: {
    include: ["app/**/*.test.{ts,tsx}", "tests/{rules,database,live,simulation,faults}/**/*.test.{ts,tsx}"],
    environment: "node",
    // Only a test that hangs takes this long; a busy machine is no reason to fail.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Most tests wait for PostgreSQL half of their time, so that two go well together even on two cores.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    globalSetup: ["tests/support/postgres.ts"],
  },
});
