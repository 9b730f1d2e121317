import { afterAll, beforeAll, expect, test } from "vitest";
import { folderOnDisk } from "../../app/cli/folder-on-disk.ts";
import { picturesOf } from "../../app/exam/item/content.ts";
import type { Actor } from "../../app/exam/people/actor.ts";
import { zip } from "../../app/platform/zip.ts";
import { readBank, unitsIn } from "../../app/qti/bank-folder.ts";
import { contentOf } from "../../app/qti/package-content.ts";
import { writePackage } from "../../app/qti/package-write.ts";
import { sure } from "../../prisma/seed/sure.ts";
import { type ExamDatabase, examDatabase } from "../support/database.ts";
import { zipOf } from "../support/hostile-zip.ts";

let here: ExamDatabase;
let writer: Actor;
beforeAll(async () => {
  here = await examDatabase();
  writer = await here.make.staff("item-writer");
});
afterAll(() => here.close());

const folder = folderOnDisk("question-bank");
const [unit = ""] = unitsIn(folder);

async function readAll(report: string) {
  const bars: string[] = [];
  for (;;) {
    const answer = await here.commands.bank.readSlice(writer, { report });
    if (!answer.ok) throw new Error(answer.refusal);
    bars.push(`${answer.done} of ${answer.total}`);
    if (answer.done >= answer.total) return bars;
  }
}

test("a whole bank is taken in slice by slice, and its report can be searched", async () => {
  const versions = () => here.database.prisma.itemVersion.count();
  const before = await versions();
  const { bank } = readBank(folder, unit);
  const content = bank === null ? null : contentOf(bank, "all");
  const bytes = await zip(content === null ? [] : writePackage(content));
  const received = await here.commands.bank.receivePackage(writer, { name: "C:\\export\\bank.zip", bytes });
  if (!received.ok) throw new Error(received.refusal);

  const bars = await readAll(received.report);
  expect(bars.length).toBeGreaterThan(1);
  const found = await here.views.bank.importReport(writer, {
    report: received.report,
    outcome: "native",
    q: "cse-001",
  });
  expect(found).toMatchObject({
    ok: true,
    found: 1,
    report: { fileName: "bank.zip", version: "3.0.1", opaque: 0, rejected: 0, refused: null },
    lines: [{ path: "items/cse-001.xml", identifier: "CSE-001", kind: "item", interactions: ["match"], reasons: [] }],
  });
  const total = (bank?.items.length ?? 0) + (bank?.stimuli.length ?? 0) + (bank?.forms.length ?? 0);
  expect(found).toMatchObject({ report: { native: total, done: total } });
  expect(await versions()).toBe(before);
});

test("two people who read one import at once read nothing twice", async () => {
  const item = folder.read(`${unit}/items/cse-001.xml`) ?? new Uint8Array();
  const received = await here.commands.bank.receivePackage(writer, { name: "cse-001.xml", bytes: item });
  const report = received.ok ? received.report : "";
  const [one, two] = await Promise.all([1, 2].map(() => here.commands.bank.readSlice(writer, { report })));
  expect([one, two]).toMatchObject([
    { ok: true, done: 1, total: 1 },
    { ok: true, done: 1, total: 1 },
  ]);
  expect(await here.database.prisma.importedResource.count({ where: { reportId: report } })).toBe(1);
});

test("of a hostile package nothing is kept but the report that says why", async () => {
  const bytes = await zipOf({ "a.xml": "<a/>", "q.png": "MZ a program" });
  const received = await here.commands.bank.receivePackage(writer, { name: "gift.zip", bytes });
  const report = received.ok ? received.report : "";
  expect(await here.views.bank.importReport(writer, { report })).toMatchObject({
    ok: true,
    found: 0,
    report: { total: 0, refused: { code: "executable", file: "q.png" } },
  });
  expect(await here.database.prisma.importedFile.count({ where: { reportId: report } })).toBe(0);
  expect(await here.commands.bank.readSlice(writer, { report })).toMatchObject({ ok: true, done: 0, total: 0 });
});

test("a file has to be chosen, and importing is for item writers and administrators", async () => {
  expect(await here.commands.bank.receivePackage(writer, { name: "", bytes: new Uint8Array() })).toMatchObject({
    refusal: "badly-formed",
  });
  const awarder = await here.make.staff("awarder");
  const bytes = await zipOf({ "a.xml": "<a/>" });
  expect(await here.commands.bank.receivePackage(awarder, { name: "a.zip", bytes })).toMatchObject({
    refusal: "not-allowed",
  });
  expect(await here.views.bank.imports(awarder, {})).toMatchObject({ refusal: "not-allowed" });
  expect(await here.views.bank.imports(writer, {})).toMatchObject({ ok: true });
});

test("an imported item becomes a draft of the unit that the writer names, once; what cannot be used says why", async () => {
  const files = ["cse-001.xml", "cse-002.xml"].map((name) => ({
    path: name,
    bytes: folder.read(`${unit}/items/${name}`) ?? new Uint8Array(),
  }));
  const bytes = await zip([...files, { path: "odd.xml", bytes: new TextEncoder().encode("<p>No item</p>") }]);
  const received = await here.commands.bank.receivePackage(writer, { name: "two.zip", bytes });
  if (!received.ok) throw new Error(received.refusal);
  await readAll(received.report);
  const report = async () => {
    const found = await here.views.bank.importReport(writer, { report: received.report });
    if (!found.ok) throw new Error(found.refusal);
    return found;
  };
  const { lines, units } = await report();
  const [native] = lines.filter(({ outcome, kind }) => outcome === "native" && kind === "item");
  const [odd] = lines.filter(({ outcome }) => outcome !== "native");
  expect(units.map(({ id }) => id)).toContain(unit);
  if (!native || !odd) throw new Error("The package was read in another way.");

  const make = (by: Actor, resource: string, component = unit) =>
    here.commands.authoring.draftFromImport(by, { resource, component });
  const made = await make(writer, native.id);
  if (!made.ok) throw new Error(made.refusal);
  expect(await make(writer, native.id)).toEqual({ ok: true, draft: made.draft, fresh: false });
  const draft = await here.views.authoring.draft(writer, { draft: made.draft });
  if (!draft.ok) throw new Error(draft.refusal);
  expect(draft.draft.content.title).toBe(native.title);
  expect(draft.draft.itemId).not.toBe(native.identifier);
  expect(draft.events).toMatchObject([{ step: "imported" }]);
  expect((await report()).lines.find(({ id }) => id === native.id)?.draft).toBe(made.draft);

  expect(await make(writer, odd.id)).toMatchObject({ ok: false, refusal: "not-importable" });
  expect(await make(writer, native.id, "no-such-unit")).toMatchObject({ ok: false, refusal: "not-found" });
  const examiner = await here.make.staff("examiner");
  expect(await make(examiner, native.id)).toMatchObject({ ok: false, refusal: "not-allowed" });
});

test("the pictures of an imported item come with its draft, under names that are free in the unit", async () => {
  const item = new TextDecoder().decode(folder.read(`${unit}/items/cse-009.xml`) ?? undefined);
  const [, own = ""] = /"\.\.\/pictures\/([^"]+\.svg)"/.exec(item) ?? [];
  const drawn = folder.read(`${unit}/pictures/${own}`) ?? new Uint8Array();
  const other = new TextEncoder().encode(new TextDecoder().decode(drawn).replace("<svg ", '<svg id="other" '));
  const brought = async (picture: Uint8Array) => {
    const bytes = await zip([
      { path: "items/one.xml", bytes: new TextEncoder().encode(item) },
      { path: `pictures/${own}`, bytes: picture },
    ]);
    const { report } = await sure(here.commands.bank.receivePackage(writer, { name: "one.zip", bytes }));
    await readAll(report);
    const { lines } = await sure(here.views.bank.importReport(writer, { report }));
    const [line] = lines.filter(({ kind }) => kind === "item");
    const made = await sure(
      here.commands.authoring.draftFromImport(writer, { resource: line?.id ?? "", component: unit }),
    );
    return sure(here.views.authoring.draft(writer, { draft: made.draft }));
  };
  const same = await brought(drawn);
  expect([picturesOf(same.draft.content.body), same.faults]).toEqual([[`../pictures/${own}`], []]);

  const fresh = await brought(other);
  const [name = ""] = picturesOf(fresh.draft.content.body);
  expect([name, fresh.faults]).toEqual([`../pictures/${own.replace(".svg", "-2.svg")}`, []]);
  expect(Buffer.from((fresh.pictures[name] ?? "").split(",")[1] ?? "", "base64").toString()).toContain('id="other"');
});
