import type { Command } from "commander";
import { type Answer, type Shown, say } from "./say.ts";

type Journal = Shown & { readonly attempt?: string; readonly sitting?: string; readonly all?: boolean };
type Receipt = Shown & { readonly key?: string };

/** `journal verify` and `receipt verify`: exit code 1 when something is found wrong, 2 when it could not be checked. */
export function proofCommands(program: Command): void {
  program
    .command("journal")
    .description("the record of attempts")
    .command("verify")
    .description("walk the chains of journals, ledgers, marks and results, and name whatever was altered")
    .option("--attempt <id>", "one attempt")
    .option("--sitting <id>", "every attempt of a sitting")
    .option("--all", "every attempt there is")
    .option("--json", "say it as JSON")
    .action(checking(async ({ json: _, ...which }: Journal) => (await work()).verifyJournals(process.env, which)));

  program
    .command("receipt")
    .description("receipts of ended attempts")
    .command("verify <code-or-file>")
    .description("say what a receipt was given for: by its code from the database, or a saved receipt without one")
    .option("--key <file>", "the public key, as published at /receipt/key; needed for a saved receipt")
    .option("--json", "say it as JSON")
    .action(async (given: string, options: Receipt, command: Command) =>
      checking(async ({ key }: Receipt) => (await work()).verifyReceipt(process.env, given, key))(options, command),
    );
}

/** Loaded only when it is needed, so that every other subcommand stays free of the database. */
const work = () => import("./proof-work.ts");

/** An answer that may have found something wrong. */
export type Verdict = Answer & { readonly wrong?: boolean };

const checking =
  <Options extends Shown>(act: (options: Options) => Promise<Verdict>) =>
  async (options: Options, command: Command) => {
    const verdict = await act(options);
    say(command, options, verdict);
    if (verdict.wrong) process.exitCode = 1;
  };
