import { expect, test } from "vitest";
import { accept } from "../../app/exam/attempt/accept.ts";
import { next, noWork, work } from "../../app/exam/attempt/answers.ts";
import type { Entry, Journalled } from "../../app/exam/attempt/entry.ts";
import { instant, minutes, seconds } from "../../app/exam/time/time.ts";
import { type Kept, type Outbox, outbox } from "../../app/player/outbox.ts";

/**
 * A learner answers while the network loses, doubles, delays and reorders both directions, the browser crashes and is
 * reloaded from what it kept, and the invigilator moves the learner to another desk. In the end every answer the screen
 * showed must be the one that counts.
 */
type Flight =
  | { readonly to: "server"; readonly lease: number; readonly entries: readonly Entry[] }
  | { readonly to: "browser"; readonly lease: number; readonly savedThrough: number };

/** What the browser puts into one message, having kept what `kept` says. */
type Pick = (box: Outbox, most: number, kept: Kept) => readonly Entry[];
const asPrefix: Pick = (box, most, kept) => box.prefix(most, kept.seq);

type Rules = { readonly pick: Pick; readonly keepsBeforeSending: boolean };
const asBuilt: Rules = { pick: asPrefix, keepsBeforeSending: true };

const items = ["q1", "q2", "q3", "q4"];
const now = instant(0);
const grace = seconds(30);

/** Numbers below `n`, always the same for a seed. */
const numbers = (seed: number) => {
  let state = seed % 2_147_483_646 || 1;
  return (n: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % n;
  };
};

const fold = (entries: readonly Entry[], from = noWork) => entries.reduce(next, from).answers;

function run(seed: number, { pick, keepsBeforeSending }: Rules) {
  const below = numbers(seed);
  const journal: Journalled[] = [];
  const savedThrough = new Map<number, number>();
  let lease = 1;
  let box = outbox({ seq: 0, waiting: [] });
  let vault = box.kept();
  /** What the screen shows, and what it showed when the browser last kept its work. */
  let screen: Record<string, unknown> = {};
  let keptScreen = screen;
  let network: Flight[] = [];
  const leftBehind: { lease: number; kept: Kept }[] = [];

  const keep = () => {
    vault = box.kept();
    keptScreen = screen;
  };
  const send = (most: number) => {
    if (keepsBeforeSending) keep();
    const entries = pick(box, most, keepsBeforeSending ? vault : box.kept());
    if (entries.length > 0) network.push({ to: "server", lease, entries });
  };
  const deliver = (flight: Flight) => {
    if (flight.to === "browser") {
      if (flight.lease === lease) box.acknowledge(flight.savedThrough);
      return;
    }
    const receiving = { phase: "running", deadline: null, lease: String(lease), items: new Set(items) } as const;
    const through = savedThrough.get(flight.lease) ?? 0;
    const accepted = accept(receiving, {
      lease: String(flight.lease),
      savedThrough: through,
      entries: flight.entries,
      now,
      grace,
    });
    journal.push(...accepted.keep);
    savedThrough.set(flight.lease, accepted.savedThrough);
    network.push({ to: "browser", lease: flight.lease, savedThrough: accepted.savedThrough });
  };
  /** The answers shown after opening the test: the server's, and over them what this browser still holds. */
  const open = (kept: Kept) => {
    const through = savedThrough.get(lease) ?? 0;
    box = outbox({ seq: Math.max(kept.seq, through), waiting: kept.waiting.filter((entry) => entry.seq > through) });
    return fold(box.waiting(), work(journal));
  };

  let wrong = 0;
  for (let step = 0; step < 50; step += 1) {
    switch (below(16)) {
      case 0: {
        // A crash: what was done in the last moment before it, and not kept, is gone from the screen too.
        const shown = open(vault);
        wrong += items.filter((item) => JSON.stringify(shown[item]) !== JSON.stringify(keptScreen[item])).length;
        screen = shown;
        keptScreen = shown;
        break;
      }
      case 1:
        if (below(6) > 0) break;
        keep();
        leftBehind.push({ lease, kept: vault });
        lease += 1;
        screen = open({ seq: 0, waiting: [] });
        keep();
        break;
      case 2:
        keep();
        break;
      case 3:
      case 4:
      case 5:
        send(1 + below(3));
        break;
      case 6:
      case 7:
      case 8:
        if (network.length > 0) deliver(network.splice(below(network.length), 1)[0]!);
        break;
      case 9:
        if (network.length > 0) network.splice(below(network.length), 1);
        break;
      case 10:
        if (network.length > 0) network.push(network[below(network.length)]!);
        break;
      default: {
        const item = items[below(items.length)]!;
        const response = { RESPONSE: [String(below(1_000))] };
        box.put({ kind: "answer", item, response, left: minutes(30) });
        screen = { ...screen, [item]: response };
      }
    }
  }

  // The network comes back: whatever still flies arrives, and both desks send until everything is acknowledged.
  for (let turn = 0; turn < 100 && box.waiting().length + network.length > 0; turn += 1) {
    const flying = network;
    network = [];
    for (const flight of flying) deliver(flight);
    send(200);
  }
  for (const { lease: old, kept } of leftBehind) deliver({ to: "server", lease: old, entries: kept.waiting });

  const stored = work(journal).answers;
  const lost = box.waiting().length;
  wrong += items.filter((item) => JSON.stringify(stored[item]) !== JSON.stringify(screen[item])).length;
  const thrownAway = leftBehind
    .flatMap(({ kept }) => kept.waiting)
    .filter((entry) => !journal.some((kept) => kept.entry === entry)).length;
  return { lost, wrong, thrownAway };
}

const total = (runs: number, rules: Rules) => {
  const all = { lost: 0, wrong: 0, thrownAway: 0 };
  for (let seed = 1; seed <= runs; seed += 1) {
    const one = run(seed, rules);
    all.lost += one.lost;
    all.wrong += one.wrong;
    all.thrownAway += one.thrownAway;
  }
  return all;
};

test("in 20,000 exams over a bad network no answer is lost and none is wrong", () => {
  expect(total(20_000, asBuilt)).toEqual({ lost: 0, wrong: 0, thrownAway: 0 });
}, 60_000);

test("sending what is newest, and not a prefix of what waits, loses answers", () => {
  const newestFirst: Pick = (box, most) => box.waiting().slice(-most);
  expect(total(500, { ...asBuilt, pick: newestFirst }).wrong).toBeGreaterThan(0);
});

test("sending what was not kept first gives one number two meanings after a crash, and loses answers", () => {
  expect(total(500, { ...asBuilt, keepsBeforeSending: false }).wrong).toBeGreaterThan(0);
});
