import type { Surroundings } from "../exam/authoring/item-faults.ts";
import type { DraftLife, DraftState, ItemStep } from "../exam/authoring/life.ts";
import type { Item } from "../exam/item/item.ts";
import type { Actor } from "../exam/people/actor.ts";
import { before, duration, type Instant, instant } from "../exam/time/time.ts";
import type { Client } from "./store.ts";
import { unitOf } from "./unit.ts";
import { picturesOfUnit, stimuliOf } from "./unit-content.ts";

export type ItemDraftRows = ReturnType<typeof itemDraftRows>;

export type ItemDraftRow = DraftLife & {
  readonly id: string;
  readonly unitId: string;
  readonly itemId: string;
  readonly baseId: string | null;
  readonly content: Item;
  readonly changedAt: Instant;
  /** Name of whoever saved it last. */
  readonly changedBy: string;
};

export type NewItemDraft = {
  readonly id: string;
  readonly unitId: string;
  readonly content: Item;
  readonly baseId: string | null;
  readonly importedId: string | null;
  readonly by: string;
  readonly at: Instant;
};

export type NewItemEvent = {
  readonly itemId: string;
  readonly step: ItemStep;
  readonly actor: Actor | null;
  readonly at: Instant;
  readonly words?: string;
  readonly draftId?: string;
  readonly revision?: number;
  readonly versionId?: string;
  readonly otherId?: string;
};

/** A page that has not said for so long that it is open has been closed, or has lost its network. */
const stillOpen = duration(25_000);

/** The working copies of items, who writes them, and what has happened to an item. */
export const itemDraftRows = (client: Client) => ({
  unit: (unitId: string) => unitOf(client, unitId),

  /** Holds the unit until the end of the transaction, so that two new items do not get one identifier. */
  async lockUnit(unitId: string) {
    await client.$queryRaw`SELECT id FROM components WHERE id = ${unitId} FOR UPDATE`;
    await client.$queryRaw`SELECT id FROM knowledge_units WHERE id = ${unitId} FOR UPDATE`;
  },

  /** Holds an item until the end of the transaction, whether it has a version yet or not. */
  async lockItem(itemId: string) {
    await client.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`item ${itemId}`}, 0))`;
  },

  /** Every identifier that an item of the unit has had, or that a draft has. */
  async idsInUse(unitId: string): Promise<readonly string[]> {
    const unit = await unitOf(client, unitId);
    const drafts = await client.itemDraft.findMany({ where: { unitId }, select: { itemId: true } });
    return [...(unit?.itemIds ?? []), ...drafts.map(({ itemId }) => itemId)];
  },

  async isTaken(itemId: string) {
    const version = await client.itemVersion.findFirst({ where: { itemId }, select: { id: true } });
    const draft = await client.itemDraft.findFirst({ where: { itemId }, select: { id: true } });
    return version !== null || draft !== null;
  },

  async version(id: string) {
    const row = await client.itemVersion.findUnique({ where: { id } });
    return row && { id, itemId: row.itemId, version: row.version, content: row.content as unknown as Item };
  },

  /** The version of an item that has this very text. */
  async versionWith(itemId: string, checksum: string) {
    const where = { itemId_checksum: { itemId, checksum } };
    return client.itemVersion.findUnique({ where, select: { id: true, version: true } });
  },

  /** What a revision of a draft was published as, or null when it was not. */
  async publishedAs(id: string, revision: number) {
    const row = await client.itemDraft.findUnique({ where: { id, revision }, include: { published: true } });
    return row?.published ? { versionId: row.published.id, version: row.published.version } : null;
  },

  /** What an item of the unit may refer to. */
  async surroundings(unitId: string): Promise<Surroundings | null> {
    const unit = await unitOf(client, unitId);
    if (unit === null) return null;
    const stimuli = await stimuliOf(client, unit.itemIds);
    const pictures = await picturesOfUnit(client, unitId);
    return {
      specification: unit.specification,
      stimuli: stimuli.map(({ id }) => id),
      pictures: Object.keys(pictures),
    };
  },

  /** Makes an item one of a unit's, if it is not yet. */
  async joinUnit(unitId: string, itemId: string) {
    const timed = await client.component.findUnique({ where: { id: unitId }, select: { id: true } });
    if (timed) await client.componentItem.createMany({ data: { componentId: unitId, itemId }, skipDuplicates: true });
    else await client.knowledgeItem.createMany({ data: { unitId, itemId }, skipDuplicates: true });
  },

  /** The unit that an item belongs to, or null for one that is nobody's. */
  async unitOfItem(itemId: string): Promise<string | null> {
    const timed = await client.componentItem.findFirst({ where: { itemId } });
    const knowledge = timed ? null : await client.knowledgeItem.findFirst({ where: { itemId } });
    return timed?.componentId ?? knowledge?.unitId ?? null;
  },

  async isRetired(itemId: string) {
    return (await client.retiredItem.findUnique({ where: { itemId } })) !== null;
  },

  /** The draft of an item that is still open. */
  async openDraftOf(itemId: string): Promise<string | null> {
    const state = { in: ["draft", "review", "approved"] };
    return (await client.itemDraft.findFirst({ where: { itemId, state }, select: { id: true } }))?.id ?? null;
  },

  async addDraft({ id, unitId, content, baseId, importedId, by, at }: NewItemDraft) {
    const when = new Date(at);
    await client.itemDraft.create({
      data: {
        id,
        unitId,
        itemId: content.id,
        ...columnsOf(content),
        revision: 1,
        state: "draft",
        baseId,
        importedId,
        madeById: by,
        madeAt: when,
        changedById: by,
        changedAt: when,
        writers: { create: { staffId: by, firstAt: when, lastAt: when } },
      },
    });
  },

  draft: (id: string) => draftRow(client, id),

  async lockDraft(id: string): Promise<ItemDraftRow | null> {
    await client.$queryRaw`SELECT id FROM item_drafts WHERE id = ${id}::uuid FOR UPDATE`;
    return draftRow(client, id);
  },

  /** What a save makes of a draft: its new life, its text, and who wrote it. */
  async saveDraft(
    id: string,
    {
      life,
      content,
      by,
      at,
    }: { readonly life: DraftLife; readonly content: Item; readonly by: string; readonly at: Instant },
  ) {
    const when = new Date(at);
    const { state, revision, approvedRevision } = life;
    await client.itemDraft.update({
      where: { id },
      data: { ...columnsOf(content), state, revision, approvedRevision, changedById: by, changedAt: when },
    });
    await client.itemDraftWriter.upsert({
      where: { draftId_staffId: { draftId: id, staffId: by } },
      create: { draftId: id, staffId: by, firstAt: when, lastAt: when },
      update: { lastAt: when },
    });
  },

  /** A step that leaves its text as it is. */
  async moveDraft(id: string, { state, approvedRevision }: DraftLife, published?: string) {
    const data = published === undefined ? {} : { publishedId: published };
    await client.itemDraft.update({ where: { id }, data: { state, approvedRevision, ...data } });
  },

  async addEvent({ actor, at, words = "", ...event }: NewItemEvent) {
    const byId = actor?.kind === "staff" ? actor.id : null;
    await client.itemEvent.create({
      data: { ...event, at: new Date(at), words, byId, byName: actor?.name ?? "" },
    });
  },

  /** Notes that this page has the draft open; a page is known by the name it gives itself. */
  async noteOpen({ draft, page, by, at }: { draft: string; page: string; by: string; at: Instant }) {
    const when = new Date(at);
    await client.itemDraftPage.upsert({
      where: { draftId_page: { draftId: draft, page } },
      create: { draftId: draft, page, staffId: by, since: when, seenAt: when },
      update: { seenAt: when },
    });
    await client.itemDraftPage.deleteMany({ where: { seenAt: { lt: new Date(before(at, duration(3_600_000))) } } });
  },

  async noteClosed({ draft, page, by }: { draft: string; page: string; by: string }) {
    await client.itemDraftPage.deleteMany({ where: { draftId: draft, page, staffId: by } });
  },

  others: (page: { readonly draft: string; readonly page: string; readonly by: string; readonly at: Instant }) =>
    othersAt(client, page),

  async addPicture(unitId: string, name: string, data: string) {
    await client.bankPicture.create({ data: { componentId: unitId, name, data } });
  },
});

async function draftRow(client: Client, id: string): Promise<ItemDraftRow | null> {
  const row = await client.itemDraft.findUnique({ where: { id }, include: { writers: true, changedBy: true } });
  return (
    row && {
      ...row,
      state: row.state as DraftState,
      content: row.content as unknown as Item,
      writers: row.writers.map(({ staffId }) => staffId),
      changedAt: instant(row.changedAt.getTime()),
      changedBy: row.changedBy.name,
    }
  );
}

const columnsOf = (content: Item) => ({
  title: content.title,
  maxMark: Math.round(content.maxMark),
  content: content as object,
});

export type OpenElsewhere = { readonly name: string; readonly since: Instant };

/**
 * Who else has a draft open now, one line a person. To a page, its reader's other pages count too, because they can overwrite
 * what it holds.
 */
export async function othersAt(
  client: Pick<Client, "itemDraftPage">,
  {
    draft,
    page,
    by,
    at,
  }: { readonly draft: string; readonly page: string | null; readonly by: string | null; at: Instant },
): Promise<readonly OpenElsewhere[]> {
  const rows = await client.itemDraftPage.findMany({
    where: { draftId: draft, seenAt: { gte: new Date(before(at, stillOpen)) } },
    include: { staff: { select: { name: true } } },
    orderBy: { since: "asc" },
  });
  const elsewhere = rows.filter((row) => (page === null ? row.staffId !== by : row.page !== page));
  const first = elsewhere.filter(
    (row, index) => elsewhere.findIndex(({ staffId }) => staffId === row.staffId) === index,
  );
  return first.map(({ staff, staffId, since }) => ({
    name: staffId === by ? `${staff.name} (another window)` : staff.name,
    since: instant(since.getTime()),
  }));
}
