import { execFileSync } from "node:child_process";
import { setTimeout as waitFor } from "node:timers/promises";

/** A process and everything it started, as the system lists them now. */
export function tree(root: number): readonly number[] {
  const children = new Map<number, number[]>();
  for (const line of execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" }).split("\n")) {
    const [pid, parent] = line.trim().split(/\s+/).map(Number);
    if (pid !== undefined && parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), pid]);
  }
  const under = (pid: number): readonly number[] => [pid, ...(children.get(pid) ?? []).flatMap(under)];
  return under(root);
}

/** SIGKILL to all of them, without a word to any, and waits until they are gone. */
export async function killAtOnce(pids: readonly number[]) {
  for (const pid of pids) signal(pid, "SIGKILL");
  while (pids.some(isAlive)) await waitFor(10);
}

export function signal(pid: number, which: NodeJS.Signals) {
  try {
    process.kill(pid, which);
  } catch {
    // Gone already.
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // A zombie answers to signals and does nothing else.
    return !execFileSync("ps", ["-o", "stat=", "-p", String(pid)], { encoding: "utf8" })
      .trim()
      .startsWith("Z");
  } catch {
    return false;
  }
}

/** Waits until it holds, looking every few milliseconds. Throws, naming what was waited for, when it never does. */
export async function until(what: string, seconds: number, holds: () => boolean | Promise<boolean>) {
  const last = performance.now() + seconds * 1_000;
  while (!(await holds())) {
    if (performance.now() > last) throw new Error(`Waited ${seconds} seconds in vain: ${what}`);
    await waitFor(25);
  }
}
