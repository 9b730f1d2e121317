import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadQuestionBank } from "../../app/boot.ts";
import type { Item } from "../../app/exam/item/item.ts";
import { minutes } from "../../app/exam/time/time.ts";
import { sure } from "../../prisma/seed/sure.ts";
import { type AuthoringRoom, authoringRoom, knowledgeUnit, timedUnit } from "../support/authoring-room.ts";
import { inOwnWords } from "../support/own-words.ts";

let room: AuthoringRoom;
beforeAll(async () => {
  room = await authoringRoom();
});
afterAll(() => room.close());

const steps = async (draft: string) => (await room.look(draft)).events.map(({ step, by }) => [step, by]).toReversed();

describe("an item's way to its next version", () => {
  test("is written, reviewed by somebody else, approved and published, and each step says who", async () => {
    const { authoring, writer, reviewer } = room;
    const { draft, revision } = await room.sent("CSE-010");
    await sure(authoring.returnToWriter(reviewer, { draft, revision, words: "Please shorten the title." }));
    const again = await room.save(draft, (item) => ({ ...item, title: "Short" }));
    await sure(authoring.sendToReview(writer, { draft, revision: again }));
    await sure(authoring.approve(reviewer, { draft, revision: again }));
    const made = await sure(authoring.publish(writer, { draft, revision: again }));
    expect(made.version).toBe(2);
    expect(await steps(draft)).toEqual([
      ["edited", writer.name],
      ["sent", writer.name],
      ["returned", reviewer.name],
      ["sent", writer.name],
      ["approved", reviewer.name],
      ["published", writer.name],
    ]);
    const kept = await room.versionOf("CSE-010");
    const { content, state, published } = (await room.look(draft)).draft;
    expect([kept.id, kept.version, kept.title, state, published?.versionId]).toEqual([
      made.versionId,
      2,
      "Short",
      "live",
      made.versionId,
    ]);
    expect(kept.content).toEqual(content);
    expect(kept.xml).toContain('identifier="CSE-010" title="Short"');
  });

  test("is told to whoever it waits for, on the page they begin at", async () => {
    const { make, authoring, views } = room;
    const [writer, reviewer] = [await make.staff("item-writer"), await make.staff("item-writer")];
    const waits = async (actor: typeof writer) => {
      const { waiting } = await sure(views.staff.waiting(actor, {}));
      const count = (title: string) => waiting.find((one) => one.title === title)?.count ?? 0;
      return [count("Items to review"), count("Items given back"), count("Items to publish")];
    };
    const [others = 0] = await waits(reviewer);
    const { id } = await room.versionOf("CSE-013");
    const { draft } = await sure(authoring.draftFrom(writer, { version: id }));
    const revision = await room.save(draft, (item) => ({ ...item, title: "Shorter" }), writer);
    expect(await waits(writer)).toEqual([others, 0, 0]);
    await sure(authoring.sendToReview(writer, { draft, revision }));
    expect([await waits(writer), await waits(reviewer)]).toEqual([
      [others, 0, 0],
      [others + 1, 0, 0],
    ]);
    await sure(authoring.returnToWriter(reviewer, { draft, revision, words: "Shorter still, please." }));
    expect([await waits(writer), await waits(reviewer)]).toEqual([
      [others, 1, 0],
      [others, 0, 0],
    ]);
    await sure(authoring.sendToReview(writer, { draft, revision }));
    await sure(authoring.approve(reviewer, { draft, revision }));
    expect([await waits(writer), await waits(reviewer)]).toEqual([
      [others, 0, 1],
      [others, 0, 0],
    ]);
  });

  test.each([timedUnit, knowledgeUnit])("makes a new item one of the unit %s", async (component) => {
    const { authoring, writer, reviewer, views } = room;
    const { draft, itemId } = await sure(authoring.startDraft(writer, { component, kind: "open-points" }));
    expect(await authoring.sendToReview(writer, { draft, revision: 1 })).toMatchObject({
      refusal: "item-unfit",
      why: expect.stringContaining("“Write the question here.” is still the example"),
    });
    const written = await room.save(draft, inOwnWords);
    const { revision } = await sure(authoring.sendToReview(writer, { draft, revision: written }));
    await sure(authoring.approve(reviewer, { draft, revision }));
    const { version } = await sure(authoring.publish(reviewer, { draft, revision }));
    expect(version).toBe(1);
    const list = await sure(views.bank.list(writer, { unit: component, q: itemId }));
    expect(list.items.map((line) => line.itemId)).toEqual([itemId]);
    const next = await sure(authoring.startDraft(writer, { component, kind: "choice" }));
    expect(next.itemId > itemId).toBe(true);
  });

  test("does not begin while the item has faults", async () => {
    const { draft, revision } = await room.edited("CSE-011");
    const broken = await room.save(draft, (item) => ({ ...item, maxMark: item.maxMark + 1 }));
    expect(broken).toBe(revision + 1);
    expect(await room.authoring.sendToReview(room.writer, { draft, revision: broken })).toMatchObject({
      refusal: "item-unfit",
      why: expect.stringContaining("MAXSCORE"),
    });
  });

  test("does not begin while nothing has changed", async () => {
    const { id } = await room.versionOf("CSE-012");
    const { draft } = await sure(room.authoring.draftFrom(room.writer, { version: id }));
    expect(await room.authoring.sendToReview(room.writer, { draft, revision: 1 })).toMatchObject({
      refusal: "item-unchanged",
    });
  });

  test("puts spaces in order at its beginning, so that what is reviewed is what will be published", async () => {
    const { draft, revision } = await room.edited("CSE-013");
    const said = "Somebody  wrote   this.";
    const spaced = await room.save(draft, (item) => ({
      ...item,
      worked: item.worked.map((one) => ({ ...one, why: ` ${said} ` })),
    }));
    expect(spaced).toBe(revision + 1);
    const sent = await sure(room.authoring.sendToReview(room.writer, { draft, revision: spaced }));
    expect(sent.revision).toBe(spaced + 1);
    const { worked } = (await room.look(draft)).draft.content;
    expect(new Set(worked.map(({ why }) => why))).toEqual(new Set(["Somebody wrote this."]));
  });

  test("ends when the draft is dropped, and the item can be edited afresh", async () => {
    const { draft, revision } = await room.edited("CSE-014");
    await sure(room.authoring.drop(room.writer, { draft, revision }));
    const { id } = await room.versionOf("CSE-014");
    const fresh = await sure(room.authoring.draftFrom(room.writer, { version: id }));
    expect([fresh.fresh, fresh.draft === draft]).toEqual([true, false]);
  });
});

describe("a review", () => {
  test("is never by somebody who wrote any of it, from the first save to the last", async () => {
    const { authoring, writer, reviewer } = room;
    const { draft, revision } = await room.sent("CSE-020");
    expect(await authoring.approve(writer, { draft, revision })).toMatchObject({ refusal: "own-draft" });
    const changed = await room.save(draft, (item) => ({ ...item, title: "By the reviewer" }), reviewer);
    const sent = await sure(authoring.sendToReview(reviewer, { draft, revision: changed }));
    for (const one of [writer, reviewer])
      expect(await authoring.approve(one, { draft, revision: sent.revision })).toMatchObject({ refusal: "own-draft" });
    const third = await room.make.staff("item-writer");
    expect(await authoring.approve(third, { draft, revision: sent.revision })).toMatchObject({ ok: true });
  });

  test("is of one exact revision: a draft changed in the meantime is not approved", async () => {
    const { draft, revision } = await room.sent("CSE-021");
    const changed = await room.save(draft, (item) => ({ ...item, title: "Changed while somebody read it" }));
    expect(await room.authoring.approve(room.reviewer, { draft, revision })).toMatchObject({
      refusal: "changed-since",
      why: expect.stringContaining(room.writer.name),
    });
    expect((await room.look(draft)).draft).toMatchObject({ state: "draft", revision: changed });
    expect((await steps(draft)).at(-1)).toEqual(["changed", room.writer.name]);
  });

  test("and a save at the same moment do not both count", async () => {
    const { draft, revision } = await room.sent("CSE-022");
    const { content } = (await room.look(draft)).draft;
    const other: Item = { ...content, title: "At the same moment" };
    const [approved, saved] = await Promise.all([
      room.authoring.approve(room.reviewer, { draft, revision }),
      room.authoring.saveDraft(room.writer, { draft, revision, content: other }),
    ]);
    const { state, content: kept } = (await room.look(draft)).draft;
    if (saved.ok) expect([state, kept.title]).toEqual(["draft", "At the same moment"]);
    else expect([state, approved.ok]).toEqual(["approved", true]);
  });

  test("that gives the draft back says what is to be done", async () => {
    const { draft, revision } = await room.sent("CSE-023");
    expect(await room.authoring.returnToWriter(room.reviewer, { draft, revision, words: " " })).toMatchObject({
      refusal: "badly-formed",
    });
  });

  test("offers each person what they may do", async () => {
    const { draft, revision } = await room.sent("CSE-024");
    expect((await room.look(draft)).may).toEqual({ edit: true, send: false, review: false, publish: false });
    const theirs = () => sure(room.views.authoring.draft(room.reviewer, { draft }));
    expect((await theirs()).may).toEqual({ edit: true, send: false, review: true, publish: false });
    await sure(room.authoring.approve(room.reviewer, { draft, revision }));
    expect((await theirs()).may).toEqual({ edit: true, send: false, review: false, publish: true });
    const administrator = await room.make.staff("administrator");
    expect((await sure(room.views.authoring.draft(administrator, { draft }))).may).toEqual({
      edit: false,
      send: false,
      review: false,
      publish: false,
    });
  });
});

describe("publishing", () => {
  test("twice at once, or again later, makes one version", async () => {
    const { draft, revision } = await room.approved("CSE-030");
    const publish = () => sure(room.authoring.publish(room.writer, { draft, revision }));
    const both = await Promise.all([publish(), publish()]);
    const later = await publish();
    expect(new Set([...both, later].map(({ versionId }) => versionId)).size).toBe(1);
    expect(await room.database.prisma.itemVersion.count({ where: { itemId: "CSE-030" } })).toBe(2);
  });

  test("leaves every frozen form with the version it had", async () => {
    const form = await room.make.form();
    const places = () =>
      room.database.prisma.formItem.findMany({ where: { formId: form.id }, orderBy: { number: "asc" } });
    const before = await places();
    const of = before.map(({ itemVersionId }) => itemVersionId);
    const [first] = await room.database.prisma.itemVersion.findMany({ where: { id: { in: of }, marking: "auto" } });
    await room.published(first?.itemId ?? "");
    expect(await places()).toEqual(before);
    expect((await room.make.form()).checksum).toBe(form.checksum);
  });

  test("of what was changed after its approval is refused", async () => {
    const { draft, revision } = await room.approved("CSE-031");
    const changed = await room.save(draft, (item) => ({ ...item, title: "After the approval" }));
    expect(await room.authoring.publish(room.writer, { draft, revision })).toMatchObject({ refusal: "changed-since" });
    expect(await room.authoring.publish(room.writer, { draft, revision: changed })).toMatchObject({
      refusal: "not-in-this-state",
    });
  });

  test("of a retired item is refused until it is revived", async () => {
    const { draft, revision } = await room.approved("CSE-032");
    await sure(room.authoring.retireItem(room.writer, { item: "CSE-032", why: "The law has changed." }));
    expect(await room.authoring.publish(room.writer, { draft, revision })).toMatchObject({ refusal: "item-retired" });
    await sure(room.authoring.reviveItem(room.writer, { item: "CSE-032", why: "It has changed back." }));
    expect(await room.authoring.publish(room.writer, { draft, revision })).toMatchObject({ ok: true, version: 2 });
  });

  test("loading the bank again does not bring the old text back", async () => {
    await room.published("CSE-033");
    const { content, version } = await room.versionOf("CSE-033");
    room.clock.move(minutes(1));
    await loadQuestionBank(room.app, "question-bank");
    expect(await room.versionOf("CSE-033")).toMatchObject({ version, content });
  });
});

test("what is said of an item stays with it, newest first, and what is seen to goes last", async () => {
  const { authoring, writer, reviewer } = room;
  const { draft } = await room.sent("CSE-040");
  const say = (place: string, words: string) => sure(authoring.comment(reviewer, { draft, place, words }));
  const first = await say("choice A", "Is this not right as well?");
  room.clock.move(minutes(1));
  await say("", "Good otherwise.");
  await sure(authoring.resolveComment(writer, { comment: first.comment }));
  await sure(authoring.resolveComment(reviewer, { comment: first.comment }));
  const { comments } = await room.look(draft);
  expect(comments.map(({ place, words, by, resolved }) => [place, words, by, resolved?.by ?? null])).toEqual([
    ["", "Good otherwise.", reviewer.name, null],
    ["choice A", "Is this not right as well?", reviewer.name, writer.name],
  ]);
  const { prisma } = room.database;
  await expect(prisma.itemComment.deleteMany({})).rejects.toThrow(/append-only/);
  await expect(prisma.itemEvent.updateMany({ data: { words: "" } })).rejects.toThrow(/append-only/);
});

test("nobody but an item writer moves an item along", async () => {
  const { authoring } = room;
  const { draft, revision } = await room.sent("CSE-041");
  const { id: version } = await room.versionOf("CSE-041");
  const enemies = { item: "CSE-041", other: "CSE-042", why: "One gives the other away." };
  const declared = await sure(authoring.declareEnemies(room.writer, enemies));
  const moving = { draft, revision, words: "Some words" };
  const why = "Because of a test.";
  const other = ["invigilator", "exams-officer", "examiner", "senior-examiner", "awarder", "administrator"] as const;
  const candidate = (await room.make.running()).candidate;
  for (const actor of [candidate, ...(await Promise.all(other.map((role) => room.make.staff(role))))]) {
    const answers = await Promise.all([
      authoring.sendToReview(actor, moving),
      authoring.returnToWriter(actor, moving),
      authoring.approve(actor, moving),
      authoring.publish(actor, moving),
      authoring.drop(actor, moving),
      authoring.comment(actor, { version, words: "A comment" }),
      authoring.resolveComment(actor, { comment: draft }),
      authoring.declareEnemies(actor, { ...enemies, other: "CSE-043" }),
      authoring.endEnemies(actor, { enemies: declared.enemies, why }),
      authoring.retireItem(actor, { item: "CSE-041", why }),
      authoring.reviveItem(actor, { item: "CSE-041", why }),
    ]);
    expect(answers.map((answer) => (answer.ok ? "done" : answer.refusal))).toEqual(Array(11).fill("not-allowed"));
  }
});
