import type { Command } from "commander";
import { readPassword } from "./read-password.ts";
import { type Answer, type Shown, say } from "./say.ts";

type AddCentre = Shown & { readonly number: string; readonly name: string };
type AddStaff = Shown & {
  readonly email: string;
  readonly name: string;
  readonly role: readonly string[];
  readonly centre?: string;
  readonly passwordStdin?: boolean;
};
type LoadBank = Shown & { readonly bank?: string };

/** `migrate`, `bank load`, `centre add` and `staff add`: what a real installation needs before anybody can sign in. */
export function installationCommands(program: Command, bank: Command): void {
  program
    .command("migrate")
    .description("bring the database named by DATABASE_URL to this version")
    .option("--json", "say it as JSON")
    .action(answering(async () => (await work()).migrateDatabase(process.env)));

  bank
    .command("load")
    .description("check the question bank and freeze what is new in it")
    .option("--bank <folder>", "where the question bank is; QUESTION_BANK otherwise")
    .option("--json", "say it as JSON")
    .action(answering(async ({ bank }: LoadBank) => (await work()).loadBank(process.env, bank)));

  program
    .command("centre")
    .description("centres")
    .command("add")
    .description("approve a centre")
    .requiredOption("--number <number>", "the number the awarding organisation knows it by")
    .requiredOption("--name <name>", "its name")
    .option("--json", "say it as JSON")
    .action(answering(async ({ number, name }: AddCentre) => (await work()).addCentre(process.env, { number, name })));

  program
    .command("staff")
    .description("members of staff")
    .command("add")
    .description("open an account; the password is asked for, and never shown")
    .requiredOption("--email <address>", "what they sign in with")
    .requiredOption("--name <name>", "their name")
    .requiredOption("--role <role...>", "administrator, awarder, examiner, invigilator…")
    .option("--centre <number>", "the centre of an invigilator or exams officer")
    .option("--password-stdin", "read the password from standard input")
    .option("--json", "say it as JSON")
    .action(
      answering(async ({ passwordStdin, role, ...person }: AddStaff) => {
        const password = await readPassword({ fromStdin: passwordStdin ?? false });
        return (await work()).addStaff(process.env, { ...person, ...password, roles: role });
      }),
    );
}

/** Loaded only when it is needed, so that every other subcommand stays free of the database. */
const work = () => import("./installation-work.ts");

const answering =
  <Options extends Shown>(act: (options: Options) => Promise<Answer>) =>
  async (options: Options, command: Command) =>
    say(command, options, await act(options));
