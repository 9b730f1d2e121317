import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { interactionsOf } from "../../app/exam/item/content.ts";
import type { Item } from "../../app/exam/item/item.ts";
import { partsOf } from "../../app/exam/item/specification.ts";
import { sha256 } from "../../app/platform/secrets.ts";
import { sure } from "../../prisma/seed/sure.ts";
import { type AuthoringRoom, authoringRoom, timedUnit } from "../support/authoring-room.ts";
import { generatedBank } from "../support/generated-bank.ts";

const patience = 60_000;
let room: AuthoringRoom;
/** A made-up bank beside the real one: enough for several pages. */
const { items: made } = generatedBank({ items: 130 });
beforeAll(async () => {
  room = await authoringRoom();
  const { prisma } = room.database;
  await prisma.itemVersion.createMany({
    data: made.map((item) => ({
      id: randomUUID(),
      itemId: item.id,
      version: 1,
      checksum: sha256(item.id),
      title: item.title,
      maxMark: item.maxMark,
      marking: item.marking,
      content: item as object,
      xml: "",
      loadedAt: new Date(room.clock.now()),
    })),
  });
  await prisma.componentItem.createMany({ data: made.map(({ id }) => ({ componentId: timedUnit, itemId: id })) });
}, patience);
afterAll(() => room.close());

const list = (asked: object) => sure(room.views.bank.list(room.writer, asked));
/** Every page of a list, after each other. */
async function whole(asked: object) {
  const { pages, ...first } = await list(asked);
  const rest = await Promise.all(
    Array.from({ length: Math.max(0, pages - 1) }, (_, at) => list({ ...asked, page: at + 2 })),
  );
  return { ...first, items: [first, ...rest].flatMap(({ items }) => items) };
}
const newest = async (): Promise<readonly Item[]> => {
  const rows = await room.database.prisma.itemVersion.findMany({
    distinct: ["itemId"],
    orderBy: [{ itemId: "asc" }, { version: "desc" }],
  });
  return rows.map(({ content }) => content as unknown as Item);
};
const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id).toSorted();

describe("the list of items", () => {
  test.each<[string, object, (item: Item) => boolean]>([
    ["everything", {}, () => true],
    ["an area", { area: "B3" }, ({ classification }) => classification.area === "B3"],
    ["all areas of a letter", { area: "C" }, ({ classification }) => classification.area.startsWith("C")],
    ["an objective", { objective: "AO2" }, (item) => partsOf(item).some(([objective]) => objective === "AO2")],
    [
      "a kind of interaction",
      { interaction: "order" },
      ({ body }) => interactionsOf(body).some(({ type }) => type === "order"),
    ],
    ["a tariff", { marks: "6" }, ({ maxMark }) => maxMark === 6],
    ["how it is marked", { marking: "person" }, ({ marking }) => marking === "person"],
    [
      "two things at once",
      { marking: "auto", area: "A1" },
      ({ marking, classification }) => marking === "auto" && classification.area === "A1",
    ],
  ])("has, on all its pages together, exactly the items of %s", async (_, asked, isAsked) => {
    const { items, counts } = await whole(asked);
    const expected = (await newest()).filter(isAsked);
    expect(expected.length).toBeGreaterThan(0);
    expect(ids(items.map(({ itemId }) => ({ id: itemId })))).toEqual(ids(expected));
    expect([counts.found, counts.marks]).toEqual([
      expected.length,
      expected.reduce((sum, { maxMark }) => sum + maxMark, 0),
    ]);
  });

  test("finds words of the question, whatever their case, and takes signs of a search for what they are", async () => {
    const found = (await list({ q: "lakeview hotel" })).items.map(({ itemId }) => itemId);
    const said = (await newest()).filter((item) => JSON.stringify(item.body).toLowerCase().includes("lakeview hotel"));
    expect(found).toEqual(expect.arrayContaining(ids(said)));
    expect((await list({ q: "100%_\\" })).items).toEqual([]);
  });

  test("is in the order that was asked, and the same item is never on two pages", async () => {
    for (const sort of ["item", "-item", "title", "area", "-marks", "-changed", "-started"]) {
      const { items } = await whole({ sort });
      expect(new Set(items.map(({ itemId }) => itemId)).size, sort).toBe(items.length);
    }
    const marks = (await whole({ sort: "-marks" })).items.map((item) => item.marks);
    expect(marks).toEqual(marks.toSorted((a, b) => b - a));
    const knowledge = (await whole({ sort: "area", unit: "understand-customers" })).items.map(({ area }) => area);
    expect(knowledge).toEqual(knowledge.toSorted((a, b) => a.localeCompare(b, "en", { numeric: true })));
  });

  test("a page that is not there is empty and still says how many there are", async () => {
    const { items, counts, pages } = await list({ page: "999" });
    expect([items, counts.found > 200, pages > 4]).toEqual([[], true, true]);
  });
});

test("an item is listed as it stands: live, edited, in review, approved, retired", async () => {
  const { authoring, writer } = room;
  await room.edited("CSE-001");
  await room.sent("CSE-002");
  await room.approved("CSE-003");
  await sure(authoring.retireItem(writer, { item: "CSE-004", why: "Out of date." }));
  const standing = async (q: string) => (await list({ q })).items[0]?.standing;
  expect(await Promise.all(["CSE-001", "CSE-002", "CSE-003", "CSE-004", "CSE-005"].map(standing))).toEqual([
    "draft",
    "review",
    "approved",
    "retired",
    "live",
  ]);
  const all = await list({});
  expect(all.counts.standings).toMatchObject({ draft: 1, review: 1, approved: 1, retired: 1 });
  const retired = await list({ standing: "retired" });
  expect([retired.items.map(({ itemId }) => itemId), retired.counts.standings]).toEqual([
    ["CSE-004"],
    all.counts.standings,
  ]);
  const mine = await list({ writer: writer.id });
  expect(mine.items.map(({ itemId }) => itemId)).toEqual(["CSE-001", "CSE-002", "CSE-003"]);
  expect(mine.writers).toContainEqual({ id: writer.id, name: writer.name });
});

test("an item says in which forms it is and how often they were started", async () => {
  await room.make.running();
  const form = await room.make.form();
  const [place] = await room.database.prisma.formItem.findMany({ where: { formId: form.id }, include: { item: true } });
  const itemId = place?.item.itemId ?? "";
  const [line] = (await list({ q: itemId })).items;
  expect(line).toMatchObject({ itemId, started: 1, forms: expect.arrayContaining([form.code]) });
  const used = (await whole({ used: "yes" })).items.map((item) => item.itemId);
  const unused = (await whole({ used: "no" })).items.map((item) => item.itemId);
  expect([used.includes(itemId), unused.includes(itemId), unused.includes(made[0]?.id ?? "")]).toEqual([
    true,
    false,
    true,
  ]);
  expect(used.length + unused.length).toBe((await list({})).counts.found);

  const { found } = await sure(room.views.bank.item(room.writer, { item: line?.id }));
  expect(found.use).toMatchObject({ started: 1, retired: null });
  expect(found.use.forms.find(({ id }) => id === form.id)).toMatchObject({ started: 1, version: 1, retired: false });
});

test("drafts are listed for whoever writes them and for whoever can review them", async () => {
  const { draft } = await room.sent("CSE-010");
  const listed = async (actor: typeof room.writer, asked: object) =>
    (await sure(room.views.authoring.drafts(actor, asked))).lines.map(({ id }) => id);
  expect(await listed(room.writer, { whose: "mine" })).toContain(draft);
  expect(await listed(room.writer, { whose: "to-review" })).not.toContain(draft);
  expect(await listed(room.reviewer, { whose: "to-review" })).toContain(draft);
  expect(await listed(room.reviewer, { whose: "mine" })).toEqual([]);
  expect(await listed(room.reviewer, { state: "draft" })).not.toContain(draft);
  expect(await listed(room.reviewer, { q: "cse-010" })).toEqual([draft]);
  const senior = await room.make.staff("senior-examiner");
  expect(await room.views.authoring.drafts(senior, {})).toMatchObject({ refusal: "not-allowed" });
});

test("two versions, or a draft and what it began as, are laid side by side; drafts only for those who may see them", async () => {
  const { id: first } = await room.versionOf("CSE-011");
  const { versionId } = await room.published("CSE-011");
  const { draft } = await room.edited("CSE-011");
  const compare = (actor: typeof room.writer, a: string, b: string) => room.views.authoring.compare(actor, { a, b });
  expect(await sure(compare(room.writer, first, versionId))).toMatchObject({
    one: { version: 1 },
    other: { version: 2 },
  });
  expect(await sure(compare(room.writer, versionId, draft))).toMatchObject({
    other: { kind: "draft", state: "draft" },
  });
  const awarder = await room.make.staff("awarder");
  expect((await compare(awarder, first, versionId)).ok).toBe(true);
  expect(await compare(awarder, versionId, draft)).toMatchObject({ refusal: "not-found" });
  expect(await compare(await room.make.staff("examiner"), first, versionId)).toMatchObject({ refusal: "not-allowed" });
});
