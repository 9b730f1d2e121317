import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { sure } from "../../prisma/seed/sure.ts";
import { type AuthoringRoom, authoringRoom, timedUnit } from "../support/authoring-room.ts";

const patience = 120_000;
let room: AuthoringRoom;
beforeAll(async () => {
  room = await authoringRoom();
}, patience);
afterAll(() => room.close());

/** Asks for a form, waits for the solver, and keeps it as a draft. */
async function drafted() {
  const { commands, views, writer } = room;
  const wish = { component: timedUnit, count: 1, overlap: 20, exposure: null, apart: false };
  const { assembly } = await sure(commands.forms.assemble(writer, wish));
  const look = async () => (await sure(views.forms.assembly(writer, { assembly }))).found;
  await vi.waitFor(async () => expect((await look()).state).toBe("done"), { timeout: patience, interval: 100 });
  const { drafts } = await sure(commands.forms.keep(writer, { assembly, forms: [0] }));
  return draftOf(drafts[0]?.id ?? "");
}
const draftOf = async (draft: string) => (await sure(room.views.forms.draft(room.writer, { draft }))).found;
const freeze = ({ id, revision }: { readonly id: string; readonly revision: number }) =>
  room.commands.forms.freeze(room.writer, { draft: id, revision });

test(
  "a retired item is in no new form, and a draft that has it cannot be frozen until it is back in use",
  async () => {
    const { authoring, writer } = room;
    const draft = await drafted();
    const [item = ""] = draft.items;
    await sure(authoring.retireItem(writer, { item, why: "It no longer fits the specification." }));
    expect((await drafted()).items).not.toContain(item);
    expect((await draftOf(draft.id)).pool.candidates.map(({ id }) => id)).not.toContain(item);
    const change = { draft: draft.id, revision: draft.revision, items: draft.items };
    expect(await room.commands.forms.change(writer, change)).toMatchObject({ refusal: "not-found" });
    expect(await freeze(draft)).toMatchObject({
      refusal: "form-unfit",
      why: expect.stringContaining(`${item} is no longer in the bank.`),
    });
    await sure(authoring.reviveItem(writer, { item, why: "It does after all." }));
    expect(await freeze(draft)).toMatchObject({ ok: true });
  },
  patience,
);

test(
  "declared enemies are not put into one form, and a draft that has both cannot be frozen until they are enemies no more",
  async () => {
    const { authoring, writer } = room;
    const draft = await drafted();
    const [item = "", other = ""] = draft.items;
    const why = "One gives the other away.";
    const { enemies } = await sure(authoring.declareEnemies(writer, { item: other, other: item, why }));
    const words = `${[item, other].sort().join(" and ")} must not be in one form.`;
    expect((await drafted()).items).not.toEqual(expect.arrayContaining([item, other]));
    expect((await draftOf(draft.id)).plan.blueprint.enemies).toContainEqual([item, other].sort());
    expect(await freeze(draft)).toMatchObject({ refusal: "form-unfit", why: expect.stringContaining(words) });
    await sure(authoring.endEnemies(writer, { enemies, why: "It was rewritten." }));
    expect(await freeze(draft)).toMatchObject({ ok: true });
  },
  patience,
);

test("two items are enemies once, whoever says it and in whatever order", async () => {
  const { authoring, writer, reviewer } = room;
  const declare = (item: string, other: string, by = writer) =>
    authoring.declareEnemies(by, { item, other, why: "They ask the same." });
  const both = await Promise.all([declare("CSE-101", "CSE-102"), declare("CSE-102", "CSE-101", reviewer)]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: "already-enemies" });
  expect(await declare("CSE-101", "CSE-101")).toMatchObject({ refusal: "badly-formed" });
  expect(await declare("CSE-101", "CSE-9999")).toMatchObject({ refusal: "not-found" });
  expect(await declare("CSE-101", "CS8-001")).toMatchObject({ refusal: "not-found" });
});

test(
  "a form that is assembled after an item was published has its newest version",
  async () => {
    const draft = await drafted();
    const [itemId = ""] = draft.items;
    const made = await room.published(itemId);
    const now = await draftOf(draft.id);
    expect(now.versions[itemId]).toBe(made.versionId);
    const frozen = await sure(freeze(now));
    const place = { formId: frozen.form, item: { itemId } };
    expect(await room.database.prisma.formItem.findFirst({ where: place })).toMatchObject({
      itemVersionId: made.versionId,
    });
  },
  patience,
);
