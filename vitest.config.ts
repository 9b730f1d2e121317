import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "~": new URL("./app", import.meta.url).pathname } },
  esbuild: { jsx: "automatic" },
  test: {
    include: ["app/**/*.test.{ts,tsx}", "tests/{rules,database,live,simulation,faults}/**/*.test.{ts,tsx}"],
    environment: "node",
    // Only a test that hangs takes this long; a busy machine is no reason to fail.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    globalSetup: ["tests/support/postgres.ts"],
  },
});
