import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test, vi } from "vitest";

const root = path.resolve(import.meta.dirname, "../..");

/** The server as it is written, in a process of its own. */
function startServer(env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, ["--import", "tsx", "app/main.ts"], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: "", SESSION_SECRET: "", LOG_LEVEL: "", PORT: "0", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (bytes) => {
      said += bytes;
    });
  const ended = once(child, "close").then(([code]) => ({ code, lines: said.trim().split("\n") }));
  return { child, ended };
}

test("wrong settings are said in one line", async () => {
  const { code, lines } = await startServer({ PORT: "many", PUBLIC_URL: "localhost:3000" }).ended;
  expect([code, lines.length]).toEqual([1, 1]);
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({
    msg: "not started",
    why: expect.stringMatching(/PORT.*PUBLIC_URL/s),
  });
});

test("a signal that comes while starting stops PostgreSQL too", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "examhall-starting-"));
  chmodSync(folder, 0o755);
  const lock = path.join(folder, "postgres/postmaster.pid");
  const { child, ended } = startServer({ DATA_DIR: folder });
  try {
    await vi.waitUntil(() => existsSync(lock), { timeout: 100_000, interval: 20 });
    child.kill("SIGTERM");
    expect((await ended).code).toBe(0);
    expect(existsSync(lock)).toBe(false);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
