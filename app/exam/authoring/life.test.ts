import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DraftLife, type DraftMove, type DraftState, draftStates, mayMove, moved } from "./life.ts";

const moves: readonly DraftMove[] = ["save", "send", "return", "approve", "publish", "drop"];
const [writer, reviewer] = ["Wen", "Rowan"];

const inState = (state: DraftState): DraftLife => ({
  state,
  revision: 3,
  writers: [writer],
  approvedRevision: state === "approved" || state === "live" ? 3 : null,
});

/** What a move leads to for the writer and for somebody else; a word that is no state is a refusal. */
const cases: readonly (readonly [DraftState, DraftMove, string, string])[] = [
  ["draft", "save", "draft", "draft"],
  ["draft", "send", "review", "review"],
  ["draft", "return", "not-in-this-state", "not-in-this-state"],
  ["draft", "approve", "not-in-this-state", "not-in-this-state"],
  ["draft", "publish", "not-in-this-state", "not-in-this-state"],
  ["draft", "drop", "dropped", "dropped"],
  ["review", "save", "draft", "draft"],
  ["review", "send", "not-in-this-state", "not-in-this-state"],
  ["review", "return", "draft", "draft"],
  ["review", "approve", "own-draft", "approved"],
  ["review", "publish", "not-in-this-state", "not-in-this-state"],
  ["review", "drop", "dropped", "dropped"],
  ["approved", "save", "draft", "draft"],
  ["approved", "send", "not-in-this-state", "not-in-this-state"],
  ["approved", "return", "draft", "draft"],
  ["approved", "approve", "not-in-this-state", "not-in-this-state"],
  ["approved", "publish", "live", "live"],
  ["approved", "drop", "dropped", "dropped"],
  ...(["live", "dropped"] as const).flatMap((state) =>
    moves.map((move) => [state, move, "item-draft-closed", "item-draft-closed"] as const),
  ),
];

test("the table says every state and every move", () => {
  expect(cases).toHaveLength(draftStates.length * moves.length);
});

test.each(cases)("in %s, %s gives its writer %s and anybody else %s", (state, move, forWriter, forOther) => {
  const outcome = (by: string) => {
    const answer = moved(inState(state), { move, by, revision: 3 });
    return answer.ok ? answer.life.state : answer.refusal;
  };
  expect([outcome(writer), outcome(reviewer)]).toEqual([forWriter, forOther]);
});

test.each(moves)("%s by somebody who saw an earlier revision is refused", (move) => {
  for (const state of ["draft", "review", "approved"] as const)
    expect(moved(inState(state), { move, by: reviewer, revision: 2 })).toMatchObject({ refusal: "changed-since" });
});

test("a change of what was approved is a draft again, of another revision, with one more writer", () => {
  expect(moved(inState("approved"), { move: "save", by: reviewer, revision: 3 })).toEqual({
    ok: true,
    life: { state: "draft", revision: 4, writers: [writer, reviewer], approvedRevision: null },
  });
});

describe("whatever people do, in any order", () => {
  const people = ["Wen", "Rowan", "Nadia"];
  const attempts = fc.array(
    fc.record({
      move: fc.constantFrom(...moves),
      by: fc.constantFrom(...people),
      behind: fc.integer({ min: 0, max: 2 }),
    }),
    { maxLength: 40 },
  );
  type Step = { readonly move: DraftMove; readonly by: string; readonly before: DraftLife; readonly after: DraftLife };

  const lived = (tries: readonly { move: DraftMove; by: string; behind: number }[]): readonly Step[] => {
    const steps: Step[] = [];
    let life: DraftLife = { state: "draft", revision: 1, writers: ["Wen"], approvedRevision: null };
    for (const { move, by, behind } of tries) {
      const outcome = moved(life, { move, by, revision: life.revision - behind });
      if (!outcome.ok) continue;
      steps.push({ move, by, before: life, after: outcome.life });
      life = outcome.life;
    }
    return steps;
  };

  test("nobody approves a revision of a draft they began or saved", () => {
    fc.assert(
      fc.property(attempts, (tries) => {
        const saved = new Set(["Wen"]);
        for (const { move, by } of lived(tries)) {
          if (move === "approve") expect(saved.has(by)).toBe(false);
          if (move === "save") saved.add(by);
        }
      }),
    );
  });

  test("what is published is the revision that somebody else approved, and nothing was saved in between", () => {
    fc.assert(
      fc.property(attempts, (tries) => {
        let approved: number | null = null;
        for (const { move, after } of lived(tries)) {
          if (move === "approve") approved = after.revision;
          if (move === "save" || move === "return") approved = null;
          if (move === "publish") expect([after.revision, after.approvedRevision]).toEqual([approved, approved]);
        }
      }),
    );
  });

  test("only an approved or published draft names an approved revision", () => {
    fc.assert(
      fc.property(attempts, (tries) => {
        for (const { after } of lived(tries))
          expect(after.approvedRevision !== null).toBe(after.state === "approved" || after.state === "live");
      }),
    );
  });

  test("a closed draft stays closed", () => {
    fc.assert(
      fc.property(attempts, (tries) => {
        for (const { before } of lived(tries)) expect(["live", "dropped"]).not.toContain(before.state);
      }),
    );
  });
});

test("a button that is offered is a move that would be made", () => {
  expect(mayMove(inState("review"), "approve", reviewer)).toBe(true);
  expect(mayMove(inState("review"), "approve", writer)).toBe(false);
});
