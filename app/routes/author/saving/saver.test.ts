import { expect, test } from "vitest";
import { type Instant, instant } from "../../../exam/time/time.ts";
import { makeSaver, type Saving, type Sent } from "./saver.ts";

type Call = { readonly revision: number; readonly content: string };

/** A server that answers when the test says so, and timers that the test runs. */
function desk(revision = 3) {
  const calls: Call[] = [];
  const answers: ((sent: Sent) => void)[] = [];
  const told: Saving[] = [];
  const timers = new Map<() => void, number>();
  const retries: (() => void)[] = [];
  const saver = makeSaver<string>(
    {
      post: (call) => {
        calls.push(call);
        return new Promise((resolve) => answers.push(resolve));
      },
      later: (run, after) => {
        const timer = () => run();
        timers.set(timer, after);
        return () => timers.delete(timer);
      },
      pause: () => new Promise((resolve) => retries.push(resolve)),
      told: (saving) => told.push(saving),
    },
    { revision },
  );
  const settle = async () => {
    for (let turn = 0; turn < 6; turn += 1) await Promise.resolve();
  };
  return {
    saver,
    calls,
    timers,
    kinds: () => told.map(({ kind }) => kind),
    async answer(sent: Sent) {
      answers.shift()?.(sent);
      await settle();
    },
    async quiet() {
      for (const [run] of [...timers].toSorted(([, a], [, b]) => a - b).slice(0, 1)) run();
      await settle();
    },
    async tryAgain() {
      retries.shift()?.();
      await settle();
    },
  };
}

const at: Instant = instant(1_000);
const agreed = (revision: number): Sent => ({ kind: "agreed", revision, at });
const unheard: Sent = { kind: "unheard", words: "No connection." };

test("what is typed without a pause is saved once, within two seconds of the last change", async () => {
  const { saver, calls, timers, quiet, answer, kinds } = desk();
  for (const content of ["a", "ab", "abc"]) saver.changed(content);
  expect(Math.min(...timers.values())).toBeLessThanOrEqual(2_000);
  await quiet();
  expect(calls).toEqual([{ revision: 3, content: "abc" }]);
  expect(saver.isSafe()).toBe(false);
  await answer(agreed(4));
  expect([saver.isSafe(), kinds()]).toEqual([true, ["waiting", "sending", "saved"]]);
});

test("somebody who never pauses is saved all the same", async () => {
  const { saver, timers } = desk();
  for (const content of ["a", "ab", "abc"]) saver.changed(content);
  expect([...timers.values()].toSorted((a, b) => a - b)).toEqual([1_000, 4_000]);
});

test("there is one save at a time, and what was typed meanwhile follows on the new revision", async () => {
  const { saver, calls, quiet, answer } = desk();
  saver.changed("a");
  await quiet();
  saver.changed("ab");
  expect(calls.length).toBe(1);
  await answer(agreed(4));
  expect(calls[1]).toEqual({ revision: 4, content: "ab" });
  await answer(agreed(5));
  expect([saver.isSafe(), saver.revision()]).toEqual([true, 5]);
});

test("without a connection it tries again, with what has been typed since", async () => {
  const { saver, calls, quiet, answer, tryAgain, kinds } = desk();
  saver.changed("a");
  await quiet();
  await answer(unheard);
  saver.changed("ab");
  expect(saver.isSafe()).toBe(false);
  await tryAgain();
  await answer(agreed(4));
  expect(calls).toEqual([
    { revision: 3, content: "a" },
    { revision: 3, content: "ab" },
  ]);
  expect(kinds()).toEqual(["waiting", "sending", "unheard", "sending", "saved"]);
});

test("when somebody else saved first, nothing is sent or lost until the writer decides", async () => {
  const { saver, calls, quiet, answer, kinds } = desk();
  saver.changed("mine");
  await quiet();
  await answer({ kind: "refused", refusal: "changed-since", words: "Ines saved." });
  saver.changed("mine still");
  await saver.flush();
  expect([calls.length, saver.isSafe(), kinds().at(-1)]).toEqual([1, false, "overtaken"]);

  const kept = saver.keepMine(7);
  await answer(agreed(8));
  expect([await kept, calls.at(-1)]).toEqual([true, { revision: 7, content: "mine still" }]);
});

test("a writer who takes the other text goes on from there", async () => {
  const { saver, calls, quiet, answer } = desk();
  saver.changed("mine");
  await quiet();
  await answer({ kind: "refused", refusal: "changed-since", words: "Ines saved." });
  saver.takeTheirs(7);
  expect(saver.isSafe()).toBe(true);
  saver.changed("theirs and more");
  await quiet();
  expect(calls.at(-1)).toEqual({ revision: 7, content: "theirs and more" });
});

test("what is refused is said, and kept; the next change is tried", async () => {
  const { saver, calls, quiet, answer, kinds } = desk();
  saver.changed("far too long");
  await quiet();
  await answer({ kind: "refused", refusal: "badly-formed", words: "The item is too long." });
  expect([saver.isSafe(), kinds().at(-1)]).toEqual([false, "refused"]);
  saver.changed("short");
  await quiet();
  await answer(agreed(4));
  expect([calls.at(-1), saver.isSafe()]).toEqual([{ revision: 3, content: "short" }, true]);
});

test("leaving saves at once", async () => {
  const { saver, calls, timers, answer } = desk();
  saver.changed("a");
  const saved = saver.flush();
  expect([calls.length, timers.size]).toEqual([1, 0]);
  await answer(agreed(4));
  expect(await saved).toBe(true);
});
