import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";

const folders = [...(process.env.PATH ?? "").split(path.delimiter), "/usr/sbin", "/usr/local/sbin"];

/** Where a program is, or null when it is not installed. */
export const placeOf = (program: string): string | null =>
  folders.map((folder) => path.join(folder, program)).find((file) => existsSync(file)) ?? null;

/** Why something that needs a program cannot be tried here, or null when it can. On Debian, root installs it when asked to. */
export function missingProgram(program: string, debianPackage: string): string | null {
  if (placeOf(program) !== null) return null;
  if (process.env.INSTALL_FOR_TESTS && process.getuid?.() === 0) {
    spawnSync("apt-get", ["install", "-y", "--no-install-recommends", debianPackage], { stdio: "ignore" });
    if (placeOf(program) !== null) return null;
  }
  return `${program} is not installed here: apt-get install ${debianPackage} (or set INSTALL_FOR_TESTS=1 as root on Debian)`;
}
