import { Command } from "commander";
import { awardingCommands } from "./cli/awarding.ts";
import { bankCommands } from "./cli/bank.ts";

const program = new Command("examhall").description("Examhall from the command line");
bankCommands(program);
awardingCommands(program);
await program.parseAsync();
