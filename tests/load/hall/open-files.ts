import { readFileSync } from "node:fs";

/** Beside one socket for each learner: the database, logs, the listening socket. */
const others = 200;

/** How many learners one process can have a line to; unlimited where the system does not say. */
export function mostLines(): number {
  try {
    const most = /^Max open files\s+(\d+)/m.exec(readFileSync("/proc/self/limits", "utf8"))?.[1];
    return most === undefined ? Number.POSITIVE_INFINITY : Number(most) - others;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

/** Says in words what is left out and what to do about it. */
export const tooFewFiles = (learners: number) =>
  `${learners} learners need ${learners + others} open files in one process, and this system allows ${mostLines() + others}: left out. ` +
  `Allow more with: ulimit -n ${learners + others}`;
