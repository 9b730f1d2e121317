import { Command } from "commander";
import { awardingCommands } from "./cli/awarding.ts";
import { bankCommands } from "./cli/bank.ts";
import { isoDateOf } from "./exam/rulebook/iso-date.ts";
import { systemClock } from "./platform/clock.ts";

const program = new Command("examhall").description("Examhall from the command line");
bankCommands(program);
awardingCommands(program, () => isoDateOf(systemClock.now()));
await program.parseAsync();
