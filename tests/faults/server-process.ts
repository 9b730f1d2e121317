import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, mkdirSync } from "node:fs";
import path from "node:path";
import { freePort } from "../support/redis.ts";
import { killAtOnce, tree, until } from "./processes.ts";

export const root = path.resolve(import.meta.dirname, "../..");
export const secret = "a secret that only the faults have, long enough";

export type ServerProcess = {
  readonly url: string;
  readonly port: number;
  pids(): readonly number[];
  kill(): Promise<void>;
  /** SIGTERM, as a deployment does it. Answers with how many seconds it took; throws when it does not stop by itself. */
  stop(): Promise<number>;
  /** At the same address, of the same version unless another is named. Answers when it can serve. */
  start(version?: Version): Promise<void>;
};

/** The folder it is started in, and what node is told to run there. */
export type Version = { readonly place: string; readonly command: readonly string[] };

/** The built server of an installation, as `npm start` runs it. */
export const builtIn = (place: string): Version => ({
  place,
  command: ["--enable-source-maps", "build/node/main.js"],
});

/** A server on a port that stays its own: the built one of this installation unless said otherwise. Its log goes to the folder. */
export async function serverProcess(
  folder: string,
  name: string,
  env: Readonly<Record<string, string>>,
  version: Version = builtIn(root),
): Promise<ServerProcess> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  mkdirSync(folder, { recursive: true });
  const log = createWriteStream(path.join(folder, `${name}.log`), { flags: "a" });
  let child: ChildProcess | null = null;

  const start = async ({ place, command } = version) => {
    const started = spawn(process.execPath, [...command], {
      cwd: place,
      env: { ...process.env, NODE_ENV: "production", SESSION_SECRET: secret, PORT: String(port), ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    child = started;
    started.stdout?.pipe(log, { end: false });
    started.stderr?.pipe(log, { end: false });
    await until(`${name} to be ready`, 60, async () => {
      if (started.exitCode !== null) throw new Error(`${name} ended with code ${started.exitCode}; see ${folder}`);
      return isReady(url);
    });
  };
  await start();
  return {
    url,
    port,
    pids: () => (child?.pid === undefined ? [] : tree(child.pid)),
    kill: () => killAtOnce(child?.pid === undefined ? [] : tree(child.pid)),
    async stop() {
      const began = performance.now();
      if (child === null || child.exitCode !== null || child.signalCode !== null) return 0;
      const gone = once(child, "exit");
      child.kill("SIGTERM");
      const late = setTimeout(() => child?.kill("SIGKILL"), 20_000);
      const [code] = await gone;
      clearTimeout(late);
      if (code !== 0) throw new Error(`${name} did not stop by itself; see ${folder}`);
      return (performance.now() - began) / 1_000;
    },
    start,
  };
}

export const isReady = (url: string) =>
  fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2_000) }).then(
    ({ ok }) => ok,
    () => false,
  );
