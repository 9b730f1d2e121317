import { z } from "zod";
import { type DraftState, openStates } from "../../exam/authoring/life.ts";
import { picturesOf } from "../../exam/item/content.ts";
import type { Item, Stimulus } from "../../exam/item/item.ts";
import { criteriaOf, knowledgeSpecification } from "../../exam/item/knowledge-specification.ts";
import { refused } from "../../exam/people/refusals.ts";
import { type Instant, instant } from "../../exam/time/time.ts";
import type { Prisma, PrismaClient } from "../generated/client.ts";
import { bankReaders } from "./bank-list.ts";
import { commentsOn, eventsOf, type ItemCommentLine, type ItemEventLine } from "./item-life.ts";
import { type ItemUse, whereUsed } from "./item-use.ts";
import { view } from "./view.ts";

export type ItemPlace =
  | { readonly kind: "area"; readonly title: string }
  | { readonly kind: "criterion"; readonly unit: string; readonly title: string; readonly outcome: string };

export type BankItem = {
  readonly id: string;
  readonly version: number;
  readonly checksum: string;
  readonly loadedAt: Instant;
  /** Everything, keys and mark scheme included. */
  readonly item: Item;
  readonly stimulus: Stimulus | null;
  readonly pictures: Readonly<Record<string, string>>;
  /** The content area of a unit with forms, or the criterion of a unit without. */
  readonly place: ItemPlace;
  readonly use: ItemUse;
  readonly versions: readonly ItemVersionLine[];
  /** The working copy that is open. */
  readonly draft: { readonly id: string; readonly state: DraftState; readonly by: string } | null;
  readonly comments: readonly ItemCommentLine[];
  readonly events: readonly ItemEventLine[];
};

export type ItemVersionLine = {
  readonly id: string;
  readonly version: number;
  readonly loadedAt: Instant;
  /** The draft it was published from; null for one that came with the bank's files. */
  readonly draftId: string | null;
};

/** One version of an item, whole, with the life of the item. */
export const bankItem = view<{ item: string }, { found: BankItem }>({
  who: bankReaders,
  input: z.object({ item: z.uuid() }),
  async read({ db }, { item: id }) {
    const row = await db.itemVersion.findUnique({ where: { id } });
    if (row === null) return refused("not-found");
    const { itemId } = row;
    const item = row.content as unknown as Item;
    return {
      ok: true,
      found: {
        id,
        version: row.version,
        checksum: row.checksum,
        loadedAt: instant(row.loadedAt.getTime()),
        item,
        ...(await shownWith(db, id, item)),
        place: await placeOf(db, item),
        use: await whereUsed(db, itemId),
        versions: await versionsOf(db, itemId),
        draft: await openDraftOf(db, itemId),
        comments: await commentsOn(db, itemId),
        events: await eventsOf(db, itemId),
      },
    };
  },
});

/**
 * The scenario and pictures that a learner sees with a version: as a form froze them or, where no form has it, as the unit
 * has them now.
 */
async function shownWith(db: PrismaClient, versionId: string, item: Item) {
  const place = await db.formItem.findFirst({
    where: { itemVersionId: versionId },
    orderBy: { form: { frozenAt: "desc" } },
    select: { stimulus: true, form: { select: { pictures: true } } },
  });
  const newest =
    item.stimulus === null
      ? null
      : await db.stimulusVersion.findFirst({ where: { stimulusId: item.stimulus }, orderBy: { version: "desc" } });
  const stimulus = ((place?.stimulus ?? newest)?.content ?? null) as unknown as Stimulus | null;
  const wanted = [...picturesOf(item.body), ...(stimulus ? picturesOf(stimulus.body) : [])];
  const frozen = picturesIn(place?.form.pictures);
  const unit = { items: { some: { itemId: item.id } } };
  const kept = await db.bankPicture.findMany({ where: { name: { in: wanted }, component: unit } });
  const now = Object.fromEntries(kept.map(({ name, data }) => [name, data]));
  const pictures = Object.fromEntries(
    wanted.flatMap((name) => {
      const data = frozen[name] ?? now[name];
      return data === undefined ? [] : [[name, data]];
    }),
  );
  return { stimulus, pictures };
}

const picturesIn = (pictures: Prisma.JsonValue | undefined) => (pictures ?? {}) as Readonly<Record<string, string>>;

async function placeOf(db: PrismaClient, { id: itemId, classification: { area } }: Item): Promise<ItemPlace> {
  const known = await db.knowledgeItem.findFirst({ where: { itemId }, include: { unit: true } });
  if (known !== null) {
    const { ref, title, specification } = known.unit;
    const criterion = criteriaOf(knowledgeSpecification.parse(specification)).find((one) => one.criterion === area);
    return {
      kind: "criterion",
      unit: `${ref} ${title}`,
      title: criterion?.title ?? "",
      outcome: criterion === undefined ? "" : `${criterion.outcome} ${criterion.outcomeTitle}`,
    };
  }
  const component = await db.component.findFirst({ where: { items: { some: { itemId } } }, select: { areas: true } });
  return { kind: "area", title: (component?.areas as Record<string, string> | undefined)?.[area] ?? "" };
}

/** The newest first. */
async function versionsOf(db: PrismaClient, itemId: string): Promise<readonly ItemVersionLine[]> {
  const rows = await db.itemVersion.findMany({
    where: { itemId },
    select: { id: true, version: true, loadedAt: true, draft: { select: { id: true } } },
    orderBy: { version: "desc" },
  });
  return rows.map(({ loadedAt, draft, ...row }) => ({
    ...row,
    loadedAt: instant(loadedAt.getTime()),
    draftId: draft?.id ?? null,
  }));
}

async function openDraftOf(db: PrismaClient, itemId: string): Promise<BankItem["draft"]> {
  const row = await db.itemDraft.findFirst({
    where: { itemId, state: { in: [...openStates] } },
    select: { id: true, state: true, changedBy: { select: { name: true } } },
  });
  return row && { id: row.id, state: row.state as DraftState, by: row.changedBy.name };
}
