import { readFileSync } from "node:fs";
import { tree } from "../../faults/processes.ts";

/** Where the processor's time went, in microseconds; null where the system has no /proc. */
export type Spent = { readonly server: number; readonly postgres: number; readonly learners: number };

type Whose = { readonly server: number; readonly postgres: number; readonly learners: readonly number[] };

/** Measures from now on. */
export function processor(whose: Whose) {
  const read = (): Spent => ({
    server: timeOf([whose.server]),
    postgres: timeOf(tree(whose.postgres)),
    learners: timeOf(whose.learners),
  });
  const before = read();
  return {
    spent(): Spent {
      const now = read();
      return {
        server: now.server - before.server,
        postgres: now.postgres - before.postgres,
        learners: now.learners - before.learners,
      };
    },
  };
}

/** Linux counts in hundredths of a second. */
const tick = 10_000;

function timeOf(pids: readonly number[]): number {
  // In its own code, in the system's, and both once more for children that have ended: or their time would be taken back.
  const ticksOf = (pid: number) => (statOf(pid)?.slice(11, 15) ?? []).reduce((sum, ticks) => sum + Number(ticks), 0);
  return tick * pids.reduce((sum, pid) => sum + ticksOf(pid), 0);
}

/** Fields after the name, which may hold spaces. */
function statOf(pid: number) {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /, "")
      .split(" ");
  } catch {
    return null;
  }
}

/** Megabytes that a process holds in memory now. */
export function memoryOf(pid: number): number {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return Number(kilobytes ?? 0) / 1_024;
  } catch {
    return 0;
  }
}

/** The most megabytes that a process ever held. */
export function mostMemoryOf(pid: number): number {
  try {
    const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return Number(kilobytes ?? 0) / 1_024;
  } catch {
    return 0;
  }
}
