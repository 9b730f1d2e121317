import { writeFileSync } from "node:fs";
import type { Command } from "commander";
import { zip } from "../platform/zip.ts";
import { readBank, unitsIn } from "../qti/bank-folder.ts";
import { contentOf } from "../qti/package-content.ts";
import { openPackage } from "../qti/package-read.ts";
import { type ImportReport, importInWords, refusedReport, reportOf } from "../qti/package-report.ts";
import { writePackage } from "../qti/package-write.ts";
import { folderOnDisk } from "./folder-on-disk.ts";
import { filesAt } from "./package-on-disk.ts";
import { scoreCases } from "./qti-score.ts";
import { type Answer, badInput, no, type Shown, say } from "./say.ts";

type Export = Shown & {
  readonly out: string;
  readonly form?: readonly string[];
  readonly bank: string;
  readonly unit?: string;
};

/** `qti export`, `check`, `import --dry-run` and `score`: our content out, and what would become of other people's. */
export const qtiCommands = (program: Command): Command => {
  const qti = program.command("qti").description("exchange questions with other systems");
  const writing = qti
    .command("export")
    .description("write the question bank, or some of its forms, as a QTI 3.0.1 package")
    .requiredOption("--out <file>", "the zip to write")
    .option("--form <code...>", "only these forms and what they use")
    .option("--all", "all of the unit (this is what happens when no form is named)")
    .option("--bank <folder>", "where the question bank is", "question-bank")
    .option("--unit <unit>", "which unit; the one that has forms when none is named")
    .option("--json", "say it as JSON")
    .action(async (options: Export) => say(writing, options, await exportBank(options)));
  const checking = qti
    .command("check")
    .description("say what would become of a file, a folder or a zip of QTI; nothing is stored")
    .argument("<path>")
    .option("--json", "say it as JSON")
    .action(async (path: string, options: Shown) => {
      const report = await checkPath(path);
      out(checking, [options.json ? JSON.stringify(report, null, 2) : importInWords(report)]);
      if (report.refused !== null || report.rejected > 0) process.exitCode = 1;
    });
  const taking = qti
    .command("import")
    .description("the same, one line for each resource")
    .argument("<path>")
    .option("--dry-run", "store nothing")
    .option("--json", "say it as JSON")
    .action(async (path: string, options: Shown) => {
      const report = await checkPath(path);
      out(taking, options.json ? jsonLines(report) : [importInWords(report)]);
      if (report.refused !== null) process.exitCode = 1;
    });
  const scoring = qti
    .command("score")
    .description(
      "the outcomes of responses by the letter of the standard, one line each, to compare with other engines",
    )
    .requiredOption("--cases <file>", "lines of {path, cases: {name: {responses}}}")
    .option("--root <folder>", "where the paths begin", ".")
    .option("--json", "say it as JSON (there is no other way)")
    .action(({ cases, root }: { readonly cases: string; readonly root: string }) => {
      const answer = scoreCases(cases, root);
      if (!answer.ok) scoring.error(answer.why, { exitCode: badInput });
      else
        out(
          scoring,
          answer.scored.map((line) => JSON.stringify(line)),
        );
    });
  return qti;
};

const out = (command: Command, lines: readonly string[]) =>
  command.configureOutput().writeOut?.(lines.map((line) => `${line}\n`).join(""));

const exportBank = async ({ out, form, bank: place, unit: named }: Export): Promise<Answer> => {
  const folder = folderOnDisk(place);
  const units = unitsIn(folder);
  const withForms = units.filter((one) => folder.list(one).includes("forms"));
  const unit = named ?? (units.length === 1 ? units[0] : withForms[0]);
  if (named === undefined && units.length > 1 && withForms.length !== 1)
    return no(`Say which unit with --unit: ${units.join(", ")}.`);
  if (unit === undefined || !units.includes(unit)) return no(`There is no such unit in ${place}.`);
  const { bank, problems } = readBank(folder, unit);
  const [problem] = problems;
  if (bank === null || problem !== undefined) {
    return no(`The bank cannot be read: ${problem?.cause ?? ""} (${problem?.file ?? place}). See bank check.`);
  }
  const content = contentOf(bank, form ?? "all");
  if (content === null) return no(`The bank has no such form; it has ${bank.forms.map(({ id }) => id).join(", ")}.`);
  const files = writePackage(content);
  const bytes = await zip(files);
  const wrong = unwritable(out, bytes);
  if (wrong !== null) return no(wrong);
  const value = {
    out,
    bytes: bytes.length,
    items: content.items.length,
    stimuli: content.stimuli.length,
    forms: content.forms.length,
    pictures: Object.keys(content.pictures).length,
  };
  return { ok: true, value, words: `${value.items} items and ${value.forms} forms were written to ${out}.` };
};

/** Writes a file; answers in words why it could not be. */
function unwritable(file: string, bytes: Uint8Array): string | null {
  try {
    writeFileSync(file, bytes);
    return null;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return `${file} could not be written. Give a file in a folder that is there, as in --out bank.zip. (${why})`;
  }
}

const checkPath = async (path: string): Promise<ImportReport> => {
  const found = await filesAt(path);
  if (!found.ok) return refusedReport(found.refusal);
  const loose = found.isFolder && !found.files.some((file) => file.path === "imsmanifest.xml");
  const result = openPackage(found.files, { loose });
  if (!result.ok) return refusedReport(result.refusal);
  const { opened } = result;
  return reportOf(opened.listed.map(opened.read), opened);
};

const jsonLines = ({ refused, resources }: ImportReport) =>
  refused === null
    ? resources.map((line) => JSON.stringify(line))
    : [
        JSON.stringify({
          path: refused.file,
          version: "unknown",
          kind: "unknown",
          outcome: "rejected",
          reasons: [{ code: refused.code, line: refused.line, message: refused.message }],
          interactions: [],
        }),
      ];
