import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { itemKinds } from "../../app/exam/authoring/skeleton.ts";
import { itemShape } from "../../app/exam/item/item-shape.ts";
import { seconds } from "../../app/exam/time/time.ts";
import { sure } from "../../prisma/seed/sure.ts";
import { type ExamDatabase, examDatabase } from "../support/database.ts";

const timed = "customer-service-environment";
const knowledge = "understand-customers";

let exam: ExamDatabase;
let writer: Awaited<ReturnType<ExamDatabase["make"]["staff"]>>;
beforeAll(async () => {
  exam = await examDatabase();
  writer = await exam.make.staff("item-writer");
});
afterAll(() => exam.close());

const begun = async (component = timed) => {
  const { draft } = await sure(exam.commands.authoring.startDraft(writer, { component, kind: "choice" }));
  return draft;
};
const look = (draft: string) => sure(exam.views.authoring.draft(writer, { draft }));
const versionOf = (itemId: string) =>
  exam.database.prisma.itemVersion.findFirstOrThrow({ where: { itemId }, orderBy: { version: "desc" } });

test.each([timed, knowledge])(
  "every kind of item can be begun in the unit %s, without a fault but what is still to be written and drawn",
  async (component) => {
    for (const kind of itemKinds) {
      const { draft, itemId } = await sure(exam.commands.authoring.startDraft(writer, { component, kind }));
      const found = await look(draft);
      expect([found.draft.itemId, found.draft.state, found.draft.revision]).toEqual([itemId, "draft", 1]);
      expect(found.faults.filter(({ code }) => !["missing-picture", "still-an-example"].includes(code))).toEqual([]);
    }
  },
);

test("two writers who begin an item at the same moment get two identifiers", async () => {
  const begin = () => exam.commands.authoring.startDraft(writer, { component: timed, kind: "match" });
  const both = await Promise.all([sure(begin()), sure(begin()), sure(begin())]);
  expect(new Set(both.map(({ itemId }) => itemId)).size).toBe(3);
});

test("a draft holds what the writer may use: the unit's rules, scenarios and pictures", async () => {
  const found = await look(await begun());
  expect(found.specification).toMatchObject({ areas: { A1: {} } });
  expect(found.stimuli.length).toBeGreaterThan(20);
  expect(Object.keys(found.pictures)).toContain("../pictures/oakfield-plan.svg");
  expect(found).toMatchObject({ mine: true, may: { edit: true, send: true, review: false, publish: false } });
  expect(found.events.map(({ step, by }) => [step, by])).toEqual([["began", writer.name]]);
});

test("editing an item begins with its newest text, and the next person joins that work", async () => {
  const { id } = await versionOf("CSE-001");
  const first = await sure(exam.commands.authoring.draftFrom(writer, { version: id }));
  const other = await exam.make.staff("item-writer");
  const second = await sure(exam.commands.authoring.draftFrom(other, { version: id }));
  expect([first.fresh, second]).toEqual([true, { ok: true, draft: first.draft, fresh: false }]);
  const found = await look(first.draft);
  expect([found.draft.base?.versionId, found.draft.content.title, found.faults]).toEqual([id, "Types of business", []]);
  expect((await exam.views.authoring.draft(other, { draft: first.draft })).ok).toBe(true);
});

test("two people who press Edit at once share one draft", async () => {
  const { id } = await versionOf("CSE-002");
  const both = await Promise.all([1, 2, 3].map(() => sure(exam.commands.authoring.draftFrom(writer, { version: id }))));
  expect(new Set(both.map(({ draft }) => draft)).size).toBe(1);
});

test("whoever saves second is told who was first and when, and what the first wrote stays", async () => {
  const draft = await begun();
  const other = await exam.make.staff("item-writer");
  const { content } = (await look(draft)).draft;
  const title = (words: string) => ({ draft, revision: 1, content: { ...content, title: words } });
  const both = await Promise.all([
    exam.commands.authoring.saveDraft(writer, title("By the first")),
    exam.commands.authoring.saveDraft(other, title("By the second")),
  ]);
  const [won] = both.filter(({ ok }) => ok);
  const [lost] = both.filter(({ ok }) => !ok);
  expect(won).toMatchObject({ revision: 2 });
  const first = both[0].ok ? writer : other;
  expect(lost).toMatchObject({ refusal: "changed-since", why: expect.stringContaining(`${first.name} saved it at `) });
  expect((await look(draft)).draft).toMatchObject({
    revision: 2,
    content: { title: both[0].ok ? "By the first" : "By the second" },
    changedBy: first.name,
  });
});

test("saving the same text again changes nothing, so that it does not undo a review", async () => {
  const draft = await begun();
  const { content } = (await look(draft)).draft;
  expect(await exam.commands.authoring.saveDraft(writer, { draft, revision: 1, content })).toMatchObject({
    revision: 1,
  });
});

test("a draft may have faults, but never another shape or another identifier", async () => {
  const draft = await begun();
  const { content } = (await look(draft)).draft;
  const save = (changed: object) =>
    exam.commands.authoring.saveDraft(writer, { draft, revision: 1, content: { ...content, ...changed } });
  const script = { kind: "element", tag: "script", attributes: {}, children: [] };
  const handler = { kind: "element", tag: "p", attributes: { onclick: "alert(1)" }, children: [] };
  const elsewhere = {
    kind: "element",
    tag: "img",
    attributes: { src: "https://example.org/a.png", alt: "" },
    children: [],
  };
  for (const node of [script, handler, elsewhere])
    expect(await save({ body: [node] })).toMatchObject({ refusal: "badly-formed" });
  expect(await save({ id: "CSE-001" })).toMatchObject({ refusal: "badly-formed" });
  expect(await save({ secret: 1 })).toMatchObject({ refusal: "badly-formed" });
  let deep: object = { kind: "text", text: "" };
  for (let at = 0; at < 5_000; at++) deep = { kind: "element", tag: "div", attributes: {}, children: [deep] };
  expect(await save({ body: [deep] })).toMatchObject({ refusal: "badly-formed" });
  expect((await save({ title: "", worked: [] })).ok).toBe(true);
  expect((await look(draft)).faults.map(({ code }) => code)).toContain("too-few-worked");
});

test("every item of the bank is saved as it is", async () => {
  const { prisma } = exam.database;
  const versions = await prisma.itemVersion.findMany({ distinct: ["itemId"], orderBy: { itemId: "asc" } });
  expect(versions.length).toBeGreaterThan(200);
  for (const { content } of versions) expect(itemShape.parse(content)).toEqual(content);
});

test("two writers on one item are told of each other, until one closes the page or loses the network", async () => {
  const draft = await begun();
  const other = await exam.make.staff("item-writer");
  const [mine, theirs] = [randomUUID(), randomUUID()];
  const { authoring } = exam.commands;
  expect((await sure(authoring.openDraft(writer, { draft, page: mine }))).others).toEqual([]);
  const since = exam.clock.now();
  const joined = await sure(authoring.openDraft(other, { draft, page: theirs }));
  expect(joined.others).toEqual([{ name: writer.name, since }]);
  expect((await look(draft)).others.map(({ name }) => name)).toEqual([other.name]);
  await sure(authoring.closeDraft(other, { draft, page: theirs }));
  expect((await sure(authoring.openDraft(writer, { draft, page: mine }))).others).toEqual([]);
  await sure(authoring.openDraft(other, { draft, page: theirs }));
  exam.clock.move(seconds(30));
  expect((await sure(authoring.openDraft(writer, { draft, page: mine }))).others).toEqual([]);
});

test("the same person's second window is told too", async () => {
  const draft = await begun();
  await sure(exam.commands.authoring.openDraft(writer, { draft, page: randomUUID() }));
  const second = await sure(exam.commands.authoring.openDraft(writer, { draft, page: randomUUID() }));
  expect(second.others.map(({ name }) => name)).toEqual([`${writer.name} (another window)`]);
});

const dataUrl = (type: string, text: string) => `data:${type};base64,${Buffer.from(text, "latin1").toString("base64")}`;
const drawing = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inside}</svg>`;

test("a picture joins the unit under a name of its own, and never replaces another", async () => {
  const draft = await begun();
  const put = (inside: string) =>
    exam.commands.authoring.putPicture(writer, {
      draft,
      name: "Oakfield Plan.svg",
      data: dataUrl("image/svg+xml", drawing(inside)),
    });
  expect(await sure(put("<circle r='2'/>"))).toMatchObject({ name: "../pictures/oakfield-plan-2.svg" });
  expect(await sure(put("<circle r='2'/>"))).toMatchObject({ name: "../pictures/oakfield-plan-2.svg" });
  expect(await sure(put("<circle r='3'/>"))).toMatchObject({ name: "../pictures/oakfield-plan-3.svg" });
  expect(Object.keys((await look(draft)).pictures)).toContain("../pictures/oakfield-plan-3.svg");
});

test.each([
  ["a drawing with a script", "image/svg+xml", drawing("<script>alert(1)</script>")],
  ["a page that calls itself a picture", "image/png", "<html><body></body></html>"],
  ["a program that calls itself a picture", "image/png", "MZ and so on"],
  ["more than a megabyte", "image/png", `\u0089PNG\r\n\u001A\n${"x".repeat(1_000_001)}`],
])("%s is no picture of an item", async (_, type, text) => {
  const picture = { component: timed, name: "a.png", data: dataUrl(type, text) };
  expect(await exam.commands.authoring.putPicture(writer, picture)).toMatchObject({ ok: false });
});

test("nobody but an item writer writes items", async () => {
  const draft = await begun();
  const { content } = (await look(draft)).draft;
  const { id: version } = await versionOf("CSE-003");
  for (const role of [
    "invigilator",
    "exams-officer",
    "examiner",
    "senior-examiner",
    "awarder",
    "administrator",
  ] as const) {
    const actor = await exam.make.staff(role);
    const answers = await Promise.all([
      exam.commands.authoring.startDraft(actor, { component: timed, kind: "choice" }),
      exam.commands.authoring.draftFrom(actor, { version }),
      exam.commands.authoring.saveDraft(actor, { draft, revision: 1, content }),
      exam.commands.authoring.openDraft(actor, { draft, page: randomUUID() }),
      exam.commands.authoring.putPicture(actor, {
        draft,
        name: "a",
        data: dataUrl("image/png", "\u0089PNG\r\n\u001A\n"),
      }),
    ]);
    expect(answers.map((answer) => (answer.ok ? role : answer.refusal))).toEqual(Array(5).fill("not-allowed"));
    expect((await exam.views.authoring.draft(actor, { draft })).ok).toBe(role === "administrator");
  }
});
