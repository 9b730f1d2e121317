import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command, CommanderError } from "commander";
import { afterAll, beforeAll, expect, test } from "vitest";
import { soundFiles } from "../../tests/support/bank-on-paper.ts";
import { qtiCommands } from "./qti.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "examhall-qti-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function run(...words: readonly string[]) {
  const said = { out: "", err: "", exit: 0 };
  const program = new Command("examhall").exitOverride().configureOutput({
    writeOut: (text) => {
      said.out += text;
    },
    writeErr: (text) => {
      said.err += text;
    },
  });
  qtiCommands(program);
  try {
    await program.parseAsync(["qti", ...words], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    said.exit = error.exitCode;
  }
  process.exitCode = undefined;
  return said;
}

test("a file that cannot be written is said in words, not with a trace", async () => {
  for (const out of [folder, join(folder, "nowhere", "x.zip")])
    expect(await run("export", "--out", out, "--form", "CSE-A")).toMatchObject({
      exit: 2,
      err: expect.stringContaining("could not be written"),
    });
});

test("a form leaves the bank as a package that is wholly usable elsewhere, and here again", async () => {
  const zip = join(folder, "form.zip");
  const exported = await run("export", "--out", zip, "--form", "CSE-A", "--json");
  expect(exported).toMatchObject({ err: "", exit: 0 });
  expect(JSON.parse(exported.out)).toMatchObject({ forms: 1, items: 24 });

  const checked = JSON.parse((await run("check", zip, "--json")).out);
  expect(checked).toMatchObject({ opaque: 0, rejected: 0, refused: null });
  expect(checked.native).toBeGreaterThan(24);
});

test("a form that is not there, or a bank, is said so", async () => {
  const form = await run("export", "--out", join(folder, "x.zip"), "--form", "NO-SUCH");
  expect(form).toMatchObject({ exit: 2, err: expect.stringContaining("no such form") });
  const bank = await run("export", "--out", join(folder, "x.zip"), "--bank", folder);
  expect(bank).toMatchObject({ exit: 2, err: expect.stringContaining("no such unit") });
});

const choice = soundFiles["unit/items/t-001.xml"] ?? "";

test("an import tells in one line what becomes of each resource, and why", async () => {
  writeFileSync(join(folder, "good.xml"), choice);
  writeFileSync(join(folder, "broken.xml"), choice.replace("</qti-item-body>", ""));
  const { out } = await run("import", folder, "--dry-run", "--json");
  const lines = out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(lines).toMatchObject([
    { path: "broken.xml", outcome: "rejected", reasons: [{ code: "bad-xml", line: expect.any(Number) }] },
    { path: "good.xml", outcome: "native", version: "3.0", kind: "item", interactions: ["choice"] },
  ]);
});

test("what is not there is an answer in words", async () => {
  const { out } = await run("import", join(folder, "nothing.zip"), "--dry-run");
  expect(out).toContain("Nothing was taken.");
});

test("responses are scored by the letter, and an item that cannot be scored says why", async () => {
  const right = /<qti-value>(\w+)<\/qti-value>/.exec(choice)?.[1] ?? "";
  const cases = join(folder, "cases.jsonl");
  const lines = [
    { path: "good.xml", cases: { right: { responses: { RESPONSE: right } }, nothing: { responses: {} } } },
    { path: "absent.xml", cases: { any: { responses: [] } } },
  ];
  writeFileSync(cases, lines.map((line) => JSON.stringify(line)).join("\n"));
  const { out } = await run("score", "--cases", cases, "--root", folder);
  const [full, none, absent] = out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect([full.name, full.outcomes.SCORE]).toEqual(["right", 1]);
  expect([none.name, none.outcomes.SCORE]).toEqual(["nothing", 0]);
  expect(absent).toEqual({ path: "absent.xml", name: "any", outcomes: null, reason: "There is no absent.xml." });
  expect(readFileSync(cases, "utf8")).toContain("good.xml");
});
