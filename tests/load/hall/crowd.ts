import { fork } from "node:child_process";
import path from "node:path";
import { together } from "./latency.ts";
import type { Answered, Asked } from "./savers.ts";
import type { Hall } from "./seats.ts";

export type Crowd = Awaited<ReturnType<typeof openCrowd>>;

type Coming = {
  readonly url: string;
  readonly hall: Pick<Hall, "seats" | "items">;
  readonly processes?: number;
  /** Each takes its seat as the player does, so that boards and announcements reach it. */
  readonly attend?: boolean;
};

/** Learners in processes of their own, beside the server on the same processors. */
export async function openCrowd({ url, hall: { seats, items }, processes = 1, attend = true }: Coming) {
  const parts = Array.from({ length: processes }, (_, part) => seats.filter((_seat, at) => at % processes === part));
  const all = parts.map((mine) => ({ mine, child: start() }));
  const seated = await Promise.all(
    all.map(({ child, mine }) => child.ask({ kind: "sit", url, seats: mine, items, attend }, "seated")),
  );
  return {
    pids: all.map(({ child }) => child.pid),
    /** How long it took until everybody had a seat, and the longest that anybody waited. */
    seconds: Math.max(...seated.map((one) => one.seconds)),
    slowest: Math.max(...seated.map((one) => one.slowest)),
    async save(how: { readonly warmUp: number; readonly seconds: number; readonly every: number | null }) {
      const saved = await Promise.all(all.map(({ child }) => child.ask({ kind: "save", ...how }, "saved")));
      return {
        latencies: together(saved.map((one) => one.latencies)),
        refused: saved.reduce((sum, one) => sum + one.refused, 0),
        told: saved.flatMap((one) => one.told),
      };
    },
    leave: () => Promise.all(all.map(({ child }) => child.leave())),
  };
}

function start() {
  const child = fork(path.join(import.meta.dirname, "savers-process.ts"), [], {
    execArgv: ["--import", "tsx"],
    serialization: "advanced",
  });
  const ask = <Kind extends Answered["kind"]>(asked: Asked, kind: Kind) =>
    new Promise<Extract<Answered, { kind: Kind }>>((resolve, reject) => {
      const ended = (code: number | null) => reject(new Error(`The learners' process ended with code ${code}.`));
      child.once("exit", ended);
      child.once("message", (answered: Answered) => {
        child.off("exit", ended);
        if (answered.kind === kind) resolve(answered as Extract<Answered, { kind: Kind }>);
        else
          reject(
            new Error(answered.kind === "failed" ? answered.why : `An answer to something else: ${answered.kind}`),
          );
      });
      child.send(asked);
    });
  return {
    pid: child.pid ?? 0,
    ask,
    leave: () =>
      new Promise<void>((resolve) => {
        child.once("exit", () => resolve());
        child.send({ kind: "leave" } satisfies Asked);
      }),
  };
}
