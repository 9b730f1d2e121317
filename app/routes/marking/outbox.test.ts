import { expect, test } from "vitest";
import { makeOutbox, type Sent } from "./outbox.ts";

const agreed: Sent<unknown> = { kind: "agreed", value: {} };
const unheard: Sent<unknown> = { kind: "unheard", words: "No connection" };
const pause = async () => {};

/** A server that answers from a list, and remembers what it was asked. */
const aServer = (answers: Sent<unknown>[]) => {
  const asked: string[] = [];
  const post = async (does: string, input: object) => {
    asked.push(`${does} ${"task" in input ? input.task : ""}`);
    return answers.shift() ?? agreed;
  };
  return { asked, post };
};

test("a mark that the server did not hear is sent again until it does, and the examiner is told meanwhile", async () => {
  const { asked, post } = aServer([unheard, unheard, agreed]);
  const said: (string | null)[] = [];
  const outbox = makeOutbox({ post, pause, trouble: (words) => said.push(words) });
  expect(await outbox.send("give", { task: "a", marks: 1 })).toEqual(agreed);
  expect(asked).toEqual(["give a", "give a", "give a"]);
  expect(said).toEqual(["No connection", "No connection", null]);
});

test("an undo never overtakes the mark it takes back, while other responses do not wait", async () => {
  const { asked, post } = aServer([unheard]);
  const outbox = makeOutbox({ post, pause, trouble: () => {} });
  await Promise.all([
    outbox.send("give", { task: "a", marks: 1 }),
    outbox.send("undo", { task: "a" }),
    outbox.send("give", { task: "b", marks: 1 }),
  ]);
  expect(asked.filter((what) => what.endsWith("a"))).toEqual(["give a", "give a", "undo a"]);
  expect(asked.indexOf("give b")).toBeLessThan(asked.indexOf("undo a"));
});

test("a refusal is an answer: it is not sent again", async () => {
  const refusal: Sent<unknown> = { kind: "refused", refusal: "own-centre", words: "Somebody else marks it." };
  const { asked, post } = aServer([refusal]);
  const outbox = makeOutbox({ post, pause, trouble: () => {} });
  expect(await outbox.send("give", { task: "a", marks: 1 })).toEqual(refusal);
  expect(asked).toHaveLength(1);
});
