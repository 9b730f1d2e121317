import { describe, expect, test } from "vitest";
import { soundFiles } from "../../tests/support/bank-on-paper.ts";
import { interactionsOf, wordsOf } from "../exam/item/content.ts";
import { type Item, isClassified } from "../exam/item/item.ts";
import { readForeignItem } from "./read-foreign-item.ts";
import { readItem } from "./read-item.ts";

type Parts = {
  readonly namespace?: string;
  readonly head?: string;
  readonly body?: string;
  readonly rules?: string;
  readonly declared?: string;
  readonly before?: string;
};

const choices = `<choiceInteraction responseIdentifier="RESPONSE" maxChoices="1">
  <simpleChoice identifier="A">Red</simpleChoice><simpleChoice identifier="B">Blue</simpleChoice>
</choiceInteraction>`;

const key = `<responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier">
  <correctResponse><value>B</value></correctResponse></responseDeclaration>`;

const older = ({ namespace = "http://www.imsglobal.org/xsd/imsqti_v2p1", ...parts }: Parts = {}) =>
  `<?xml version="1.0"?>${parts.before ?? ""}
<assessmentItem xmlns="${namespace}" identifier="X1" title="Colours" ${parts.head ?? 'adaptive="false" timeDependent="false"'}>
${parts.declared ?? key}
<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/>
<itemBody>${parts.body ?? choices}</itemBody>
${parts.rules ?? '<responseProcessing template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct"/>'}
</assessmentItem>`;

const native = (xml: string, beside?: (name: string) => string | null) => {
  const read = readForeignItem(xml, "x.xml", beside);
  if (read.kind !== "native") throw new Error(JSON.stringify(read));
  return read;
};
const item = (parts: Parts): Item => native(older(parts)).item;
const control = (body: string, declared?: string) =>
  interactionsOf(item(declared === undefined ? { body } : { body, declared }).body)[0];

describe("an item that we can deliver", () => {
  test.each([
    ["http://www.imsglobal.org/xsd/imsqti_v2p2", "2.2"],
    ["http://www.imsglobal.org/xsd/imsqti_v2p1", "2.1"],
    ["http://www.imsglobal.org/xsd/imsqti_v2p0", "2.0"],
    ["http://www.imsglobal.org/xsd/apip/apipv1p0/qtiitem/imsqti_v2p1", "2.1"],
    ["", "2"],
  ])("of the namespace %j is of version %s", (namespace, version) => {
    expect(native(older({ namespace }))).toMatchObject({
      version,
      identifier: "X1",
      title: "Colours",
      interactions: ["choice"],
      item: {
        id: "X1",
        responses: [{ id: "RESPONSE", correct: ["B"] }],
        processing: { kind: "template", template: "match_correct" },
        maxMark: 1,
        marking: "auto",
      },
    });
  });

  test("has no place in our specification until a writer gives it one", () => {
    expect(isClassified(item({}).classification)).toBe(false);
  });

  test("of ours is read as we read it ourselves", () => {
    for (const text of [soundFiles["unit/items/t-001.xml"] ?? "", soundFiles["unit/items/t-002.xml"] ?? ""]) {
      const ours = readItem(text, "x.xml");
      expect(ours.ok && ours.value).toEqual(native(text).item);
    }
  });

  test("says how many marks it has, or they are worked out and that is said", () => {
    const mapped = `<responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier">
      <mapping defaultValue="0"><mapEntry mapKey="A" mappedValue="1"/><mapEntry mapKey="B" mappedValue="3"/></mapping>
      </responseDeclaration>`;
    const read = native(older({ declared: mapped, rules: '<responseProcessing template="/map_response"/>' }));
    expect(read.item.maxMark).toBe(3);
    expect(read.warnings).toMatchObject([{ code: "guessed", file: "x.xml" }]);
  });

  test("may declare a response that holds one value, whatever its control would take", () => {
    expect(control(choices.replace('maxChoices="1"', 'maxChoices="0"'))).toMatchObject({ maxChoices: 1 });
  });

  test("may leave a response undeclared, and a control tells what it is", () => {
    const read = native(older({ declared: "" }));
    expect(read.item.responses).toMatchObject([{ id: "RESPONSE", cardinality: "single", baseType: "identifier" }]);
    expect(read.warnings.map(({ code }) => code)).toContain("undeclared-response");
  });

  test("keeps its scorers' notes out of the question", () => {
    const body = `<rubricBlock view="scorer"><p>Blue, because.</p></rubricBlock><rubricBlock view="candidate"><p>Look.</p></rubricBlock>${choices}`;
    const read = item({ body });
    expect(wordsOf(read.body)).toBe("Look. Red Blue");
    expect(read.scheme?.notes.map(({ content }) => wordsOf(content))).toEqual(["Blue, because."]);
  });

  test("loses its feedback, and that is said", () => {
    const body = `<p>Which?<feedbackInline outcomeIdentifier="F" identifier="f" showHide="show">Blue!</feedbackInline></p>${choices}`;
    const read = native(older({ body }));
    expect(wordsOf(read.item.body)).toBe("Which? Red Blue");
    expect(read.warnings.map(({ code }) => code)).toContain("left-out");
  });

  test("may show formulas, and only show them", () => {
    const body = `<p><m:math xmlns:m="http://www.w3.org/1998/Math/MathML"><m:semantics><m:msup><m:mi>x</m:mi><m:mn>2</m:mn></m:msup><m:annotation>x^2</m:annotation></m:semantics></m:math></p>${choices}`;
    const text = JSON.stringify(item({ body }).body);
    expect(text).toContain('"msup"');
    expect(text).not.toContain("x^2");
  });

  test("loses scripts and handlers, whatever they would do", () => {
    const body = `<p onclick="go()">Which?<script>go()</script><iframe src="x"/></p>${choices}`;
    expect(JSON.stringify(item({ body }).body)).not.toContain("go()");
  });

  test("may hold several controls, in a table too", () => {
    const body = `<table><tbody><tr><td><textEntryInteraction responseIdentifier="R1"/></td><td><textEntryInteraction responseIdentifier="R2"/></td></tr></tbody></table>`;
    const declared = ["R1", "R2"]
      .map((id) => `<responseDeclaration identifier="${id}" cardinality="single" baseType="string"/>`)
      .join("");
    expect(interactionsOf(item({ body, declared, rules: "" }).body)).toMatchObject([
      { response: "R1", label: "Answer 1" },
      { response: "R2", label: "Answer 2" },
    ]);
  });

  test("may point to a DOCTYPE elsewhere, which is passed over", () => {
    const read = native(older({ before: '<!DOCTYPE assessmentItem SYSTEM "http://example.org/x.dtd">' }));
    expect(read.warnings[0]).toMatchObject({ code: "doctype", line: 1 });
  });

  test("may include text from a file beside it", () => {
    const body = `<div><xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="story.xml"/></div><object type="text/html" data="page.html"/>${choices}`;
    const files: Record<string, string> = {
      "story.xml": "<p>Once upon a time.</p>",
      "page.html": "<html><head><title>T</title></head><body><p>The end.</p></body></html>",
    };
    expect(wordsOf(native(older({ body }), (name) => files[name] ?? null).item.body)).toBe(
      "Once upon a time. The end. Red Blue",
    );
  });

  const picture = `<object type="image/png" data="map.png" width="100" height="80">A map</object>`;
  test.each([
    [
      `<sliderInteraction responseIdentifier="RESPONSE" lowerBound="0" upperBound="10" step="2"/>`,
      { type: "slider", lower: 0, upper: 10, step: 2 },
    ],
    [
      `<selectPointInteraction responseIdentifier="RESPONSE" maxChoices="2">${picture}</selectPointInteraction>`,
      { type: "select-point", picture: { src: "map.png", width: 100, height: 80, alt: "A map" }, maxChoices: 2 },
    ],
    [
      `<graphicOrderInteraction responseIdentifier="RESPONSE">${picture}<hotspotChoice identifier="A" shape="circle" coords="5,5,2"/></graphicOrderInteraction>`,
      { type: "graphic-order", regions: [{ id: "A", shape: "circle", coords: [5, 5, 2], label: "Place A" }] },
    ],
    [
      `<graphicAssociateInteraction responseIdentifier="RESPONSE" maxAssociations="3">${picture}<associableHotspot identifier="A" matchMax="2" shape="ellipse" coords="5,5,2,1"/></graphicAssociateInteraction>`,
      { type: "graphic-associate", maxAssociations: 3, regions: [{ id: "A", shape: "ellipse", matchMax: 2 }] },
    ],
    [
      `<graphicGapMatchInteraction responseIdentifier="RESPONSE">${picture}<gapImg identifier="G" matchMax="1"><object type="image/png" data="g.png">Tap</object></gapImg><associableHotspot identifier="A" matchMax="1" shape="default" coords=""/></graphicGapMatchInteraction>`,
      {
        type: "graphic-gap-match",
        texts: [{ id: "G", content: [{ tag: "img", attributes: { src: "g.png", alt: "Tap" } }] }],
        regions: [{ id: "A", shape: "default", coords: [] }],
      },
    ],
    [
      `<mediaInteraction responseIdentifier="RESPONSE" maxPlays="2" autostart="true"><object type="audio/mpeg" data="a.mp3">A bell</object></mediaInteraction>`,
      { type: "media", media: { kind: "audio", src: "a.mp3", words: "A bell" }, maxPlays: 2 },
    ],
    [
      `<orderInteraction responseIdentifier="RESPONSE" maxChoices="1"><simpleChoice identifier="A">1</simpleChoice><simpleChoice identifier="B">2</simpleChoice></orderInteraction>`,
      { type: "order", maxChoices: 1 },
    ],
    [
      `<extendedTextInteraction responseIdentifier="RESPONSE" maxStrings="3"/>`,
      { type: "extended-text", maxStrings: 3 },
    ],
  ])("%s is read", (body, expected) => {
    expect(control(body, "")).toMatchObject(expected);
  });

  test("maps points by their areas", () => {
    const declared = `<responseDeclaration identifier="RESPONSE" cardinality="single" baseType="point">
      <areaMapping defaultValue="0"><areaMapEntry shape="rect" coords="0,0,9,9" mappedValue="2"/></areaMapping></responseDeclaration>`;
    const body = `<selectPointInteraction responseIdentifier="RESPONSE" maxChoices="1">${picture}</selectPointInteraction>`;
    expect(item({ body, declared, rules: '<responseProcessing template="/map_response_point"/>' })).toMatchObject({
      maxMark: 2,
      responses: [{ areas: { entries: [{ area: { shape: "rect", coords: [0, 0, 9, 9] }, value: 2 }] } }],
    });
  });
});

describe("an item that is kept as it is", () => {
  test.each<[string, Parts, string, string]>([
    ["it is adaptive", { head: 'adaptive="true" timeDependent="false"' }, "adaptive", "Adaptive"],
    [
      "it is made from a template",
      { declared: '<templateDeclaration identifier="T" cardinality="single" baseType="integer"/>' },
      "template-processing",
      "qti-template-declaration",
    ],
    [
      "it needs drawing",
      { body: '<drawingInteraction responseIdentifier="RESPONSE"/>' },
      "unsupported-interaction",
      "qti-drawing-interaction",
    ],
    [
      "its control is somebody's own",
      { body: '<customInteraction responseIdentifier="RESPONSE"/>' },
      "unsupported-interaction",
      "qti-custom-interaction",
    ],
    [
      "its marks hang on an operator of somebody's own",
      {
        rules:
          '<responseProcessing><setOutcomeValue identifier="SCORE"><customOperator class="org.example.Magic"/></setOutcomeValue></responseProcessing>',
      },
      "unsupported-operator",
      "org.example.Magic",
    ],
    [
      "its marks hang on chance",
      {
        rules:
          '<responseProcessing><setOutcomeValue identifier="SCORE"><randomInteger min="0" max="1"/></setOutcomeValue></responseProcessing>',
      },
      "chance",
      "chance",
    ],
    [
      "its template is not one we know, and is not fetched",
      { rules: '<responseProcessing template="http://example.org/own.xml"/>' },
      "not-supported",
      "http://example.org/own.xml",
    ],
    ["nothing can be answered", { body: "<p>Read this.</p>" }, "no-interaction", "nothing to answer"],
    ["two controls give one response", { body: `${choices}${choices}` }, "repeated-response", "RESPONSE"],
    [
      "part of it is in a file that is not there",
      { body: `<include href="http://example.org/story.xml"/>${choices}` },
      "outside",
      "XInclude",
    ],
  ])("because %s", (_, parts, code, words) => {
    const xml = older(parts);
    const read = readForeignItem(xml, "x.xml");
    expect(read).toMatchObject({ kind: "opaque", code, xml, file: "x.xml", identifier: "X1", title: "Colours" });
    expect(read.kind === "opaque" && read.words).toContain(words);
  });

  test("says the line of the reason", () => {
    expect(readForeignItem(older({ body: '\n\n<drawingInteraction responseIdentifier="R"/>' }), "x.xml")).toMatchObject(
      {
        line: 8,
      },
    );
  });
});

describe("a file that is refused", () => {
  test.each([
    ["entities of its own", '<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>', "doctype"],
    ["an unknown entity", "<a>&nbsp;</a>", "bad-xml"],
    ["not well-formed", "<a><b></a>", "bad-xml"],
    ["empty", "", "bad-xml"],
    ["QTI 1.2", "<questestinterop/>", "old-version"],
    ["a test", '<assessmentTest xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1"/>', "wrong-root"],
    ["something else", "<html/>", "wrong-root"],
  ])("%s", (_, text, code) => {
    expect(readForeignItem(text, "x.xml")).toMatchObject({ kind: "rejected", problems: [{ code, file: "x.xml" }] });
  });
});
