import fc from "fast-check";
import { expect, test } from "vitest";
import { type BlankKind, blankItem, blankKinds } from "../../../../tests/support/blank-items.ts";
import { checkResponses } from "../check-responses.ts";
import { interactionsOf, namesIn } from "../content.ts";
import type { Item } from "../item.ts";
import { addChoice, moveChoice, removeChoice } from "./choices.ts";
import { interactionFor } from "./interactions.ts";
import { withKeyPart } from "./key.ts";
import { withLimits, withSeveral, withWay } from "./limits.ts";
import { listsOf } from "./lists.ts";
import { type MarkingWay, wayOf } from "./marking-way.ts";
import { withMarks } from "./marks.ts";
import { relettered, renameChoice } from "./rename.ts";
import { edited } from "./settle.ts";
import { addWorked, keyedResponse } from "./worked.ts";

const response = "RESPONSE";

/** What a writer can do to the answers of any item, by numbers that pick among what is there. */
type Press = { readonly does: string; readonly a: number; readonly b: number };
const press: fc.Arbitrary<Press> = fc.record({
  does: fc.constantFrom(
    "add",
    "remove",
    "move",
    "key",
    "unkey",
    "rename",
    "letters",
    "several",
    "way",
    "limit",
    "worked",
    "marks",
  ),
  a: fc.nat(20),
  b: fc.nat(20),
});

const pick = <One>(all: readonly One[], at: number) => all[at % Math.max(1, all.length)];
const ways: readonly MarkingWay[] = [
  { kind: "all-or-nothing" },
  { kind: "each" },
  {
    kind: "steps",
    steps: [
      { parts: 3, marks: 2 },
      { parts: 1, marks: 1 },
    ],
  },
];

/** The parts a key of this item may have: choices, or pairs of them. */
const partsOf = (item: Item): readonly string[] => {
  const interaction = interactionFor(item, response);
  if (interaction === null) return [];
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
  switch (interaction.type) {
    case "match":
      return ids(interaction.sources).map((id, at) => `${id} ${pick(ids(interaction.targets), at)}`);
    case "gap-match":
      return ids(interaction.texts)
        .map((id, at) => `${id} G${(at % 2) + 1}`)
        .slice(0, 2);
    case "associate":
      return ids(interaction.choices).flatMap((id, at, all) => (at % 2 === 1 ? [`${all[at - 1]} ${id}`] : []));
    case "order":
      return [];
    default:
      return namesIn(interaction);
  }
};

const pressed = (item: Item, { does, a, b }: Press): Item => {
  const interaction = interactionFor(item, response);
  if (interaction === null) return item;
  const list = pick(listsOf(interaction), a);
  const names = namesIn(interaction);
  const place = list === undefined ? null : { response, list };
  const part = pick(partsOf(item), b);
  switch (does) {
    case "add":
      return place === null ? item : addChoice(item, place);
    case "remove":
      return place === null || names.length < 3 ? item : removeChoice(item, place, pick(names, b) ?? "");
    case "move":
      return place === null ? item : moveChoice(item, place, { id: pick(names, b) ?? "", to: a % 4 });
    case "key":
    case "unkey":
      return part === undefined ? item : withKeyPart(item, response, part, does === "key");
    case "rename":
      return renameChoice(item, response, { from: pick(names, a) ?? "", to: `N${b}` });
    case "letters":
      return interaction.type === "choice" || interaction.type === "associate" ? relettered(item, response) : item;
    case "several":
      return withSeveral(item, response, b % 2 === 0);
    case "way":
      return interaction.type === "order" ? item : withWay(item, pick(ways, a) ?? { kind: "each" });
    case "limit":
      return withLimits(item, response, { maxChoices: a % 5, minChoices: 0 });
    case "worked":
      return addWorked(item, { response: keyedResponse(item), marks: b % 3 });
    default:
      return withMarks(item, (a % 4) + 1);
  }
};

const answered: readonly BlankKind[] = blankKinds.filter(
  (kind) => !["text-entry", "open-points", "open-levels"].includes(kind),
);

/** A key may be missing while somebody writes, and longer than a limit they have just lowered. */
const lacking = new Set(["no-key", "key-shows"]);

test("whatever a writer does to the answers, nothing names a choice that is not there, and every response is declared once", () => {
  fc.assert(
    fc.property(fc.constantFrom(...answered), fc.array(press, { maxLength: 25 }), (kind, presses) => {
      const item = presses.reduce((now, one) => edited(now, (was) => pressed(was, one)), blankItem(kind, "X-1"));
      expect(checkResponses(item).filter(({ code }) => !lacking.has(code))).toEqual([]);
      const names = new Set(interactionsOf(item.body).flatMap(namesIn));
      const named = item.worked.flatMap((worked) =>
        (worked.response[response] ?? []).flatMap((part) => part.split(" ")),
      );
      expect(named.filter((name) => !names.has(name))).toEqual([]);
    }),
    { numRuns: 400 },
  );
});

test("whatever a writer does, the marks tell one story and the way of marking is still known", () => {
  fc.assert(
    fc.property(fc.constantFrom(...answered), fc.array(press, { maxLength: 25 }), (kind, presses) => {
      const item = presses.reduce((now, one) => edited(now, (was) => pressed(was, one)), blankItem(kind, "X-1"));
      expect(wayOf(item).kind).not.toBe("own");
      expect(item.outcomes.find(({ id }) => id === "SCORE")?.most).toBe(item.maxMark);
      expect(item.outcomes.find(({ id }) => id === "MAXSCORE")?.initial).toEqual([String(item.maxMark)]);
      expect(edited(item, (same) => same)).toEqual(item);
    }),
    { numRuns: 400 },
  );
});
