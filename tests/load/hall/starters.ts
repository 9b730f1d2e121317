import type { AttemptState } from "../../../app/live/contract.ts";
import { openForm } from "../../../app/player/sealed-form.ts";
import { type Line, openLine } from "./line.ts";
import { attended } from "./savers.ts";
import type { Seat } from "./seats.ts";

/** One learner who waits for the start with the form in hand, locked; then works, until the room must leave and comes back. */
type Waiting = {
  readonly line: Line;
  readonly sealed: Uint8Array;
  readonly key: Promise<string>;
  keyAt: number;
  readonly out: Promise<number>;
  readonly back: Promise<number>;
};

export type Started = {
  /** Milliseconds of the machine's clock, which all processes share. */
  readonly keysAt: readonly number[];
  readonly readableAt: readonly number[];
  /** When one processor had opened the forms of all of them. */
  readonly openedByOneAt: number;
  /** Learners whose form did not open, or holds no question. */
  readonly unreadable: number;
};

/** Everybody sits down, fetches the form and says that they are ready. */
export async function wait({ url, seats }: { readonly url: string; readonly seats: readonly Seat[] }) {
  const began = performance.now();
  const waiting: Waiting[] = [];
  const rest = [...seats];
  const comeIn = async () => {
    for (let seat = rest.pop(); seat !== undefined; seat = rest.pop()) waiting.push(await waitOne(url, seat));
  };
  await Promise.all(Array.from({ length: 16 }, comeIn));
  return { waiting, seconds: (performance.now() - began) / 1_000 };
}

async function waitOne(url: string, seat: Seat): Promise<Waiting> {
  const told = { key: later<string>(), out: later<number>(), back: later<number>() };
  let wasOut = false;
  const heard = (event: string, message: unknown) => {
    if (event !== "attempt") return;
    const { key, evacuated } = message as AttemptState;
    if (key !== null && one.keyAt === 0) {
      one.keyAt = machineTime();
      told.key.is(key);
    }
    if (evacuated !== wasOut) (evacuated ? told.out : told.back).is(machineTime());
    wasOut = evacuated;
  };
  const line = await openLine({ url, cookie: seat.cookie, heard });
  await attended(line, seat);
  const answer = await fetch(`${url}/exam/form`, { headers: { cookie: seat.cookie } });
  if (!answer.ok) throw new Error(`The form did not come: ${answer.status}`);
  const sealed = new Uint8Array(await answer.arrayBuffer());
  const [key, out, back] = [told.key.came, told.out.came, told.back.came];
  const one: Waiting = { line, sealed, key, keyAt: 0, out, back };
  await new Promise<void>((resolve, reject) => {
    line.ask("ready", { attempt: seat.attempt, lease: seat.lease }, (told) =>
      (told as { ok: boolean }).ok ? resolve() : reject(new Error(`Not ready: ${JSON.stringify(told)}`)),
    );
  });
  return one;
}

/**
 * Answers when all of them have the first question before them. In a hall every machine opens its own form: so here they are
 * opened one after the other once every key has come, and each learner reads as much later than their key as it took.
 */
export async function start(waiting: readonly Waiting[]): Promise<Started> {
  const keys = await Promise.all(waiting.map(({ key }) => key));
  const readableAt: number[] = [];
  for (const [at, { sealed, keyAt }] of waiting.entries()) {
    const began = performance.now();
    const form = await openForm(sealed, keys[at] ?? "").catch(() => null);
    if (form?.items[0] !== undefined) readableAt.push(keyAt + performance.now() - began);
  }
  return {
    keysAt: waiting.map(({ keyAt }) => keyAt),
    readableAt,
    openedByOneAt: machineTime(),
    unreadable: waiting.length - readableAt.length,
  };
}

/** When each screen was told that the room must leave, or that it is back. */
export const toldAt = (learners: readonly Waiting[], what: "out" | "back") =>
  Promise.all(learners.map((learner) => learner[what]));

/** What comes once. */
function later<Value>() {
  let is = (_value: Value) => {};
  const came = new Promise<Value>((resolve) => {
    is = resolve;
  });
  return { came, is: (value: Value) => is(value) };
}

/** The same for every process of a machine. */
export const machineTime = () => performance.timeOrigin + performance.now();
