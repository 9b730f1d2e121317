import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: "tests/journeys",
  outputDir: ".test/journeys",
  globalSetup: "./tests/support/journey-setup.ts",
  workers: 2,
  retries: 0,
  // Only a journey that hangs takes this long, and only a screen that never comes: a busy machine is no reason to fail.
  timeout: 240_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [["list"], ["json", { outputFile: ".test/reports/journeys.json" }]],
  use: {
    browserName: "chromium",
    locale: "en-GB",
    timezoneId: "Europe/London",
    viewport: { width: 1366, height: 768 },
    // Its snapshots of the page say enough; a film of every page keeps two cores too busy to draw the pages themselves.
    trace: { mode: "retain-on-failure", screenshots: false },
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
