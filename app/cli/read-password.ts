import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { text } from "node:stream/consumers";

export type TypedPassword = { readonly password: string; readonly again: string };

/** From a person, twice and without showing it; or, for a script, the first line of standard input. */
export async function readPassword({ fromStdin }: { readonly fromStdin: boolean }): Promise<TypedPassword> {
  if (fromStdin || !process.stdin.isTTY) {
    const password = (await text(process.stdin)).split(/\r?\n/)[0] ?? "";
    return { password, again: password };
  }
  return { password: await ask("Password: "), again: await ask("The same again: ") };
}

async function ask(question: string): Promise<string> {
  const output = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output, terminal: true });
  lines.once("SIGINT", () => process.exit(130));
  process.stderr.write(question);
  const answer = await lines.question("");
  lines.close();
  process.stderr.write("\n");
  return answer;
}
