import { describe, expect, test } from "vitest";
import { blankItem } from "../../../../tests/support/blank-items.ts";
import type { Body, Node } from "../body.ts";
import { checkResponses } from "../check-responses.ts";
import { gapsOf, hottextsOf, interactionsOf } from "../content.ts";
import { freshGap, freshHottext, newControl, withBody, withContent, withSettings } from "./content-edit.ts";
import { interactionFor } from "./interactions.ts";
import { withKeyPart } from "./key.ts";
import { edited } from "./settle.ts";

const R = "RESPONSE";
const words = (text: string): Node => ({ kind: "text", text });
const paragraph = (...children: readonly Node[]): Node => ({ kind: "element", tag: "p", attributes: {}, children });

describe("a sentence with lists", () => {
  const one = blankItem("inline-choice", "X-1");
  const second = newControl(one, "inline-choice");
  const two = edited(one, (item) =>
    withBody(item, [...item.body, paragraph({ kind: "interaction", interaction: second })]),
  );

  test("a second list is declared, and its mark is added to that of the first", () => {
    const keyed = edited(
      edited(two, (item) => withKeyPart(item, R, "A", true)),
      (item) => withKeyPart(item, "R2", "B", true),
    );
    expect(keyed.responses.map(({ id, correct }) => [id, correct])).toEqual([
      [R, ["A"]],
      ["R2", ["B"]],
    ]);
    expect([keyed.maxMark, keyed.processing.kind, checkResponses(keyed)]).toEqual([2, "rules", []]);
  });

  test("a list that is taken out of the text is no longer declared", () => {
    expect(edited(two, (item) => withBody(item, one.body))).toEqual(one);
  });

  test("a list that was copied is another list", () => {
    const copied = edited(one, (item) => withBody(item, [...item.body, ...item.body]));
    expect(interactionsOf(copied.body).map(({ response }) => response)).toEqual([R, "R1"]);
    expect(checkResponses(copied).map(({ code }) => code)).toEqual([]);
  });
});

describe("a text with gaps", () => {
  const item = edited(blankItem("gap-match", "X-1"), (was) =>
    withKeyPart(withKeyPart(was, R, "T1 G1", true), R, "T2 G2", true),
  );
  const content: Body = [paragraph(words("Pass to "), { kind: "gap", id: "G2" })];

  test("a gap that is taken out leaves the key", () => {
    const left = edited(item, (was) => withContent(was, R, content));
    expect(left.responses[0]?.correct).toEqual(["T2 G2"]);
    expect(left.maxMark).toBe(1);
  });

  test("a gap that was copied is another gap", () => {
    const copied = edited(item, (was) => withContent(was, R, [...content, ...content]));
    const interaction = interactionFor(copied, R);
    expect(interaction?.type === "gap-match" && gapsOf(interaction.content)).toEqual(["G2", "G1"]);
  });

  test("a new gap has the first number that is free", () => {
    expect(freshGap(content)).toBe("G1");
  });
});

test("a phrase that was parted in two is two phrases", () => {
  const half = (text: string): Node => ({ kind: "hottext", id: "H1", children: [words(text)] });
  const item = edited(blankItem("hottext", "X-1"), (was) =>
    withContent(was, R, [paragraph(half("a")), paragraph(half("b"))]),
  );
  const interaction = interactionFor(item, R);
  expect(interaction?.type === "hottext" && hottextsOf(interaction.content)).toEqual(["H1", "H2"]);
  expect(freshHottext(interaction?.type === "hottext" ? interaction.content : [])).toBe("H3");
});

test("an interaction takes only the settings it has", () => {
  const item = withSettings(blankItem("choice", "X-1"), R, { shuffle: false, expectedLines: 9 });
  expect(interactionFor(item, R)).toMatchObject({ shuffle: false });
  expect(interactionFor(item, R)).not.toHaveProperty("expectedLines");
});
