import { next, noWork, type Work } from "../attempt/answers.ts";
import type { Phase } from "../attempt/attempt.ts";
import type { Entry, Panel, ScreenSize, Standing } from "../attempt/entry.ts";
import type { Ledger, Line } from "../attempt/ledger.ts";
import { type Duration, duration, type Instant, instant } from "../time/time.ts";
import { desksAtWork } from "./desks-at-work.ts";
import { madeAt } from "./made-at.ts";

/** An entry as stored, in the order of the journal. */
export type StoredEntry = {
  readonly entry: Entry;
  readonly standing: Standing;
  readonly lease: string;
  readonly receivedAt: Instant;
};
/** One stretch of work at one machine. `machine` is the name the browser gave itself. */
export type Desk = {
  readonly id: string;
  readonly machine: string;
  readonly startedAt: Instant;
  readonly endedAt: Instant | null;
};
export type Told = { readonly id: string; readonly text: string; readonly at: Instant };

/** All that is known of an attempt. */
export type Recorded = {
  readonly phase: Phase;
  readonly journal: readonly StoredEntry[];
  readonly ledger: Ledger;
  readonly desks: readonly Desk[];
  readonly announcements: readonly Told[];
};

export type Done = StoredEntry & { readonly position: number; readonly madeAt: Instant };

/** Something that happened, at its moment. */
export type Happening = { readonly at: Instant } & (
  | { readonly kind: "entry"; readonly done: Done }
  | { readonly kind: "line"; readonly line: Line }
  | { readonly kind: "desk"; readonly desk: Desk; readonly number: number }
  | { readonly kind: "told"; readonly told: Told }
  | { readonly kind: "lost" }
  | { readonly kind: "back"; readonly after: Duration }
);

/** What the learner's screen held after something happened. */
export type Held = {
  /** What was on the screen. */
  readonly seen: Work;
  /** Of everything done by then, what counts. */
  readonly counted: Work;
  readonly panel: Panel | null;
  readonly look: { readonly theme: string; readonly text: string; readonly screen: ScreenSize | null } | null;
  readonly desk: { readonly id: string; readonly number: number } | null;
  readonly connected: boolean;
};

/** A record laid out in time, each desk from when work at it began. `held[i]` is how things stood after `happenings[i]`. */
export type Film = {
  readonly record: Recorded;
  /** From sitting down to the last thing that happened or arrived. */
  readonly from: Instant;
  readonly to: Instant;
  readonly done: readonly Done[];
  readonly happenings: readonly Happening[];
  readonly held: readonly Held[];
};

/** Lays a record out in time, once; `sceneAt` then finds any moment quickly. */
export function film(stored: Recorded): Film {
  const record = { ...stored, desks: desksAtWork(stored) };
  const done = momentsOf(record);
  const happenings = inOrder(record, done);
  const held: Held[] = [];
  for (const happening of happenings) held.push(after(held.at(-1) ?? nothingYet, happening));
  const moments = happenings.map(({ at }) => at);
  // Time that was allowed when the test was booked, days before, is no part of what is seen again.
  const inTheRoom = happenings.filter(({ kind }) => kind === "desk" || kind === "entry").map(({ at }) => at);
  return {
    record,
    from: instant(Math.min(...(inTheRoom.length > 0 ? inTheRoom : moments))),
    to: instant(Math.max(...moments, ...done.map(({ receivedAt }) => receivedAt))),
    done,
    happenings,
    held,
  };
}

export const nothingYet: Held = { seen: noWork, counted: noWork, panel: null, look: null, desk: null, connected: true };

/** Every entry with the moment it was made: never before what the same desk did earlier, nor, among what counts, before what counts earlier. */
function momentsOf({ journal, ledger, desks }: Recorded): readonly Done[] {
  const begun = new Map<string, Instant>(desks.map(({ id, startedAt }) => [id, startedAt]));
  const began = instant(ledger.find(({ kind }) => kind === "started")?.at ?? Number.NEGATIVE_INFINITY);
  let lastCounted = began;
  return journal.map((stored, position) => {
    const { entry, lease, receivedAt, standing } = stored;
    const before = Math.max(begun.get(lease) ?? began, began, standing === "counted" ? lastCounted : began);
    const at = madeAt({ ledger, left: entry.left, receivedAt, notBefore: instant(before) });
    begun.set(lease, at);
    if (standing === "counted") lastCounted = at;
    return { ...stored, position, madeAt: at };
  });
}

function inOrder({ ledger, desks, announcements }: Recorded, done: readonly Done[]): readonly Happening[] {
  const all: Happening[] = [
    ...ledger.map((line): Happening => ({ at: line.at, kind: "line", line })),
    ...desks.map((desk, index): Happening => ({ at: desk.startedAt, kind: "desk", desk, number: index + 1 })),
    ...announcements.map((told): Happening => ({ at: told.at, kind: "told", told })),
    ...done.flatMap((one) => lostBefore(one, ledger)),
    ...done.map((one): Happening => ({ at: one.madeAt, kind: "entry", done: one })),
  ];
  return all.toSorted((a, b) => a.at - b.at);
}

/** A stretch without the server is written down when it is over; here it gets its two ends. */
function lostBefore({ entry, madeAt: backAt, receivedAt }: Done, ledger: Ledger): readonly Happening[] {
  if (entry.kind !== "reconnected") return [];
  const began = instant(ledger[0]?.at ?? 0);
  const at = madeAt({ ledger, left: entry.lostWith, receivedAt, notBefore: began });
  const lostAt = instant(Math.min(at, backAt));
  return [
    { at: lostAt, kind: "lost" },
    { at: backAt, kind: "back", after: duration(backAt - lostAt) },
  ];
}

function after(held: Held, happening: Happening): Held {
  switch (happening.kind) {
    case "told":
    case "line":
      return held;
    case "lost":
      return { ...held, connected: false };
    case "back":
      return { ...held, connected: true };
    case "desk":
      // A machine that takes over is given what counts, and nothing of what the one before still held.
      return {
        ...held,
        desk: { id: happening.desk.id, number: happening.number },
        seen: held.counted,
        panel: null,
        connected: true,
      };
    case "entry":
      return afterEntry(held, happening.done);
  }
}

function afterEntry(held: Held, { entry, standing, lease }: Done): Held {
  const counted = standing === "counted" ? next(held.counted, entry) : held.counted;
  if (lease !== held.desk?.id || standing === "not-on-form") return { ...held, counted };
  const seen = next(held.seen, entry);
  switch (entry.kind) {
    case "look":
      return { ...held, counted, seen, look: { theme: entry.theme, text: entry.text, screen: entry.screen ?? null } };
    case "panel":
      return { ...held, counted, seen, panel: entry.open ? entry.panel : null };
    case "visit":
      return { ...held, counted, seen, panel: null };
    case "answer":
    case "flag":
    case "reconnected":
    case "unable":
      return { ...held, counted, seen };
  }
}
