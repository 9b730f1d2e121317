import type { Instant } from "../../time/time.ts";

/** What was, what is, and what was undone. Steps of the same `group` that follow each other closely are one step. */
export type History<Value> = {
  readonly past: readonly Value[];
  readonly now: Value;
  readonly future: readonly Value[];
  readonly last: { readonly group: string; readonly at: Instant } | null;
};

export const began = <Value>(now: Value): History<Value> => ({ past: [], now, future: [], last: null });

/** Typing that pauses for longer than this is another step. */
const pause = 1_500;
/** More steps than anybody goes back. */
const kept = 300;

export type Mark = {
  readonly at: Instant /** Names what is typed in; absent for a step of its own. */;
  readonly group?: string;
};

/** The same value again is no step. */
export const stepped = <Value>(history: History<Value>, now: Value, { at, group }: Mark): History<Value> => {
  if (now === history.now) return history;
  const { last } = history;
  const goesOn = group !== undefined && last?.group === group && at - last.at <= pause;
  const past = goesOn ? history.past : [...history.past, history.now].slice(-kept);
  return { past, now, future: [], last: group === undefined ? null : { group, at } };
};

export const mayUndo = ({ past }: History<unknown>) => past.length > 0;
export const mayRedo = ({ future }: History<unknown>) => future.length > 0;

export const undone = <Value>(history: History<Value>): History<Value> => {
  const { past, now, future } = history;
  const before = past.at(-1);
  return before === undefined
    ? history
    : { past: past.slice(0, -1), now: before, future: [now, ...future], last: null };
};

export const redone = <Value>(history: History<Value>): History<Value> => {
  const { past, now, future } = history;
  const [next, ...rest] = future;
  return next === undefined ? history : { past: [...past, now], now: next, future: rest, last: null };
};
