import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const places = [
  process.env.CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];
const there = () => places.find((place) => place && existsSync(place));

const quietly = (command, args, minutes = 5) =>
  spawnSync(command, args, {
    stdio: "ignore",
    timeout: minutes * 60_000,
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  }).status === 0;

async function playwrightsOwn() {
  const { chromium } = await import("@playwright/test");
  const place = chromium.executablePath();
  return existsSync(place) ? place : undefined;
}

/** A Chromium that is there, else Playwright's own, else one from the system's package manager. */
export async function findChromium() {
  const found = there() ?? (await playwrightsOwn());
  if (found) return found;

  console.error("No Chromium here: installing one (once)…");
  if (quietly("npx", ["playwright", "install", "chromium"], 4)) {
    const own = await playwrightsOwn();
    if (own) return own;
  }
  const sudo = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  const asRoot = (...words) => {
    const [command, ...args] = [...sudo, ...words];
    return quietly(command, args, 10);
  };
  asRoot("apt-get", "update");
  asRoot("apt-get", "install", "-y", "--no-install-recommends", "chromium", "fonts-liberation");
  const installed = there();
  if (installed) return installed;
  console.error(
    "The journeys need a Chromium. Install one, or name it with CHROMIUM=/path/to/chromium, and run npm test again.",
  );
  process.exit(1);
}
