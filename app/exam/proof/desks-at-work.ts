import { type Ledger, worked } from "../attempt/ledger.ts";
import { type Instant, instant, seconds } from "../time/time.ts";
import type { Desk, StoredEntry } from "./film.ts";
import { madeAt } from "./made-at.ts";

type Asked = {
  readonly desks: readonly Desk[];
  /** In order. Of each desk, the first one there is says when work began. */
  readonly journal: readonly StoredEntry[];
  readonly ledger: Ledger;
};

/** A browser that was told the time left over a slow network shows this much too much of it, at most. */
const slowNetwork = seconds(10);

/**
 * The desks in the order in which work at them began. One that went on from the room's copy had been at work before the
 * server heard of it, so its lease begins too late: then the first thing done there says when, by the time left that was shown.
 */
export function desksAtWork({ desks, journal, ledger }: Asked): readonly Desk[] {
  const began = instant(ledger.find(({ kind }) => kind === "started")?.at ?? Number.NEGATIVE_INFINITY);
  const workedBy = (at: Instant) =>
    worked(
      ledger.filter((line) => line.at <= at),
      at,
    );
  return desks
    .map((desk) => {
      const first = journal.find(({ lease }) => lease === desk.id);
      if (first === undefined) return desk;
      const { entry, receivedAt } = first;
      const at = madeAt({ ledger, left: entry.left, receivedAt, notBefore: began });
      // While the clock stood every moment shows the same time left: only what was worked since says that it was earlier.
      return workedBy(desk.startedAt) - workedBy(at) > slowNetwork ? { ...desk, startedAt: at } : desk;
    })
    .toSorted((a, b) => a.startedAt - b.startedAt);
}
