import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { folderOnDisk } from "../../../cli/folder-on-disk.ts";
import type { Body, Interaction, Node } from "../../../exam/item/body.ts";
import { bodiesOf, interactionsOf } from "../../../exam/item/content.ts";
import { readBank, unitsIn } from "../../../qti/bank-folder.ts";
import { type DocBlock, docShape } from "./doc.ts";
import { bodyFrom, type Words } from "./from-doc.ts";
import { tidied } from "./tidy.ts";
import { docFrom } from "./to-doc.ts";

const places: readonly Words[] = ["blocks", "words"];
const through = (body: Body, place: Words) => {
  const doc = docShape.parse(JSON.parse(JSON.stringify(docFrom(body, place))));
  const interactions = new Map(interactionsOf(body).map((one) => [one.response, one]));
  return bodyFrom(doc, { place, interactions });
};

const folder = folderOnDisk("question-bank");
const bodies = unitsIn(folder).flatMap((unit) => {
  const { bank } = readBank(folder, unit);
  const items = (bank?.items ?? []).flatMap((item) => [item.body, ...interactionsOf(item.body).flatMap(bodiesOf)]);
  return [...items, ...(bank?.stimuli ?? []).map((stimulus) => stimulus.body)];
});

test("every question, choice and source of the bank comes back from the editor as it went in", () => {
  expect(bodies.length).toBeGreaterThan(1_000);
  for (const body of bodies) for (const place of places) expect(through(body, place)).toEqual(tidied(body));
});

test("hardly anything in the bank is out of the editor's reach", () => {
  const kept = (blocks: readonly DocBlock[]): number =>
    blocks.filter((block) => block.type === "kept" || JSON.stringify(block).includes('"keptWords"')).length;
  const all = bodies.map((body) => docFrom(body, "blocks").content);
  expect(all.reduce((sum, blocks) => sum + kept(blocks), 0)).toBeLessThan(10);
});

const element = (tag: Extract<Node, { kind: "element" }>["tag"], children: Body, attributes = {}): Node => ({
  kind: "element",
  tag,
  attributes,
  children,
});
const word = fc.stringMatching(/^[a-z]{1,4} ?$/).map((text): Node => ({ kind: "text", text }));
const control = (type: "text-entry" | "choice", response: string): Node => ({
  kind: "interaction",
  interaction:
    type === "text-entry"
      ? { type, response, expectedLength: null, label: "Answer" }
      : { type, response, prompt: [], choices: [], minChoices: 0, maxChoices: 1, shuffle: true },
});

/** Any words an item may hold, those the editor does not know among them. */
const { words, blocks } = fc.letrec<{ words: Body; one: Node; blocks: Body; block: Node }>((tie) => ({
  words: fc.array(tie("one"), { maxLength: 4 }),
  one: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    word,
    fc.constantFrom<Node>(
      element("br", []),
      element("img", [], { src: "../pictures/a.svg", alt: "A plan" }),
      element("span", [], { class: "qti-x" }),
      element("math", [element("mi", [{ kind: "text", text: "x" }])]),
      { kind: "gap", id: "G1" },
      control("text-entry", "R1"),
    ),
    fc
      .tuple(fc.constantFrom("strong", "em", "sub", "b", "span", "abbr", "q", "ruby"), tie("words"))
      .map(([tag, children]) => element(tag as "strong", children, tag === "span" ? { lang: "fr" } : {})),
    fc
      .tuple(fc.constantFrom("H1", "H2"), tie("words"))
      .map(([id, children]): Node => ({ kind: "hottext", id, children })),
  ),
  blocks: fc.array(fc.oneof(tie("block"), tie("one")), { maxLength: 4 }),
  block: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    tie("words").map((children) => element("p", children)),
    fc.constantFrom<Node>(control("choice", "R2"), element("hr", []), element("dl", [element("dt", [])])),
    tie("words").map((children) => element("h3", children)),
    tie("blocks").map((children) => element("div", children, { class: "qti-y" })),
    tie("blocks").map((children) => element("figure", children)),
    fc
      .tuple(fc.constantFrom("ul" as const, "ol" as const), fc.array(tie("blocks"), { maxLength: 3 }))
      .map(([tag, items]) =>
        element(
          tag,
          items.map((children) => element("li", children)),
        ),
      ),
    fc.array(fc.array(tie("blocks"), { maxLength: 2 }), { maxLength: 2 }).chain((rows) =>
      fc.constantFrom("thead" as const, "tbody" as const, null).map((group) => {
        const all = rows.map((cells, at) =>
          element(
            "tr",
            cells.map((children) =>
              element(at === 0 ? "th" : "td", children, at === 0 ? { scope: "col" } : { colspan: "2" }),
            ),
          ),
        );
        return element("table", group === null ? all : [element(group, all)]);
      }),
    ),
  ),
}));

type Seen = string;
const phrases = /^(strong|b|em|i|sub|sup|abbr|bdo|cite|code|del|dfn|ins|kbd|q|samp|small|span|u|var|a)$/;

/** What a reader gets, piece by piece: each sign with all that is said of it, whatever the nesting. Paragraphs apart. */
const seen = (body: Body, within: readonly string[] = []): readonly Seen[] =>
  body.flatMap((node): readonly Seen[] => {
    const say = (what: string) => [`${what} in ${[...new Set(within)].toSorted().join("+")}`];
    if (node.kind === "text") return [...node.text].flatMap(say);
    if (node.kind === "gap") return say(`gap ${node.id}`);
    if (node.kind === "interaction") return say(`control ${node.interaction.response}`);
    if (node.kind === "hottext") {
      const inner = seen(node.children, [...within, `hottext ${node.id}`]);
      return inner.length > 0 ? inner : say(`empty hottext ${node.id}`);
    }
    const name = `${node.tag}${JSON.stringify(node.attributes)}`;
    const inner = seen(node.children, phrases.test(node.tag) ? [...within, name] : within);
    if (phrases.test(node.tag)) return inner.length > 0 ? inner : say(`empty ${name}`);
    return node.tag === "p" && inner.length === 0 ? [] : [`<${name}>`, ...inner, `</${node.tag}>`];
  });

/** Words beside words get paragraphs of their own when they were apart, so that paragraphs are compared by what is in them. */
const pieces = (body: Body) => seen(tidied(body)).filter((piece) => !/^<\/?p[{>]/.test(piece));

describe("any content at all", () => {
  test.each(places)("keeps every sign, every control and all that is said of them, in a place for %s", (place) => {
    fc.assert(
      fc.property(blocks, (body) => {
        const once = through(body, place);
        expect(pieces(once)).toEqual(pieces(body));
        expect(interactionsOf(once)).toEqual(interactionsOf(body));
      }),
      { numRuns: 500 },
    );
  });

  test.each(places)("changes no more when it goes through the editor again, in a place for %s", (place) => {
    fc.assert(
      fc.property(fc.oneof(blocks, words), (body) => {
        const once = through(body, place);
        expect(through(once, place)).toEqual(once);
      }),
      { numRuns: 500 },
    );
  });
});

test("a control is shown as it now is, also inside what the editor keeps as it was", () => {
  const body: Body = [element("figure", [control("choice", "R")])];
  const now: Interaction = {
    type: "choice",
    response: "R",
    prompt: [],
    choices: [],
    minChoices: 0,
    maxChoices: 3,
    shuffle: false,
  };
  const doc = docFrom(body, "blocks");
  expect(interactionsOf(bodyFrom(doc, { place: "blocks", interactions: new Map([["R", now]]) }))).toEqual([now]);
});
