import { describe, expect, test } from "vitest";
import { anItem, asked, choiceOf, declared, orderOf, text } from "../../../tests/support/items.ts";
import type { Item } from "../../exam/item/item.ts";
import { type ComparedLine, changesIn, sideBySide } from "./side-by-side.ts";

const changed = (one: Item, other: Item) =>
  sideBySide(one, other).flatMap(({ part, lines }) =>
    lines.filter(({ state }) => state !== "same").map((line) => [part, line.name, line.state, marked(line)]),
  );

/** `[-removed-]` and `{+added+}`, as a reader of both columns sees them. */
const marked = ({ pieces }: ComparedLine) =>
  pieces.map(({ words, in: where }) => ({ both: words, one: `[-${words}-]`, other: `{+${words}+}` })[where]).join("");

const item = anItem({ body: [asked(choiceOf("ABC"))] });

test("two texts that say the same have no change", () => {
  expect(changesIn(sideBySide(item, item))).toBe(0);
});

describe("a change is shown where it is and in words", () => {
  test.each<[string, Partial<Item>, readonly (readonly string[])[]]>([
    ["the title", { title: "An old item" }, [["Place and marks", "Title", "changed", "An {+old +}item"]]],
    [
      "the place",
      { classification: { area: "B2", commandWord: "identify", minutes: 1 } },
      [["Place and marks", "Area or criterion", "changed", "[-A1-]{+B2+}"]],
    ],
    ["the key", { responses: [declared({ correct: ["C"] })] }, [["Key", "Right answer", "changed", "[-B-]{+C+}"]]],
    ["a choice more", { body: [asked(choiceOf("ABCD"))] }, [["Question", "Choice D", "added", "{+Choice D+}"]]],
    ["a choice less", { body: [asked(choiceOf("AC"))] }, [["Question", "Choice B", "removed", "[-Choice B-]"]]],
    [
      "the rules",
      { processing: { kind: "template", template: "map_response" } },
      [["Key", "Rules", "changed", "[-The key-]{+Every part+} earns [-the mark-]{+what it is worth+}."]],
    ],
    [
      "a mark scheme",
      {
        scheme: {
          kind: "points",
          points: [{ id: "P1", marks: 1, content: text("Says why"), needs: null }],
          notes: [],
          indicative: [],
        },
      },
      [["Mark scheme", "Point P1", "added", "{+1 mark: Says why+}"]],
    ],
    [
      "a worked response",
      { worked: item.worked.map((one) => ({ ...one, why: one.kind === "full" ? "The only key." : one.why })) },
      [["Worked responses", "Response 1", "changed", "full, 1 mark\nB\nThe {+only +}key."]],
    ],
  ])("%s", (_, change, expected) => {
    expect(changed(item, { ...item, ...change })).toEqual(expected);
  });
});

test("another kind of control changes its name, its parts and its settings", () => {
  const names = changed(item, { ...item, body: [asked(orderOf("ABC"))] }).map(([, name]) => name);
  expect(names).toEqual(["Answered by", "Settings"]);
});

test("with several controls each line says whose it is", () => {
  const two = [asked(choiceOf("AB")), asked({ ...choiceOf("AB"), response: "SECOND" })];
  const [, question] = sideBySide({ ...item, body: two }, { ...item, body: two });
  expect(question?.lines.map(({ name }) => name)).toContain("SECOND: Choice A");
});
