import { fork } from "node:child_process";
import path from "node:path";

/** What another process answers, or why it could not. */
export type Outcome<Answer> =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly why: string };

export type Helper<Work extends Works> = {
  readonly pid: number;
  ask<Name extends keyof Work & string>(
    name: Name,
    asked: Parameters<Work[Name]>[0],
  ): Promise<Awaited<ReturnType<Work[Name]>>>;
  leave(): Promise<void>;
};

// biome-ignore lint/suspicious/noExplicitAny: what each piece of work takes and gives stands at the piece itself.
export type Works = Readonly<Record<string, (asked: any) => unknown>>;

/** Starts the file of this folder in a process of its own; it answers one question at a time. */
export function helper<Work extends Works>(file: string): Helper<Work> {
  const child = fork(path.join(import.meta.dirname, file), [], {
    execArgv: ["--import", "tsx"],
    serialization: "advanced",
  });
  return {
    pid: child.pid ?? 0,
    ask: (name, asked) =>
      new Promise((resolve, reject) => {
        const ended = (code: number | null) => reject(new Error(`${file} ended with code ${code}.`));
        child.once("exit", ended);
        child.once("message", (outcome: Outcome<never>) => {
          child.off("exit", ended);
          if (outcome.ok) resolve(outcome.answer);
          else reject(new Error(outcome.why));
        });
        child.send({ name, asked });
      }),
    leave: () =>
      new Promise((resolve) => {
        child.once("exit", () => resolve());
        child.disconnect();
      }),
  };
}

/** The other end: answers what the first process asks, until it lets go. */
export function answerWith(works: Works) {
  const answer = async (name: string, asked: unknown): Promise<Outcome<unknown>> => {
    try {
      return { ok: true, answer: await works[name]?.(asked) };
    } catch (error) {
      return { ok: false, why: String(error) };
    }
  };
  process.on("message", async ({ name, asked }: { name: string; asked: unknown }) => {
    process.send?.(await answer(name, asked));
  });
  process.on("disconnect", () => process.exit(0));
}
