import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "~": new URL("./app", import.meta.url).pathname } },
  esbuild: { jsx: "automatic" },
  test: {
    include: ["app/**/*.test.{ts,tsx}", "tests/{rules,database,live,simulation}/**/*.test.{ts,tsx}"],
    environment: "node",
    globalSetup: ["tests/support/postgres.ts"],
  },
});
