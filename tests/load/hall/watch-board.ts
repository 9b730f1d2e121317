import type { Changes } from "../../../app/live/contract.ts";
import { openLine } from "./line.ts";
import { machineTime } from "./starters.ts";

type Watching = { readonly url: string; readonly cookie: string; readonly sitting: string; readonly learners: number };

/** The invigilator's board. `allRunning` is when it showed everybody at work. */
export async function watchBoard({ url, cookie, sitting, learners }: Watching) {
  const running = new Set<string>();
  let shown = (_at: number) => {};
  const allRunning = new Promise<number>((resolve) => {
    shown = resolve;
  });
  const heard = (event: string, message: unknown) => {
    if (event !== "changes") return;
    for (const { attempt, phase } of (message as Changes).seats) if (phase === "running") running.add(attempt);
    if (running.size === learners) shown(machineTime());
  };
  const line = await openLine({ url, cookie, heard });
  const told = await new Promise<{ ok: boolean }>((resolve) =>
    line.ask("watch", { sitting }, (answer) => resolve(answer as { ok: boolean })),
  );
  if (!told.ok) throw new Error(`The board is not shown: ${JSON.stringify(told)}`);
  return { line, allRunning };
}
