import fc from "fast-check";
import { expect, test } from "vitest";
import { type AvailableForm, chooseForm } from "./choose-form.ts";

const forms: readonly AvailableForm[] = [
  { id: "A", code: "A", exposure: 9 },
  { id: "B", code: "B", exposure: 2 },
  { id: "C", code: "C", exposure: 5 },
];

test.each<[string, readonly string[], readonly string[], string, boolean]>([
  ["the least seen form goes to a newcomer", [], [], "B", false],
  ["a form the learner has seen is passed over", ["B"], [], "C", false],
  ["a neighbour's form is passed over", [], ["B"], "C", false],
  ["the most seen form is better than a neighbour's", [], ["B", "C"], "A", false],
  ["a neighbour's form is better than none, and is pointed out", ["A"], ["B", "C"], "B", true],
])("%s", (_, seen, neighbours, form, sameAsNeighbour) => {
  expect(chooseForm({ available: forms, seen, neighbours })).toEqual({ ok: true, form, sameAsNeighbour });
});

test("equal exposure is settled by name, so that the choice can be explained", () => {
  const available = [
    { id: "1", code: "B", exposure: 0 },
    { id: "2", code: "A", exposure: 0 },
  ];
  expect(chooseForm({ available, seen: [], neighbours: [] })).toMatchObject({ form: "2" });
});

test("a new version of a form that the learner has seen is no new form", () => {
  const available = [{ id: "version two", code: "A", exposure: 0 }, ...forms.slice(1)];
  expect(chooseForm({ available, seen: ["A"], neighbours: [] })).toMatchObject({ form: "B" });
});

test("a room booked seat by seat is spread evenly over the forms, and no neighbours have the same one", () => {
  const property = fc.property(fc.integer({ min: 3, max: 8 }), fc.integer({ min: 2, max: 40 }), (count, seats) => {
    const given: string[] = [];
    for (let seat = 0; seat < seats; seat++) {
      const available = Array.from({ length: count }, (_, at) => {
        const id = String(at);
        return { id, code: id, exposure: given.filter((form) => form === id).length };
      });
      const choice = chooseForm({ available, seen: [], neighbours: given.slice(-1) });
      if (choice.ok) given.push(choice.form);
    }
    const often = Array.from({ length: count }, (_, at) => given.filter((form) => form === String(at)).length);
    expect(given.some((form, at) => form === given[at - 1])).toBe(false);
    expect(Math.max(...often) - Math.min(...often)).toBeLessThanOrEqual(1);
  });
  fc.assert(property);
});

test("a learner who has seen every form is told so, never given one again", () => {
  expect(chooseForm({ available: forms, seen: ["A", "B", "C"], neighbours: [] })).toEqual({
    ok: false,
    refusal: "no-unseen-form",
    why: "They have seen every form of the test that is in use. A new form is needed before they can sit it.",
  });
});

test("with no form in use the reason says that, not that the learner has seen them", () => {
  expect(chooseForm({ available: [], seen: [], neighbours: [] })).toMatchObject({
    why: expect.stringMatching(/No form/),
  });
});

test("whatever the room, nobody gets a form they have seen", () => {
  const some = fc.subarray(["A", "B", "C"]);
  fc.assert(
    fc.property(some, some, (seen, neighbours) => {
      const choice = chooseForm({ available: forms, seen, neighbours });
      return choice.ok ? !seen.includes(choice.form) : seen.length === 3;
    }),
  );
});
