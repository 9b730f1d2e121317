import fc from "fast-check";
import { expect, test } from "vitest";
import { pairedChannels } from "../../../tests/support/paired-channels.ts";
import { type Heard, line } from "./line.ts";

const label = {
  attempt: "5b7a2c1e-6a52-4f0e-9d0f-0c1d2e3f4a5b",
  lease: "0c1d2e3f-4a5b-4c7d-8e9f-5b7a2c1e6a52",
  turn: 1,
};
const settle = () => new Promise((done) => setImmediate(done));

function joined() {
  const { one, two, open } = pairedChannels();
  const heard: (readonly [string, Uint8Array])[] = [];
  let closings = 0;
  const listening: Heard = {
    message: (message, bytes) => heard.push([message.kind, bytes]),
    closed: () => {
      closings += 1;
    },
  };
  const [sender] = [line(one, { message: () => {}, closed: () => {} }), line(two, listening)];
  open();
  return { sender, raw: one, heard, closings: () => closings };
}

test("messages arrive in order, each with its bytes, however many there are", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 100_000 }), { maxLength: 5 }), async (sizes) => {
      const { sender, heard } = joined();
      const sent = sizes.map((size, index) => new Uint8Array(size).fill(index + 1));
      for (const bytes of sent) sender.send({ kind: "held", label }, bytes);
      await settle();
      expect(heard.length).toBe(sent.length);
      for (const [index, bytes] of sent.entries())
        expect(Buffer.compare(bytes, heard[index]?.[1] ?? new Uint8Array())).toBe(0);
    }),
    { numRuns: 20 },
  );
});

test.each([
  ["before anybody listens", (open: () => void, listen: () => void) => [open(), listen()]],
  ["after somebody listens", (open: () => void, listen: () => void) => [listen(), open()]],
])("a channel that opens %s is a line that opens once", async (_, inOrder) => {
  const { one, open } = pairedChannels();
  let openings = 0;
  const heard = {
    open: () => {
      openings += 1;
    },
    message: () => {},
    closed: () => {},
  };
  inOrder(open, () => line(one, heard));
  await settle();
  expect(openings).toBe(1);
});

test.each([
  ["words that are no message", "3 nonsense"],
  ["a message nobody of ours sends", '0 {"kind":"give me everything"}'],
  ["more than any test is long", `99999999 ${JSON.stringify({ kind: "held", label })}`],
  ["less than nothing", `-1 ${JSON.stringify({ kind: "held", label })}`],
])("a line on which %s comes is closed", async (_, text) => {
  const { raw, heard, closings } = joined();
  raw.send(text);
  await settle();
  expect([heard, closings()]).toEqual([[], 1]);
});

test("bytes that nobody announced close the line", async () => {
  const { raw, heard, closings } = joined();
  raw.send(new Uint8Array([1, 2, 3]));
  await settle();
  expect([heard, closings()]).toEqual([[], 1]);
});
