import { expect, test } from "vitest";
import { refused } from "../../exam/people/refusals.ts";
import { instant } from "../../exam/time/time.ts";
import { type Doing, type Intent, intents, isIntent } from "./intents.ts";

const now = instant(Date.parse("2026-06-23T09:00:00Z"));

/** Commands that only write down what they were asked, and say yes unless told otherwise. */
function room(fields: Doing["fields"], refusing: string | null = null) {
  const asked: unknown[] = [];
  const group = (noun: string) =>
    new Proxy(
      {},
      {
        get: (_, verb: string) => async (_actor: unknown, input: object) => {
          asked.push([`${noun}.${verb}`, input]);
          return verb === refusing ? refused("not-from-here") : { ok: true, changed: 2 };
        },
      },
    );
  const commands = { sittings: group("sittings"), attempts: group("attempts") };
  const context = { actor: null, commands } as unknown as Doing["context"];
  const act = (intent: Intent) => intents[intent].run({ context, sitting: "s", fields, now });
  return { asked, act };
}

test("a move is one order: the clock, the old computer and the code belong together", async () => {
  const stopping = room({ attempt: "a", why: "Screen dark", stop: "yes" });
  await stopping.act("move");
  expect(stopping.asked).toEqual([["attempts.release", { attempt: "a", why: "Screen dark", stop: true }]]);
  const standing = room({ attempt: "a", why: "Screen dark" });
  await standing.act("move");
  expect(standing.asked).toEqual([["attempts.release", { attempt: "a", why: "Screen dark" }]]);
});

test("an evacuation needs no words from anybody", async () => {
  const { asked, act } = room({});
  await act("evacuate");
  expect(asked).toEqual([["sittings.evacuate", { sitting: "s" }]]);
});

test("the time somebody writes is the time on the room's clock that day, and none is none", async () => {
  const { asked, act } = room({ type: "illness", narrative: "Felt faint", started: "09:45", ended: "" });
  await act("incident");
  expect(asked).toEqual([
    [
      "sittings.writeIncident",
      {
        sitting: "s",
        attempt: "",
        type: "illness",
        narrative: "Felt faint",
        startedAt: Date.parse("2026-06-23T08:45:00Z"),
        endedAt: null,
      },
    ],
  ]);
});

test("what goes to all screens is not said to have reached those that are not connected", () => {
  expect(intents.announce.done({})).toBe("Announced on every connected screen.");
  expect(intents.evacuate.done({ changed: 2 })).toBe(
    "Every connected screen goes blank. 2 learners had a clock running: it stands.",
  );
});

test("what the board does not know it does not do", () => {
  expect([isIntent("pause"), isIntent("toString"), isIntent(null)]).toEqual([true, false, false]);
});
