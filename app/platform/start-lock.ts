import { readFileSync, rmSync, writeFileSync } from "node:fs";

/** What this process holds itself; a number alone may be that of a process before a restart of the machine. */
const held = new Set<string>();

/**
 * Does the work while this file names this process, so that two starts do not make one database. A file left by a process
 * that is gone holds nobody up.
 */
export async function alone<T>(file: string, work: () => Promise<T>): Promise<T> {
  take(file);
  held.add(file);
  try {
    return await work();
  } finally {
    held.delete(file);
    rmSync(file, { force: true });
  }
}

function take(file: string) {
  if (write(file)) return;
  const pid = Number(read(file));
  const isUnderWay = pid === process.pid ? held.has(file) : lives(pid);
  if (!isUnderWay) rmSync(file, { force: true });
  if (isUnderWay || !write(file))
    throw new Error(
      `Another start of Examhall is under way with the same data (process ${pid}, see ${file}). Wait until it is ready, or stop it first.`,
    );
}

/** False when the file is there already. */
function write(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

/** Also when it belongs to somebody else. */
function lives(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
