import { Command } from "commander";
import { awardingCommands } from "./cli/awarding.ts";
import { bankCommands } from "./cli/bank.ts";
import { formsCommands } from "./cli/forms.ts";
import { installationCommands } from "./cli/installation.ts";
import { proofCommands } from "./cli/proof.ts";
import { qtiCommands } from "./cli/qti.ts";
import { badInput } from "./cli/say.ts";
import { isoDateOf } from "./exam/rulebook/iso-date.ts";
import { systemClock } from "./platform/clock.ts";

const program = new Command("examhall")
  .description("Examhall from the command line")
  .exitOverride(({ exitCode }) => process.exit(exitCode === 1 ? badInput : exitCode));
const bank = bankCommands(program);
awardingCommands(program, () => isoDateOf(systemClock.now()));
installationCommands(program, bank);
qtiCommands(program);
formsCommands(program);
proofCommands(program);
await program.parseAsync();
