import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { connect, createServer } from "node:net";
import { setTimeout as waitFor } from "node:timers/promises";
import { missingProgram, placeOf } from "./debian-package.ts";

export const redisMissing = () => missingProgram("redis-server", "redis-server");

/** A real Redis of its own on a free port, which keeps nothing. */
export async function redisServer() {
  const port = await freePort();
  let child: ChildProcess | null = null;
  const start = async () => {
    const settings = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"];
    child = spawn(placeOf("redis-server") ?? "", settings, { stdio: "ignore" });
    while (!(await answers(port))) await waitFor(20);
  };
  const end = async (how: NodeJS.Signals) => {
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill(how);
    await gone;
  };
  await start();
  return { url: `redis://127.0.0.1:${port}`, start, kill: () => end("SIGKILL"), stop: () => end("SIGTERM") };
}

const answers = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });

export const freePort = async () => {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("No free port.");
  return address.port;
};
