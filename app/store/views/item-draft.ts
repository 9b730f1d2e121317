import { z } from "zod";
import { itemFaults } from "../../exam/authoring/item-faults.ts";
import { type DraftLife, type DraftMove, type DraftState, mayMove } from "../../exam/authoring/life.ts";
import { draftReaders, itemWriters } from "../../exam/authoring/writers.ts";
import type { Fault } from "../../exam/item/fault.ts";
import type { Item, Stimulus } from "../../exam/item/item.ts";
import type { UnitSpecification } from "../../exam/item/specification.ts";
import { type Actor, inRole } from "../../exam/people/actor.ts";
import { refused } from "../../exam/people/refusals.ts";
import { type Instant, instant } from "../../exam/time/time.ts";
import type { PrismaClient } from "../generated/client.ts";
import { type OpenElsewhere, othersAt } from "../item-drafts.ts";
import { unitOf } from "../unit.ts";
import { picturesOfUnit, stimuliOf } from "../unit-content.ts";
import { commentsOn, eventsOf, type ItemCommentLine, type ItemEventLine } from "./item-life.ts";
import { view } from "./view.ts";

export type ItemDraftFound = {
  readonly draft: {
    readonly id: string;
    readonly componentId: string;
    readonly unit: string;
    readonly itemId: string;
    readonly revision: number;
    readonly state: DraftState;
    readonly base: { readonly versionId: string; readonly version: number } | null;
    /** The version it became, once it is live. */
    readonly published: { readonly versionId: string; readonly version: number } | null;
    readonly content: Item;
    readonly writers: readonly { readonly id: string; readonly name: string }[];
    readonly madeAt: Instant;
    readonly changedAt: Instant;
    readonly changedBy: string;
  };
  readonly specification: UnitSpecification;
  /** Every stimulus of the unit at its newest version. */
  readonly stimuli: readonly Stimulus[];
  /** Every picture of the unit, as data URLs by the name items use. */
  readonly pictures: Readonly<Record<string, string>>;
  readonly faults: readonly Fault[];
  readonly comments: readonly ItemCommentLine[];
  readonly events: readonly ItemEventLine[];
  /** Who has it open now. */
  readonly others: readonly OpenElsewhere[];
  /** Whether whoever looks has written some of it. */
  readonly mine: boolean;
  readonly may: { readonly edit: boolean; readonly send: boolean; readonly review: boolean; readonly publish: boolean };
};

/** A working copy of an item with all that writing or reviewing it needs. */
export const itemDraft = view<{ draft: string }, ItemDraftFound>({
  who: draftReaders,
  input: z.object({ draft: z.uuid() }),
  async read({ db, now, actor }, { draft: id }) {
    const row = await draftRow(db, id);
    const unit = row && (await unitOf(db, row.unitId));
    if (row === null || unit === null) return refused("not-found");
    const content = row.content as unknown as Item;
    const stimuli = await stimuliOf(db, unit.itemIds);
    const pictures = await picturesOfUnit(db, unit.id);
    const life = {
      state: row.state as DraftState,
      revision: row.revision,
      writers: row.writers.map(({ staffId }) => staffId),
      approvedRevision: row.approvedRevision,
    };
    const surroundings = {
      specification: unit.specification,
      stimuli: stimuli.map((one) => one.id),
      pictures: Object.keys(pictures),
    };
    return {
      ok: true,
      draft: {
        id,
        componentId: row.unitId,
        unit: unit.name,
        itemId: row.itemId,
        revision: row.revision,
        state: life.state,
        base: row.base && { versionId: row.base.id, version: row.base.version },
        published: row.published && { versionId: row.published.id, version: row.published.version },
        content,
        writers: row.writers.map(({ staff }) => staff),
        madeAt: instant(row.madeAt.getTime()),
        changedAt: instant(row.changedAt.getTime()),
        changedBy: row.changedBy.name,
      },
      specification: unit.specification,
      stimuli,
      pictures,
      faults: itemFaults(content, surroundings),
      comments: await commentsOn(db, row.itemId),
      events: await eventsOf(db, row.itemId),
      others: await othersAt(db, { draft: id, page: null, by: actor?.kind === "staff" ? actor.id : null, at: now }),
      mine: actor?.kind === "staff" && life.writers.includes(actor.id),
      may: mayNow(life, actor),
    };
  },
});

const draftRow = (db: PrismaClient, id: string) => {
  const version = { select: { id: true, version: true } };
  return db.itemDraft.findUnique({
    where: { id },
    include: {
      base: version,
      published: version,
      changedBy: { select: { name: true } },
      writers: { include: { staff: { select: { id: true, name: true } } }, orderBy: { firstAt: "asc" } },
    },
  });
};

function mayNow(life: DraftLife, actor: Actor | null): ItemDraftFound["may"] {
  const by = actor?.kind === "staff" && inRole(actor, itemWriters) !== null ? actor.id : null;
  const may = (move: DraftMove) => by !== null && mayMove(life, move, by);
  return { edit: may("save"), send: may("send"), review: may("approve"), publish: may("publish") };
}
