import { z } from "zod";
import { nextItemId } from "../../exam/authoring/item-id.ts";
import { withOtherPictures } from "../../exam/authoring/other-pictures.ts";
import { type ItemKind, itemKinds, skeleton } from "../../exam/authoring/skeleton.ts";
import { itemWriters } from "../../exam/authoring/writers.ts";
import { picturesOf } from "../../exam/item/content.ts";
import type { Item } from "../../exam/item/item.ts";
import { itemShape } from "../../exam/item/item-shape.ts";
import { refused } from "../../exam/people/refusals.ts";
import type { Tx } from "../../store/store.ts";
import { command } from "../door.ts";
import type { ItemFiles } from "./item-files.ts";
import { keepPicture } from "./keep-picture.ts";

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

/**
 * A new item of a unit with the text and the pictures of an imported one; of a resource that somebody is working on already,
 * that work. Where it belongs is for the writer to say. A picture that cannot be used stays with the import, and the draft
 * says that it is missing.
 */
export const draftFromImport = (files: ItemFiles) =>
  command<{ resource: string; component: string }, { draft: string; fresh: boolean }>({
    name: "make draft of import",
    who: itemWriters,
    input: z.object({ resource: z.uuid(), component: z.string("Choose a unit.").min(1, "Choose a unit.").max(100) }),
    async run({ tx, ids, now, actor }, { resource: id, component: unitId }) {
      if (actor?.kind !== "staff") return refused("not-allowed");
      await tx.drafts.lockUnit(unitId);
      const unit = await tx.drafts.unit(unitId);
      const resource = await tx.imports.lockResource(id);
      if (unit === null || resource === null) return refused("not-found");
      if (resource.draft !== null) return { ok: true, value: { draft: resource.draft, fresh: false }, audit: [] };
      if (resource.kind !== "item") return refused("not-importable", "Only an item can become a draft.");
      if (resource.outcome !== "native") return refused("not-importable", resource.why);
      const itemId = nextItemId(await tx.drafts.idsInUse(unitId), unitId);
      const read = itemShape.safeParse({ ...Object(resource.content), id: itemId, stimulus: null });
      if (!read.success) return refused("not-importable", "It holds something that the editor of items cannot keep.");
      const pictures =
        unit.kind === "timed" ? await keepPictures({ tx, files }, unitId, { ...resource, item: read.data }) : [];
      const content = itemShape.parse(withOtherPictures(read.data, new Map(pictures)));
      const draft = ids.next();
      await tx.drafts.addDraft({ id: draft, unitId, content, baseId: null, importedId: id, by: actor.id, at: now });
      await tx.drafts.addEvent({ itemId, step: "imported", actor, at: now, draftId: draft, revision: 1 });
      const detail = {
        draft,
        item: itemId,
        unit: unitId,
        resource: id,
        path: resource.path,
        pictures: pictures.length,
      };
      return { ok: true, value: { draft, fresh: true }, audit: [{ detail }] };
    },
  });

/** The pictures an imported item shows, put with those of the unit: the name each had, and the name it has there. */
async function keepPictures(
  around: { readonly tx: Tx; readonly files: ItemFiles },
  unitId: string,
  { reportId, path, item }: { readonly reportId: string; readonly path: string; readonly item: Item },
): Promise<readonly (readonly [string, string])[]> {
  const names: (readonly [string, string])[] = [];
  for (const name of picturesOf(item.body)) {
    const place = around.files.placeOf(path, name);
    const bytes = place === null ? null : await around.tx.imports.file(reportId, place);
    if (place === null || bytes === null) continue;
    const kept = await keepPicture(around, unitId, { name: place, bytes });
    if (kept.ok) names.push([name, kept.name]);
  }
  return names;
}
