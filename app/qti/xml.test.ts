import { expect, test } from "vitest";
import { descendantsNamed, parseXml, textOf } from "./xml.ts";

const parse = (text: string) => parseXml(text, "x.xml");

test("an element knows its line, its attributes and its text", () => {
  const parsed = parse('<a xmlns="urn:x">\n  <b id="1"\n     xml:lang="en">one &amp; <![CDATA[two]]></b>\n</a>');
  if (!parsed.ok) throw new Error(parsed.problem.cause);
  const [b] = descendantsNamed(parsed.root, "b");
  expect(b).toMatchObject({ namespace: "urn:x", line: 2, attributes: { id: "1", "xml:lang": "en" } });
  expect(b && textOf(b)).toBe("one & two");
});

test.each([
  ["nothing at all", "", "bad-xml"],
  ["two roots", "<a/><b/>", "bad-xml"],
  ["an undeclared prefix", "<x:a/>", "bad-xml"],
  ["a doctype with entities", '<!DOCTYPE a [<!ENTITY e "boom">]><a>&e;</a>', "doctype"],
  ["an outside entity", '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', "doctype"],
  ["sixty-one elements inside each other", "<a>".repeat(61) + "</a>".repeat(61), "too-deep"],
  ["more than a million characters", `<a>${"x".repeat(1_000_000)}</a>`, "too-large"],
])("%s is refused", (_, text, code) => {
  expect(parse(text)).toMatchObject({ ok: false, problem: { file: "x.xml", code } });
});
