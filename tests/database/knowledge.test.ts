import { afterAll, beforeAll, expect, test } from "vitest";
import { readBank } from "../../app/qti/bank-folder.ts";
import { folderOf } from "../support/bank-on-paper.ts";
import { type ExamDatabase, examDatabase } from "../support/database.ts";
import { soundKnowledge } from "../support/knowledge-on-paper.ts";

let here: ExamDatabase;
beforeAll(async () => {
  here = await examDatabase();
});
afterAll(() => here.close());

const load = (files: Readonly<Record<string, string>>) => {
  const { bank, sources } = readBank(folderOf(files), "weeks");
  if (bank === null || bank.blueprint !== null) throw new Error("The unit is not read.");
  const texts = new Map([...sources].map(([name, { text }]) => [name, text]));
  return here.commands.bank.loadKnowledge(here.app.system, { bank, texts });
};

const item = "weeks/items/tu1-001.xml";

test("the items of a unit without forms are kept once a text, and found by their unit and criterion", async () => {
  const writer = await here.make.staff("item-writer");
  const listed = async (asked: object) => {
    const list = await here.views.bank.list(writer, asked);
    return list.ok ? list.items.map(({ itemId, version }) => `${itemId} ${version}`) : list.refusal;
  };
  expect(await load(soundKnowledge)).toMatchObject({ ok: true, items: 1 });
  expect(await load(soundKnowledge)).toMatchObject({ ok: true, items: 1 });
  expect(await listed({ unit: "weeks" })).toEqual(["TU1-001 1"]);
  await load({ ...soundKnowledge, [item]: (soundKnowledge[item] ?? "").replace("Both.", "Both points.") });
  expect(await listed({ unit: "weeks" })).toEqual(["TU1-001 2"]);
  expect(await listed({ area: "weeks:1.1" })).toEqual(["TU1-001 2"]);
  expect(await listed({ area: "weeks:2.1" })).toEqual([]);
  expect(await listed({ unit: "customer-service-environment", q: "TU1" })).toEqual([]);

  const list = await here.views.bank.list(writer, { unit: "weeks" });
  const [line] = list.ok ? list.items : [];
  expect(line).toMatchObject({ unit: "weeks", area: "1.1", objectives: [], forms: [] });
  expect(await here.views.bank.item(writer, { item: line?.id ?? "" })).toMatchObject({
    found: {
      place: {
        kind: "criterion",
        unit: "TU1 Try-out knowledge",
        title: "What a week is",
        outcome: "1 Understand weeks",
      },
    },
  });
});

test("nobody can enter a learner for a unit without a timed test, book it, or make forms of it", async () => {
  await load(soundKnowledge);
  const writer = await here.make.staff("item-writer");
  expect(await here.database.prisma.component.count({ where: { id: "weeks" } })).toBe(0);
  expect(await here.commands.forms.assemble(writer, { component: "weeks", count: 1 })).toMatchObject({ ok: false });
  const start = await here.views.forms.start(writer, {});
  expect(start.ok && start.units.map(({ id }) => id)).not.toContain("weeks");
  expect(start.ok && start.withoutForms).toContain("TU1 Try-out knowledge");
});
