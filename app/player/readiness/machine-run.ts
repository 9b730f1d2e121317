import type { Reported } from "../../exam/invigilation/readiness/measured.ts";
import { interactionsOf } from "../../exam/item/content.ts";
import type { LearnerForm } from "../../exam/item/learner-item.ts";
import type { Instant } from "../../exam/time/time.ts";
import type { LearnerFormItem } from "../item-state.ts";
import { openForm } from "../sealed-form.ts";
import { ask, asked, CheckOver } from "./ask.ts";
import { browserOf } from "./browser-of.ts";
import { examParts, fetchFiles, fontIsHere } from "./files.ts";
import { tryLine } from "./line.ts";
import { offlineReady } from "./offline.ts";
import { answers, saveStream } from "./save-stream.ts";

/** What the run does one after the other, as people read it. */
export const steps = [
  "Looking at this computer",
  "Fetching the files of the page",
  "Fetching the locked test",
  "Opening it and showing every kind of question",
  "Saving answers",
  "Seeing whether the page comes back without a network",
  "Telling the server what was found",
] as const;
export type Step = (typeof steps)[number];

type Ways = {
  at(step: Step): void;
  /** Draws a question on the page; milliseconds, or null when it could not be drawn. */
  draw(form: LearnerForm, item: LearnerFormItem): Promise<number | null>;
};

/** All that a test would ask of this computer, done once. Throws `CheckOver` when the server says that the check is over. */
export async function machineRun({ at, draw }: Ways): Promise<Omit<Reported, "keyboard">> {
  let clockAhead: Timed = { ahead: 0, turn: Number.POSITIVE_INFINITY };
  const moveTo = async (step: Step) => {
    at(step);
    const told = await tellStep(step);
    if (told.turn < clockAhead.turn) clockAhead = told;
  };
  await moveTo("Looking at this computer");
  const { otherTabs, room } = { otherTabs: await otherTestTabs(), room: await roomLeft() };
  await moveTo("Fetching the files of the page");
  const parts = await examParts();
  const files = await fetchFiles(parts?.files ?? []);
  const font = await fontIsHere();
  await moveTo("Fetching the locked test");
  const line = await tryLine();
  try {
    const sealed = await timed(fetchSealed);
    await moveTo("Opening it and showing every kind of question");
    const { opened, drawn, items } = await openAndDraw(sealed?.value ?? null, draw);
    await moveTo("Saving answers");
    const { seats } = await asked(ask<{ seats: readonly string[] }>("/ready/seats", { fullRoom: false }));
    const stream = await saveStream({ seat: seats[0] ?? "", items, line, saved: () => {} });
    await moveTo("Seeing whether the page comes back without a network");
    const offline = parts === null ? "incomplete" : await offlineReady(parts);
    return {
      secure: isSecureContext,
      browser: browserOf(navigator.userAgent),
      screen: { width: innerWidth, height: innerHeight, zoom: devicePixelRatio * 100 },
      clockAhead: clockAhead.ahead,
      files,
      font,
      form: { fetched: sealed?.took ?? null, opened },
      drawn,
      line: { opened: line.opened, breaks: line.breaks() },
      saves: { ...stream.saves, sent: answers },
      storage: { keeping: stream.keeping, room },
      offline,
      otherTabs,
    };
  } finally {
    line.close();
  }
}

type Timed = { readonly ahead: number; readonly turn: number };

/** Still here; and how far this computer's clock is ahead, to within the time the question took. */
async function tellStep(step: string): Promise<Timed> {
  const [wall, since] = [Date.now(), performance.now()];
  const { at } = await asked(ask<{ at: Instant }>("/ready/step", { step }));
  const turn = performance.now() - since;
  return { ahead: wall + turn / 2 - at, turn };
}

async function timed<Value>(work: () => Promise<Value>): Promise<{ value: Value; took: number } | null> {
  const since = performance.now();
  try {
    return { value: await work(), took: performance.now() - since };
  } catch (error) {
    if (error instanceof CheckOver) throw error;
    return null;
  }
}

async function fetchSealed(): Promise<Uint8Array> {
  const answer = await fetch("/ready/form", { cache: "no-store" });
  if (!answer.ok) throw new Error(`The form did not come: ${answer.status}.`);
  return new Uint8Array(await answer.arrayBuffer());
}

type Opened = Pick<Reported, "drawn"> & { readonly opened: number | null; readonly items: readonly string[] };

/** Nothing on the page changes more than three times a second (WCAG 2.3.1), in milliseconds. */
const calm = 400;

/** As at a start: the key comes, the form opens, the first question stands there; then one of every other kind. */
async function openAndDraw(sealed: Uint8Array | null, draw: Ways["draw"]): Promise<Opened> {
  if (sealed === null) return { opened: null, drawn: [], items: [] };
  const since = performance.now();
  const { key } = await asked(ask<{ key: string }>("/ready/key", {}));
  const form = await openForm(sealed, key).catch(() => null);
  if (form === null) return { opened: null, drawn: [], items: [] };
  let opened: number | null = null;
  const drawn: { type: string; took: number | null }[] = [];
  const seen = new Set<string>();
  for (const item of form.items) {
    const types = interactionsOf(item.body).map(({ type }) => type);
    if (types.every((type) => seen.has(type))) continue;
    const took = await draw(form, item);
    opened ??= performance.now() - since;
    for (const type of types) if (!seen.has(type)) drawn.push({ type, took });
    for (const type of types) seen.add(type);
    await new Promise((next) => setTimeout(next, calm));
  }
  return { opened, drawn, items: form.items.map(({ id }) => id) };
}

/** Bytes this browser lets the page keep; null when it does not say. */
async function roomLeft(): Promise<number | null> {
  try {
    const { quota, usage = 0 } = await navigator.storage.estimate();
    return quota === undefined ? null : Math.max(0, quota - usage);
  } catch {
    return null;
  }
}

/** The lock this page holds while it checks. */
export const ownLock = "ready";

/** Pages of a test, or of another check, that are open in this browser. */
async function otherTestTabs(): Promise<number> {
  if (!("locks" in navigator)) return 0;
  const { held = [], pending = [] } = await navigator.locks.query();
  const ours = [...held, ...pending].filter(({ name }) => name?.startsWith("examhall "));
  return Math.max(0, ours.length - ours.filter(({ name }) => name === `examhall ${ownLock}`).slice(0, 1).length);
}
