import type { Entry } from "../../app/exam/attempt/entry.ts";
import { canonical } from "../../app/exam/attempt/journal.ts";
import type { Item, WorkedResponse } from "../../app/exam/item/item.ts";
import { type ItemResponse, isAnswered } from "../../app/exam/item/response.ts";
import { type MarkScheme, marksForPoints } from "../../app/exam/item/scheme.ts";
import { type Duration, duration, less, minutes, seconds, sum } from "../../app/exam/time/time.ts";
import type { PastLearner } from "./past-learners.ts";

/** Numbers from 0 up to 1, always the same for a seed. */
export type Dice = () => number;

/** What the browser sends together, after so much time of work. */
export type Batch = { readonly at: Duration; readonly entries: readonly Entry[] };
/** `handsIn` is null for somebody whose time runs out. */
export type Script = { readonly batches: readonly Batch[]; readonly handsIn: Duration | null };

/** Kept free before the deadline, so that nothing in the script arrives late. */
const margin = seconds(30);

/** A learner's whole test, item after item: what they look at, type, doubt and change, until they are done or time is up. */
export function scriptOf(
  { ability, pace }: PastLearner,
  { items, allowance, dice }: { items: readonly Item[]; allowance: Duration; dice: Dice },
): Script {
  const end = less(allowance, margin);
  const batches: Batch[] = [];
  let [at, seq] = [seconds(8), 0];
  const spend = (length: Duration) => {
    at = sum(at, duration(Math.round(length)));
  };
  const send = (...made: readonly Made[]) => {
    if (at >= end) return;
    const left = less(allowance, at);
    batches.push({ at, entries: made.map((entry): Entry => ({ ...entry, seq: ++seq, left })) });
  };

  const doubtful: string[] = [];
  for (const item of items) {
    const needs = minutes(item.classification.minutes * pace * (0.8 + 0.4 * dice()));
    const chosen = pick(item, ability + 0.5 * (dice() - 0.5), dice);
    send({ kind: "visit", item: item.id });
    if (chosen !== null && item.marking === "person") {
      spend(duration(needs * 0.6));
      send({ kind: "answer", item: item.id, response: firstHalf(chosen.response) });
      spend(duration(needs * 0.4));
    } else spend(needs);
    if (chosen === null) continue;
    const isDoubtful = dice() < 0.12;
    if (isDoubtful) doubtful.push(item.id);
    const answer: Made = { kind: "answer", item: item.id, response: chosen.response };
    send(answer, ...(isDoubtful ? [{ kind: "flag" as const, item: item.id, flagged: true }] : []));
  }
  for (const item of doubtful) {
    spend(seconds(20 + 40 * dice()));
    send({ kind: "visit", item }, { kind: "flag", item, flagged: false });
  }
  spend(seconds(30 + 90 * dice()));
  return { batches, handsIn: at < end ? at : null };
}

type Made = Entry extends infer One ? (One extends Entry ? Omit<One, "seq" | "left"> : never) : never;

/** The worked response nearest to what this learner knows; null is nothing at all, which most people avoid. */
function pick({ worked, maxMark }: Item, share: number, dice: Dice): WorkedResponse | null {
  const off = ({ marks }: WorkedResponse) => Math.abs(marks - Math.min(1, Math.max(0, share)) * maxMark);
  const nearestOf = (some: readonly WorkedResponse[]) => {
    const nearest = Math.min(...some.map(off));
    const near = some.filter((one) => off(one) === nearest);
    return near[Math.floor(dice() * near.length)] ?? null;
  };
  const best = nearestOf(worked);
  if (best && isAnswered(best.response)) return best;
  return dice() < 0.6 ? null : nearestOf(worked.filter(({ response }) => isAnswered(response)));
}

const firstHalf = (response: ItemResponse): ItemResponse =>
  Object.fromEntries(Object.entries(response).map(([id, value]) => [id, value.map(halfOf)]));

/** Cut between two words. */
const halfOf = (text: string) => {
  const words = text.split(" ");
  return words.slice(0, Math.ceil(words.length / 2)).join(" ");
};

export type Worth = { readonly marks: number; readonly points?: readonly string[] };

/** What a careful examiner gives: the marks of the worked response; for one that broke off half way, half its points. */
export function worthOf({ worked, scheme, maxMark }: Item, value: ItemResponse): Worth {
  const whole = worked.find(({ response }) => canonical(response) === canonical(value));
  if (whole) return inPoints(scheme, whole.points, { marks: whole.marks, maxMark });
  const half = worked.find(({ response }) => canonical(firstHalf(response)) === canonical(value));
  const points = half?.points.slice(0, Math.floor(half.points.length / 2)) ?? [];
  return inPoints(scheme, points, { marks: Math.floor((half?.marks ?? 0) / 2), maxMark });
}

const inPoints = (
  scheme: MarkScheme | null,
  points: readonly string[],
  { marks, maxMark }: { readonly marks: number; readonly maxMark: number },
): Worth => (scheme?.kind === "points" ? { marks: marksForPoints(scheme.points, points, maxMark), points } : { marks });
