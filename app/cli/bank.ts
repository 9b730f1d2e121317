import type { Command } from "commander";
import { reportInWords, reportOn } from "./bank-report.ts";
import { folderOnDisk } from "./folder-on-disk.ts";

/** `bank check`: exit code 1 when anything is wrong with the question bank. Answers `bank`, for more subcommands. */
export const bankCommands = (program: Command): Command => {
  const bank = program.command("bank").description("the question bank");
  bank
    .command("check")
    .description("read every item, stimulus and form, run every worked response, and say what is wrong")
    .option("--bank <folder>", "where the question bank is", "question-bank")
    .option("--json", "say it as JSON")
    .action((options: { readonly bank: string; readonly json?: boolean }) => {
      const report = reportOn(folderOnDisk(options.bank));
      process.stdout.write(`${options.json ? JSON.stringify(report, null, 2) : reportInWords(report)}\n`);
      if (report.violations.length > 0) process.exitCode = 1;
    });
  return bank;
};
