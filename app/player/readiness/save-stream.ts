import type { Keeping } from "../../exam/attempt/keeping.ts";
import type { Saves } from "../../exam/invigilation/readiness/measured.ts";
import { duration } from "../../exam/time/time.ts";
import { outbox } from "../outbox.ts";
import { sync } from "../sync.ts";
import { browserTimers as timers } from "../timers.ts";
import { nothingKept, openVault } from "../vault.ts";
import type { TryLine } from "./line.ts";

type Asked = {
  readonly seat: string;
  readonly items: readonly string[];
  readonly line: Pick<TryLine, "save">;
  saved(count: number): void;
};

export type StreamResult = { readonly saves: Saves; readonly keeping: Keeping };

/** How many answers are saved. */
export const answers = 12;
/** Milliseconds. */
const pause = 250;
const patience = 15_000;

/**
 * A stream of answers as a test makes them, with the player's own parts: into the outbox, sealed into the browser's storage, over
 * the live line, until each is acknowledged. Afterwards nothing of it is left on the computer.
 */
export async function saveStream({ seat, items, line, saved }: Asked): Promise<StreamResult> {
  let keeping: Keeping = "kept";
  const vault = openVault(seat, {
    changed(next) {
      keeping = next;
    },
  });
  const box = outbox({ seq: 0, waiting: [] });
  const ways = sync({
    attempt: seat,
    lease: seat,
    outbox: box,
    transport: { save: line.save, submit: () => Promise.reject(new Error("A dummy seat hands nothing in.")) },
    timers,
    keep: (kept) => vault.write({ ...nothingKept, machine: seat, ...kept }),
    saved: () => {},
    submitted: () => {},
    refused: () => {},
    trouble: () => {},
  });
  ways.become("working");
  const took: number[] = [];
  for (let number = 1; number <= answers; number += 1) {
    const since = timers.now();
    box.put({
      kind: "answer",
      item: items[number % items.length] ?? "specimen",
      response: said(number),
      left: duration(0),
    });
    ways.changed();
    ways.flush();
    if (!(await emptied(box, since + patience))) break;
    took.push(timers.now() - since);
    saved(number);
    await wait(pause);
  }
  ways.stop();
  const readBack = await vault.read();
  const asKept = keeping === "kept" && readBack?.machine !== seat ? "refused" : keeping;
  await vault.wipe();
  vault.close();
  return {
    saves: { sent: answers, acknowledged: took.length, slowest: Math.max(0, ...took) },
    keeping: asKept,
  };
}

const said = (number: number) => ({
  RESPONSE: [`Answer ${number} of a readiness check. ${"Nothing here is real. ".repeat(8)}`],
});

const wait = (milliseconds: number) => new Promise<void>((done) => timers.after(milliseconds, done));

async function emptied(box: ReturnType<typeof outbox>, until: number): Promise<boolean> {
  while (box.waiting().length > 0) {
    if (timers.now() > until) return false;
    await wait(5);
  }
  return true;
}
