import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { alone } from "./start-lock.ts";

let folder = "";
let file = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "examhall-starting-"));
  file = join(folder, "starting");
});
afterAll(() => rmSync(folder, { recursive: true }));

const start = () => alone(file, async () => "started");

test("while one start is under way another with the same data is refused, and afterwards the next may", async () => {
  expect(await alone(file, () => start().catch(({ message }: Error) => message))).toMatch("is under way");
  expect(existsSync(file)).toBe(false);
  expect(await start()).toBe("started");
});

test("a start that went wrong leaves nothing in the way of the next", async () => {
  await expect(alone(file, () => Promise.reject(new Error("no port")))).rejects.toThrow("no port");
  expect(readdirSync(folder)).toEqual([]);
});

test.each([
  ["that is gone", spawnSync(process.execPath, ["--version"]).pid],
  ["of before the machine was restarted, whose number this one has now", process.pid],
  ["that left no number", ""],
])("a file of a process %s holds nobody up", async (_which, left) => {
  writeFileSync(file, String(left));
  expect(await start()).toBe("started");
});

test("a file of a process that lives is left alone", async () => {
  writeFileSync(file, "1");
  await expect(start()).rejects.toThrow("process 1");
  expect(existsSync(file)).toBe(true);
});
