import { z } from "zod";
import { nextItemId } from "../../exam/authoring/item-id.ts";
import { type ItemKind, itemKinds, skeleton } from "../../exam/authoring/skeleton.ts";
import { itemWriters } from "../../exam/authoring/writers.ts";
import { refused } from "../../exam/people/refusals.ts";
import { command } from "../door.ts";

/** A new item with the next free identifier of its unit. */
export const startDraft = command<{ component: string; kind: ItemKind }, { draft: string; itemId: string }>({
  name: "start item",
  who: itemWriters,
  input: z.object({ component: z.string().min(1).max(100), kind: z.enum(itemKinds) }),
  async run({ tx, ids, now, actor }, { component: unitId, kind }) {
    if (actor?.kind !== "staff") return refused("not-allowed");
    await tx.drafts.lockUnit(unitId);
    const unit = await tx.drafts.unit(unitId);
    if (unit === null) return refused("not-found");
    const itemId = nextItemId(await tx.drafts.idsInUse(unitId), unitId);
    const content = skeleton({ id: itemId, kind, specification: unit.specification });
    const draft = ids.next();
    await tx.drafts.addDraft({ id: draft, unitId, content, baseId: null, importedId: null, by: actor.id, at: now });
    await tx.drafts.addEvent({ itemId, step: "began", actor, at: now, draftId: draft, revision: 1 });
    return { ok: true, value: { draft, itemId }, audit: [{ detail: { draft, item: itemId, unit: unitId, kind } }] };
  },
});

/** A working copy of a version of an item; of an item that somebody is working on already, that work. */
export const draftFrom = command<{ version: string }, { draft: string; fresh: boolean }>({
  name: "edit item",
  who: itemWriters,
  input: z.object({ version: z.uuid() }),
  async run({ tx, ids, now, actor }, { version: id }) {
    if (actor?.kind !== "staff") return refused("not-allowed");
    const version = await tx.drafts.version(id);
    const unitId = version && (await tx.drafts.unitOfItem(version.itemId));
    if (version === null || unitId === null) return refused("not-found");
    const { itemId, content } = version;
    await tx.drafts.lockItem(itemId);
    const open = await tx.drafts.openDraftOf(itemId);
    if (open !== null) return { ok: true, value: { draft: open, fresh: false }, audit: [] };
    if (await tx.drafts.isRetired(itemId)) return refused("item-retired");
    const draft = ids.next();
    await tx.drafts.addDraft({ id: draft, unitId, content, baseId: id, importedId: null, by: actor.id, at: now });
    const event = { draftId: draft, revision: 1, versionId: id };
    await tx.drafts.addEvent({ itemId, step: "edited", actor, at: now, ...event });
    return {
      ok: true,
      value: { draft, fresh: true },
      audit: [{ detail: { draft, item: itemId, version: version.version } }],
    };
  },
});
