import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, mkdirSync } from "node:fs";
import path from "node:path";
import { until } from "../../faults/processes.ts";
import { isReady } from "../../faults/server-process.ts";
import { bundled } from "../../support/bundled.ts";
import { freePort } from "../../support/redis.ts";
import { folder, root, secret } from "./ground.ts";

export type Served = { readonly url: string; readonly pid: number; stop(): Promise<void> };

/** The built server, the same one acknowledging without storing, or nothing but socket.io acknowledging. */
export type Which = "built" | "ceiling" | "bare";

type Serving = {
  readonly databaseUrl: string;
  readonly which: Which;
  /** A folder for a profile of the processor, written when it stops. */
  readonly profile?: string;
  readonly env?: Readonly<Record<string, string>>;
};

/**
 * As `npm start` runs it. With 16 MB clearing up takes a fifth of a busy server's time; with 64 MB it takes long enough at a time
 * to be felt by one save in a hundred.
 */
const roomForTheYoung = "--max-semi-space-size=32";

/** A server in a process of its own, ready to serve. */
export async function serve({ databaseUrl, which, profile, env = {} }: Serving): Promise<Served> {
  const script =
    which === "built"
      ? path.join(root, "build/node/main.js")
      : await bundled(path.join(import.meta.dirname, `${which}-server.ts`));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const flags = profile ? ["--cpu-prof", `--cpu-prof-dir=${profile}`] : [];
  const child = spawn(process.execPath, ["--enable-source-maps", roomForTheYoung, ...flags, script], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: "production",
      DATABASE_URL: databaseUrl,
      SESSION_SECRET: secret,
      PORT: String(port),
      LOG_LEVEL: "warn",
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  keepLog(child, which);
  await until(`the ${which} server to be ready`, 60, () => {
    if (child.exitCode !== null)
      throw new Error(`The ${which} server ended with code ${child.exitCode}; see ${folder}`);
    return isReady(url);
  });
  return {
    url,
    pid: child.pid ?? 0,
    async stop() {
      const gone = once(child, "exit");
      child.kill("SIGTERM");
      await gone;
    },
  };
}

function keepLog(child: ChildProcess, name: string) {
  mkdirSync(folder, { recursive: true });
  const log = createWriteStream(path.join(folder, `${name}.log`), { flags: "a" });
  child.stdout?.pipe(log, { end: false });
  child.stderr?.pipe(log, { end: false });
}
