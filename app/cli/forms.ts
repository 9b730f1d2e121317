import type { Command } from "commander";
import type { AssembleAsked } from "./forms-work.ts";
import { type Shown, say } from "./say.ts";

type Options = Shown & {
  readonly blueprint?: string;
  readonly forms: string;
  readonly bank: string;
  readonly unit?: string;
  readonly out?: string;
  readonly overlap?: string;
  readonly exposure?: string;
  /** Commander's `--no-existing`. */
  readonly existing: boolean;
};

/** `forms assemble`: exit code 1 when the bank cannot give forms that keep to all rules, 2 when the question makes no sense. */
export function formsCommands(program: Command): void {
  program
    .command("forms")
    .description("test forms")
    .command("assemble")
    .description("make forms from the question bank that keep to a blueprint and share as little as they can")
    .option("--blueprint <file>", "the plan; the unit's own blueprint.yaml where none is named")
    .option("--forms <number>", "how many", "1")
    .option("--bank <folder>", "where the question bank is", "question-bank")
    .option("--unit <folder>", "the unit in the bank, where there are several")
    .option("--overlap <percent>", "most that two forms may have in common, of their marks")
    .option("--exposure <number>", "in how many forms an item may be, those in the bank included")
    .option("--no-existing", "do not keep apart from the forms that are in the bank already")
    .option("--out <folder>", "write each form there as QTI, ready for forms/")
    .option("--json", "say it as JSON")
    .action(async (options: Options, command: Command) => {
      const { assembleFromDisk } = await import("./forms-work.ts");
      const answer = await assembleFromDisk(asked(options));
      say(command, options, answer);
      if (answer.ok && !answer.kept) process.exitCode = 1;
    });
}

const asked = ({ forms, overlap, exposure, ...rest }: Options): AssembleAsked => ({
  ...rest,
  forms: Number(forms),
  ...(overlap === undefined ? {} : { overlap: Number(overlap) }),
  ...(exposure === undefined ? {} : { exposure: Number(exposure) }),
});
