import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { sure } from "../../prisma/seed/sure.ts";
import { type ExamDatabase, examDatabase } from "../support/database.ts";

const patience = 120_000;
const opened: ExamDatabase[] = [];
afterAll(() => Promise.all(opened.map((one) => one.close())));

async function formRoom() {
  const exam = await examDatabase();
  opened.push(exam);
  const { make, commands, views, database } = exam;
  const writer = await make.staff("item-writer");
  const { id: component } = await make.component();
  const wish = { component, count: 1, overlap: 20, exposure: null, apart: true };
  const look = async (assembly: string) => (await sure(views.forms.assembly(writer, { assembly }))).found;
  return {
    ...exam,
    writer,
    wish,
    look,
    /** Asks, and waits for the solver. */
    async assembled(changes: object = {}) {
      const { assembly } = await sure(commands.forms.assemble(writer, { ...wish, ...changes }));
      await vi.waitFor(async () => expect((await look(assembly)).state).toBe("done"), {
        timeout: patience,
        interval: 100,
      });
      return look(assembly);
    },
    async drafted() {
      const found = await this.assembled();
      const { drafts } = await sure(commands.forms.keep(writer, { assembly: found.id, forms: [0] }));
      const [draft] = drafts;
      if (!draft) throw new Error("No draft was kept.");
      return draft;
    },
    draft: async (draft: string) => (await sure(views.forms.draft(writer, { draft }))).found,
    audited: (action: string) => database.prisma.auditLine.findMany({ where: { action }, orderBy: { id: "asc" } }),
  };
}

let room: Awaited<ReturnType<typeof formRoom>>;
beforeAll(async () => {
  room = await formRoom();
}, patience);

test(
  "forms from the bank keep to the blueprint and apart from the forms in use",
  async () => {
    const { forms, conflicts, overlap, done } = await room.assembled({ count: 2 });
    expect([forms.length, conflicts, forms.flatMap(({ misses }) => misses)]).toEqual([2, [], []]);
    expect(done).toBeGreaterThanOrEqual(2);
    expect(overlap.names.slice(0, 2)).toEqual(["1", "2"]);
    expect(overlap.names).toContain("CSE-A");
    const beside = overlap.percent.slice(0, 2).flatMap((row, one) => row.filter((_, two) => two !== one));
    expect(Math.max(...beside)).toBeLessThanOrEqual(20);
  },
  patience,
);

test(
  "kept forms are drafts with the next free codes, and everybody's list has them",
  async () => {
    const found = await room.assembled({ count: 2 });
    const before = (await sure(room.views.forms.start(room.writer, {}))).drafts.length;
    const { drafts } = await sure(room.commands.forms.keep(room.writer, { assembly: found.id, forms: [0, 1] }));
    expect(drafts.map(({ code }) => code)).not.toContain("CSE-A");
    const after = await sure(room.views.forms.start(room.writer, {}));
    expect(after.drafts).toHaveLength(before + 2);
    expect((await room.look(found.id)).forms.map(({ draft }) => draft?.code)).toEqual(drafts.map(({ code }) => code));
  },
  patience,
);

test(
  "no item of the practice form comes into a real one",
  async () => {
    const { prisma } = room.database;
    const practice = await prisma.formItem.findMany({ where: { form: { practice: true } }, include: { item: true } });
    const { id } = await room.drafted();
    const { pool } = await room.draft(id);
    expect(practice.length).toBeGreaterThan(0);
    expect(pool.candidates.filter((item) => practice.some((place) => place.item.itemId === item.id))).toEqual([]);
  },
  patience,
);

describe("a draft", () => {
  test(
    "takes another list of items, and says who changed what",
    async () => {
      const { id } = await room.drafted();
      const { items, revision } = await room.draft(id);
      const fewer = items.slice(1);
      await sure(room.commands.forms.change(room.writer, { draft: id, revision, items: fewer }));
      expect((await room.draft(id)).items.toSorted()).toEqual(fewer.toSorted());
      expect((await room.audited("change form draft")).at(-1)).toMatchObject({
        actorId: room.writer.id,
        detail: { out: [items[0]], into: [] },
      });
    },
    patience,
  );

  test(
    "that somebody else has changed in the meantime is not overwritten",
    async () => {
      const { id } = await room.drafted();
      const { items, revision } = await room.draft(id);
      const change = { draft: id, revision, items: items.slice(1) };
      await sure(room.commands.forms.change(room.writer, change));
      expect(await room.commands.forms.change(room.writer, { ...change, items })).toMatchObject({
        refusal: "changed-since",
      });
    },
    patience,
  );

  test(
    "that misses the blueprint cannot be frozen, and the refusal says why",
    async () => {
      const { id } = await room.drafted();
      const { items, revision } = await room.draft(id);
      await sure(room.commands.forms.change(room.writer, { draft: id, revision, items: items.slice(1) }));
      expect(await room.commands.forms.freeze(room.writer, { draft: id, revision: revision + 1 })).toMatchObject({
        refusal: "form-unfit",
        why: expect.stringMatching(/marks; the blueprint asks for 60\./),
      });
      expect((await room.draft(id)).state).toBe("open");
    },
    patience,
  );

  test(
    "of items that are not in the bank is refused",
    async () => {
      const { id } = await room.drafted();
      const change = { draft: id, revision: 1, items: ["CSE-9999"] };
      expect(await room.commands.forms.change(room.writer, change)).toMatchObject({ refusal: "not-found" });
    },
    patience,
  );

  test(
    "that was dropped stays closed",
    async () => {
      const { id } = await room.drafted();
      await sure(room.commands.forms.drop(room.writer, { draft: id, revision: 1 }));
      expect(await room.commands.forms.freeze(room.writer, { draft: id, revision: 2 })).toMatchObject({
        refusal: "draft-closed",
      });
    },
    patience,
  );
});

test(
  "freezing a draft makes a form that learners can be given, with a checksum in the log",
  async () => {
    const here = await formRoom();
    const { id, code } = await here.drafted();
    const frozen = await sure(here.commands.forms.freeze(here.writer, { draft: id, revision: 1 }));
    const form = await here.database.prisma.form.findUniqueOrThrow({
      where: { id: frozen.form },
      include: { items: { orderBy: { number: "asc" } } },
    });
    expect(form).toMatchObject({ code, version: 1, maxMark: 60, practice: false, checksum: frozen.checksum });
    expect(form.items.map(({ number }) => number)).toEqual(form.items.map((_, at) => at + 1));
    expect(await here.audited("freeze form")).toMatchObject([{ detail: { form: code, checksum: frozen.checksum } }]);
    const { found } = await sure(here.views.forms.preview(here.writer, { of: "form", id: frozen.form }));
    expect(found.form.items).toHaveLength(form.items.length);
    expect(await here.draft(id)).toMatchObject({ state: "frozen", formId: frozen.form });
  },
  patience,
);

test(
  "a new form is given at the next booking, because nobody has seen it; a retired one is not given any more",
  async () => {
    const here = await formRoom();
    const { make, commands, database } = here;
    const { id: centreId } = await make.centre();
    const officer = await make.staff("exams-officer", { centreId });
    const sitting = await make.sitting(centreId, { phase: "planned" });
    const booked = async (seat: string) => {
      const { id: learner } = await make.learner(centreId);
      const { attempt } = await sure(commands.bookings.book(officer, { learner, sitting: sitting.id, seat }));
      const { form } = await database.prisma.attempt.findUniqueOrThrow({
        where: { id: attempt },
        include: { form: true },
      });
      return form;
    };
    // Those in use have all been started before.
    for (const { code } of await database.prisma.form.findMany({ where: { practice: false } })) {
      const { id } = await make.attempt(await make.sitting(centreId), { formCode: code });
      await database.prisma.attempt.update({ where: { id }, data: { startedAt: new Date(here.clock.now()) } });
    }
    const { id } = await here.drafted();
    const { form } = await sure(commands.forms.freeze(here.writer, { draft: id, revision: 1 }));
    expect((await booked("1")).id).toBe(form);

    await sure(commands.forms.retire(here.writer, { form, why: "Seen in a chat" }));
    expect((await booked("9")).id).not.toBe(form);
    expect(await commands.forms.retire(here.writer, { form, why: "Again" })).toMatchObject({ refusal: "form-retired" });
    expect(await here.audited("retire form")).toMatchObject([{ why: "Seen in a chat" }]);
  },
  patience,
);

test("invigilators and examiners have nothing to do with the making of forms", async () => {
  for (const role of ["invigilator", "examiner", "exams-officer"] as const) {
    const other = await room.make.staff(role);
    expect(await room.commands.forms.assemble(other, room.wish)).toMatchObject({ refusal: "not-allowed" });
    expect(await room.views.forms.start(other, {})).toMatchObject({ refusal: "not-allowed" });
  }
});
