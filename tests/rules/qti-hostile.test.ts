import { expect, test } from "vitest";
import { unzip, usualLimits, type ZipLimits } from "../../app/platform/zip.ts";
import { openPackage } from "../../app/qti/package-read.ts";
import { importInWords, refusedReport } from "../../app/qti/package-report.ts";
import { crookedZip, zipOf } from "../support/hostile-zip.ts";

const item = `<?xml version="1.0"?>
<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="A" title="Days" adaptive="false" time-dependent="false">
  <qti-response-declaration identifier="RESPONSE" cardinality="single" base-type="identifier"><qti-correct-response><qti-value>X</qti-value></qti-correct-response></qti-response-declaration>
  <qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float"/>
  <qti-item-body><p><img src="p.svg" alt="a picture"/></p>
    <qti-choice-interaction response-identifier="RESPONSE" max-choices="1"><qti-simple-choice identifier="X">Monday</qti-simple-choice><qti-simple-choice identifier="Y">Noon</qti-simple-choice></qti-choice-interaction></qti-item-body>
  <qti-response-processing template="https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct"/>
</qti-assessment-item>`;
const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><rect width="4" height="4"/></svg>`;
const manifest = (files = `<file href="a.xml"/><file href="p.svg"/>`) => `<?xml version="1.0"?>
<manifest xmlns="http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1" identifier="M"><metadata><schema>QTI Package</schema><schemaversion>3.0.0</schemaversion></metadata><organizations/>
<resources><resource identifier="R" type="imsqti_item_xmlv3p0" href="a.xml">${files}</resource></resources></manifest>`;
const sound = { "imsmanifest.xml": manifest(), "a.xml": item, "p.svg": picture };

/** All of an import up to the point where anything could be stored: null when it gets there. */
const refusalOf = async (bytes: Uint8Array, limits?: ZipLimits) => {
  const unzipped = await unzip(bytes, limits);
  if (!unzipped.ok) return { code: unzipped.code, file: unzipped.file, message: unzipped.cause };
  const opened = openPackage(unzipped.files);
  return opened.ok ? null : opened.refusal;
};

test("a sound package is taken", async () => {
  expect(await refusalOf(await zipOf(sound))).toBeNull();
});

const text = (content: string) => new TextEncoder().encode(content);
const entries = Object.entries(sound).map(([name, content]) => ({ name, content: text(content) }));
const withEntry = (entry: Parameters<typeof crookedZip>[0][number]) => crookedZip([...entries, entry]);

test("a zip made by hand is as good as any", async () => {
  expect(await refusalOf(crookedZip(entries))).toBeNull();
});

test.each([
  ["leads up and out", "../../outside.xml"],
  ["leads out by a detour", "items/../../outside.xml"],
  ["is absolute", "/etc/cron.d/outside"],
  ["names a drive", "C:/windows/outside.xml"],
  ["has backslashes", "items\\..\\..\\outside.xml"],
  ["has control characters", "items/a\u0007.xml"],
])("a package with a path that %s is refused", async (_, name) => {
  expect(await refusalOf(withEntry({ name, content: text("x") }))).toMatchObject({ code: "bad-path" });
});

test("a link to another file is refused", async () => {
  const link = withEntry({ name: "b.xml", content: text("/etc/passwd"), mode: 0o120777 });
  expect(await refusalOf(link)).toMatchObject({ code: "symbolic-link", file: "b.xml" });
});

test.each(["a.xml", "A.XML"])("two files of one name are refused (%s)", async (name) => {
  expect(await refusalOf(withEntry({ name, content: text("other") }))).toMatchObject({ code: "same-name" });
});

test("an encrypted file is refused", async () => {
  expect(await refusalOf(withEntry({ name: "b.xml", content: text("x"), flags: 1 }))).toMatchObject({
    code: "encrypted",
  });
});

const small: ZipLimits = { files: 10, one: 50_000, all: 100_000, ratio: 20, freely: 1_000 };

test.each<[string, readonly { name: string; content: Uint8Array; claims?: number }[], string]>([
  ["a file far larger than its packed size", [{ name: "b.txt", content: new Uint8Array(40_000) }], "bomb"],
  ["a file that is too large", [{ name: "b.txt", content: new Uint8Array(60_000) }], "too-large"],
  [
    "files that together are too large",
    [1, 2, 3].map((n) => ({ name: `${n}.bin`, content: noise(40_000) })),
    "too-large",
  ],
  ["too many files", [...Array(9)].map((_, n) => ({ name: `${n}.txt`, content: text("x") })), "too-many-files"],
  ["a file larger than it claims", [{ name: "b.txt", content: new Uint8Array(40_000), claims: 10 }], "damaged"],
])("a bomb is refused before it goes off: %s", async (_, more, code) => {
  expect(await refusalOf(crookedZip([...entries, ...more]), small)).toMatchObject({ code });
});

function noise(size: number) {
  let state = 1;
  return Uint8Array.from({ length: size }, () => {
    state = (state * 48271) % 2147483647;
    return state & 255;
  });
}

test("a usual import allows what a large unit needs", () => {
  expect(usualLimits.files).toBeGreaterThan(5_000);
});

test("a zip within the package is not opened, and does no harm", async () => {
  const nested = await zipOf({ "b.xml": item });
  expect(await refusalOf(await zipOf({ ...sound, "inner.zip": nested }))).toBeNull();
});

test.each([
  ["entities that grow", `<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>`],
  ["an entity from outside", `<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>`],
  ["a parameter entity", `<!DOCTYPE a [<!ENTITY % b SYSTEM "http://example.org/x.dtd"> %b;]><a/>`],
])("a package with %s is refused, with file and line", async (_, content) => {
  const refusal = await refusalOf(await zipOf({ ...sound, "b.xml": `<?xml version="1.0"?>\n${content}` }));
  expect(refusal).toMatchObject({ code: "doctype", file: "b.xml", line: 2 });
});

test.each<[string, string, string | Uint8Array, string]>([
  ["a program called a picture", "q.png", "MZ\u0000 This program", "executable"],
  ["a program by its own name", "run.exe", "MZ", "executable"],
  ["a script of the shell", "q.jpg", "#!/bin/sh\nrm", "executable"],
  ["a web page called a picture", "q.gif", "<html><script>go()</script></html>", "wrong-type"],
  ["a zip called a film", "q.mp4", "PK\u0003\u0004", "wrong-type"],
])("%s refuses the package", async (_, name, content, code) => {
  expect(await refusalOf(await zipOf({ ...sound, [name]: content }))).toMatchObject({ code, file: name });
});

const svg = (inner: string, attributes = "") =>
  `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inner}</svg>`;

test.each([
  ["a script", svg("<script>go()</script>")],
  ["a page within it", svg(`<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>`)],
  ["an event", svg("<rect/>", `onload="go()"`)],
  ["a picture from outside", svg(`<image href="https://example.org/x.png"/>`)],
  ["a use from outside", svg(`<use xlink:href="other.svg#a"/>`)],
  ["a link that acts", svg(`<a xlink:href="javascript:go()"><rect/></a>`)],
  ["a style from outside", svg("<style>@import 'https://example.org/x.css';</style>")],
  ["a fill from outside", svg(`<rect style="fill:url(https://example.org/x)"/>`)],
  ["a change of its references", svg(`<a><set attributeName="href" to="javascript:go()"/></a>`)],
])("a drawing with %s refuses the package", async (_, content) => {
  expect(await refusalOf(await zipOf({ ...sound, "p.svg": content }))).toMatchObject({
    code: "unsafe-picture",
    file: "p.svg",
  });
});

test("a drawing may refer to its own parts", async () => {
  const own = svg(`<g id="a"/><use href="#a"/><rect style="fill:url(#b)"/>`);
  expect(await refusalOf(await zipOf({ ...sound, "p.svg": own }))).toBeNull();
});

test.each([0.1, 0.5, 0.9])("a zip that was cut off is refused (%s of it)", async (share) => {
  const whole = await zipOf(sound);
  expect(await refusalOf(whole.subarray(0, Math.floor(whole.length * share)))).toMatchObject({ code: "not-a-zip" });
});

test("a zip with a changed byte is refused", async () => {
  const whole = Buffer.from(await zipOf(sound));
  const at = whole.indexOf("a.xml") + 40;
  whole[at] = (whole[at] ?? 0) ^ 0xff;
  expect(await refusalOf(whole)).toMatchObject({ code: "damaged" });
});

test("a package with nothing in it is refused", async () => {
  expect(await refusalOf(await zipOf({ "read-me.txt": "hello" }))).toMatchObject({ code: "empty" });
});

test.each(["../../etc/passwd", "file:///etc/passwd", "/etc/passwd", "https://example.org/a.xml"])(
  "a manifest that points out of the package is refused (%s)",
  async (href) => {
    const pointing = manifest().replaceAll("a.xml", href);
    expect(await refusalOf(await zipOf({ ...sound, "imsmanifest.xml": pointing }))).toMatchObject({ code: "bad-path" });
  },
);

const resourcesOf = async (files: Readonly<Record<string, string>>) => {
  const unzipped = await unzip(await zipOf(files));
  const result = openPackage(unzipped.ok ? unzipped.files : []);
  return result.ok ? result.opened.listed.map(result.opened.read) : [];
};

test("a file that the manifest names and the package lacks rejects its resource, with the manifest's line", async () => {
  const lacking = { "imsmanifest.xml": sound["imsmanifest.xml"], "p.svg": picture };
  expect(await resourcesOf(lacking)).toMatchObject([
    { outcome: "rejected", content: null, reasons: [{ code: "missing-file", line: 3 }] },
  ]);
});

test("an item without its picture is kept and not delivered", async () => {
  const lacking = { "imsmanifest.xml": sound["imsmanifest.xml"], "a.xml": item };
  const [found] = await resourcesOf(lacking);
  expect(found).toMatchObject({ outcome: "opaque", content: null });
  expect(found?.reasons[0]).toMatchObject({ code: "missing-file", line: 3 });
});

test("the folder that some tools put around a package is looked through", async () => {
  const inside = Object.fromEntries(Object.entries(sound).map(([name, content]) => [`My export/${name}`, content]));
  expect(await resourcesOf(inside)).toMatchObject([{ outcome: "native", assets: ["My export/p.svg"] }]);
});

test("a refusal says in words that nothing was taken, and where the trouble is", async () => {
  const refusal = await refusalOf(await zipOf({ ...sound, "q.png": "MZ" }));
  const report = refusedReport({ line: 1, ...refusal, file: refusal?.file ?? "" } as Parameters<
    typeof refusedReport
  >[0]);
  expect(importInWords(report)).toBe("Nothing was taken. q.png is a program. (q.png, line 1)");
});
