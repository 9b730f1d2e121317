import type { Command } from "commander";

/** Told apart from 1, which says that something was found wrong. */
export const badInput = 2;

export type Shown = { readonly json?: boolean };

/** What a subcommand has to say: as data, and as words for a person. */
export type Answer =
  | { readonly ok: true; readonly value: object; readonly words: string }
  | { readonly ok: false; readonly why: string };

export const no = (why: string): Answer => ({ ok: false, why });

/** Writes the answer; a no goes to standard error and ends with exit code 2. */
export function say(command: Command, { json }: Shown, answer: Answer) {
  if (!answer.ok) command.error(answer.why, { exitCode: badInput });
  command.configureOutput().writeOut?.(`${json ? JSON.stringify(answer.value) : answer.words}\n`);
}
