import { describe, expect, test } from "vitest";
import { blankItem } from "../../../../tests/support/blank-items.ts";
import type { Item } from "../item.ts";
import { addChoice, removeChoice } from "./choices.ts";
import { interactionFor } from "./interactions.ts";
import { withAnswers, withKeyPart, withWorth } from "./key.ts";
import { withSeveral, withWay } from "./limits.ts";
import { wayOf } from "./marking-way.ts";
import { withMarks, withObjective, withObjectives } from "./marks.ts";
import { moveInOrder, orderIn } from "./order.ts";
import { renameChoice } from "./rename.ts";
import { edited, limitOf } from "./settle.ts";
import { addWorked, keyedResponse } from "./worked.ts";

const R = "RESPONSE";
const place = { response: R, list: "choices" } as const;
const after = (item: Item, ...changes: readonly ((item: Item) => Item)[]) =>
  changes.reduce((now, change) => edited(now, change), item);
const declarationOf = (item: Item) => item.responses[0];
const limit = (item: Item) => {
  const interaction = interactionFor(item, R);
  return interaction === null ? null : limitOf(interaction);
};
const right =
  (...parts: readonly string[]) =>
  (item: Item) =>
    parts.reduce((now, part) => withKeyPart(now, R, part, true), item);

describe("one answer", () => {
  const item = after(blankItem("choice", "X-1"), right("B"));

  test("is marked all or nothing by the standard template", () => {
    expect(item.processing).toEqual({ kind: "template", template: "match_correct" });
    expect(declarationOf(item)).toMatchObject({ cardinality: "single", correct: ["B"], mapping: null });
  });

  test("gives way to another", () => {
    expect(declarationOf(after(item, right("C")))?.correct).toEqual(["C"]);
  });

  test("for two marks needs rules, because the template gives one", () => {
    const two = after(item, (was) => withMarks(was, 2));
    expect(wayOf(two)).toEqual({ kind: "all-or-nothing" });
    expect(two.processing.kind).toBe("rules");
  });

  test("turned into several is worth a mark for each, and back again all or nothing", () => {
    const several = after(item, (was) => withSeveral(was, R, true), right("D"));
    expect(declarationOf(several)).toMatchObject({ cardinality: "multiple", correct: ["B", "D"] });
    expect([several.maxMark, limit(several), wayOf(several).kind]).toEqual([2, 2, "each"]);
    const back = after(several, (was) => withSeveral(was, R, false));
    expect(declarationOf(back)).toMatchObject({ cardinality: "single", correct: ["B"], mapping: null });
    expect([back.maxMark, wayOf(back).kind]).toEqual([1, "all-or-nothing"]);
  });
});

describe("several answers", () => {
  const three = after(blankItem("choice-several", "X-1"), right("A", "C", "D"));

  test("as many may be chosen as are right, as long as nobody says otherwise", () => {
    expect([limit(three), three.maxMark]).toEqual([3, 3]);
    expect(limit(after(three, (was) => withKeyPart(was, R, "D", false)))).toBe(2);
  });

  test("a choice that is removed leaves key, mapping and worked responses", () => {
    const worked = after(three, (was) => addWorked(was, { response: keyedResponse(was), marks: 3 }));
    const left = after(worked, (was) => removeChoice(was, place, "C"));
    expect(declarationOf(left)?.correct).toEqual(["A", "D"]);
    expect(declarationOf(left)?.mapping?.entries.map(({ key }) => key)).toEqual(["A", "D"]);
    expect(left.worked.at(-1)?.response).toEqual({ [R]: ["A", "D"] });
    expect(left.maxMark).toBe(2);
  });

  test("a right answer may be worth more, and a wrong one may cost a mark", () => {
    const priced = after(
      three,
      (was) => withWorth(was, R, { key: "A", value: 2 }),
      (was) => withWorth(was, R, { key: "B", value: -1 }),
    );
    expect(priced.maxMark).toBe(4);
    expect(declarationOf(priced)?.mapping).toMatchObject({ lower: 0, upper: 4 });
    expect(declarationOf(priced)?.mapping?.entries).toContainEqual({ key: "B", value: -1, caseSensitive: false });
  });

  test("marks by steps: all of them stays all of them when one more is right", () => {
    const steps = after(three, (was) =>
      withWay(was, {
        kind: "steps",
        steps: [
          { parts: 3, marks: 2 },
          { parts: 2, marks: 1 },
        ],
      }),
    );
    expect(steps.maxMark).toBe(2);
    expect(wayOf(after(steps, right("B")))).toEqual({
      kind: "steps",
      steps: [
        { parts: 4, marks: 2 },
        { parts: 2, marks: 1 },
      ],
    });
  });

  test("a new name is used wherever the old one was", () => {
    const renamed = after(three, (was) => renameChoice(was, R, { from: "C", to: "Z" }));
    expect(declarationOf(renamed)?.correct).toEqual(["A", "Z", "D"]);
    expect(declarationOf(renamed)?.mapping?.entries[1]?.key).toBe("Z");
  });

  test("a name that is taken changes nothing", () => {
    expect(renameChoice(three, R, { from: "C", to: "A" })).toBe(three);
  });
});

describe("pairs", () => {
  test("a choice that may be used once leaves its old pair for the new one", () => {
    const item = after(blankItem("match", "X-1"), right("S1 T1", "S2 T2"), right("S2 T1"));
    expect(declarationOf(item)?.correct).toEqual(["S2 T1"]);
  });

  test("the same pair the other way round is not a second pair", () => {
    const item = after(blankItem("associate", "X-1"), right("A B"), right("B A"));
    expect(declarationOf(item)?.correct).toEqual(["B A"]);
  });

  test("a gap holds one text", () => {
    const item = after(blankItem("gap-match", "X-1"), right("T1 G1"), right("T2 G1"));
    expect(declarationOf(item)?.correct).toEqual(["T2 G1"]);
  });
});

describe("an order", () => {
  const item = blankItem("order", "X-1");

  test("never has its key in the order in which learners get the choices", () => {
    const moved = after(
      item,
      (was) => moveInOrder(was, R, { id: "A", to: 0 }),
      (was) => moveInOrder(was, R, { id: "B", to: 1 }),
    );
    const key = declarationOf(moved)?.correct ?? [];
    expect(key).not.toEqual(key.toSorted());
  });

  test("a new choice comes last", () => {
    const more = after(item, (was) => addChoice(was, place));
    expect(orderIn(more, R).at(-1)).toBe("E");
  });

  test("an order that is nearly right earns fewer marks", () => {
    const near = after(
      item,
      (was) => withMarks(was, 2),
      (was) => withWay(was, { kind: "near-orders", orders: [["A", "C", "D", "B"]], marks: 1 }),
    );
    expect(wayOf(near)).toEqual({ kind: "near-orders", orders: [["A", "C", "D", "B"]], marks: 1 });
    const renamed = after(near, (was) => renameChoice(was, R, { from: "A", to: "Q" }));
    expect(wayOf(renamed)).toEqual({ kind: "near-orders", orders: [["Q", "C", "D", "B"]], marks: 1 });
  });
});

describe("typed answers", () => {
  test("the first of the best answers is the key, and known mistakes are worth nothing", () => {
    const item = after(blankItem("text-entry", "X-1"), (was) =>
      withAnswers(was, R, [
        { key: "unlimited", value: 0, caseSensitive: false },
        { key: "limited liability", value: 1, caseSensitive: false },
        { key: "limited", value: 1, caseSensitive: false },
      ]),
    );
    expect(declarationOf(item)).toMatchObject({ correct: ["limited liability"], mapping: { upper: 1 } });
    expect(item.processing).toEqual({ kind: "template", template: "map_response" });
  });
});

describe("marks", () => {
  const item = after(blankItem("open-points", "X-1"), (was) => withObjective(was, "AO2", true));

  test("the first objective gets all of them and goes with them", () => {
    expect(item.objectives).toEqual({ AO2: 2 });
    expect(after(item, (was) => withMarks(was, 4)).objectives).toEqual({ AO2: 4 });
  });

  test("two objectives keep what a writer gave each", () => {
    const shared = after(
      item,
      (was) => withObjective(was, "AO3", true),
      (was) => withObjectives(was, { AO2: 2, AO3: 2 }),
      (was) => withMarks(was, 4),
    );
    expect(shared.objectives).toEqual({ AO2: 2, AO3: 2 });
    expect(shared.outcomes.map(({ id, most, byPerson }) => [id, most, byPerson])).toEqual([
      ["SCORE", 4, true],
      ["MAXSCORE", null, false],
      ["SCORE_AO2", 2, true],
      ["SCORE_AO3", 2, true],
    ]);
  });
});
