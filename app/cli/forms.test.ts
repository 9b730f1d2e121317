import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Command } from "commander";
import { afterAll, beforeAll, expect, test } from "vitest";
import { soundFiles } from "../../tests/support/bank-on-paper.ts";
import { formsCommands } from "./forms.ts";

let bank = "";
beforeAll(() => {
  bank = mkdtempSync(join(tmpdir(), "examhall-forms-"));
  for (const [file, text] of Object.entries(soundFiles)) {
    mkdirSync(dirname(join(bank, file)), { recursive: true });
    writeFileSync(join(bank, file), text);
  }
});
afterAll(() => rmSync(bank, { recursive: true }));

test.each([
  ["a folder", "unit"],
  ["no file at all", "unit/nowhere.yaml"],
])("a blueprint that is %s is said in words, not with a trace", async (_what, name) => {
  const said: string[] = [];
  const program = new Command("examhall").exitOverride().configureOutput({ writeErr: (text) => said.push(text) });
  formsCommands(program);
  const blueprint = join(bank, name);
  const asked = program.parseAsync(["forms", "assemble", "--bank", bank, "--blueprint", blueprint], { from: "user" });
  await expect(asked).rejects.toMatchObject({ exitCode: 2 });
  expect(said.join("")).toContain(`There is no file ${blueprint}.`);
});
