import { z } from "zod";
import { itemFaults } from "../../exam/authoring/item-faults.ts";
import { sameContent } from "../../exam/authoring/same-content.ts";
import { itemWriters } from "../../exam/authoring/writers.ts";
import { refused } from "../../exam/people/refusals.ts";
import { sha256 } from "../../platform/secrets.ts";
import { command } from "../door.ts";
import type { ItemFiles } from "./item-files.ts";
import { moveLocked } from "./own-draft.ts";

type Published = { readonly versionId: string; readonly version: number };

/**
 * Makes the next version of an item of its approved draft: the very text that was approved, written as a file, read back and
 * compared before it is kept. From now on new forms get it; forms that are frozen keep the version they have. Asked twice,
 * it makes one version.
 */
export const publish = (files: ItemFiles) =>
  command<{ draft: string; revision: number }, Published>({
    name: "publish item",
    who: itemWriters,
    input: z.object({ draft: z.uuid(), revision: z.coerce.number().int().min(1) }),
    async run(work, input) {
      const { tx, ids, now, actor } = work;
      const before = await tx.drafts.publishedAs(input.draft, input.revision);
      if (before !== null) return { ok: true, value: before, audit: [] };
      const move = await moveLocked(work, "publish", input);
      if (!move.ok) {
        const meanwhile = await tx.drafts.publishedAs(input.draft, input.revision);
        return meanwhile === null ? move : { ok: true, value: meanwhile, audit: [] };
      }
      const { draft, life } = move;
      await tx.drafts.lockItem(draft.itemId);
      if (await tx.drafts.isRetired(draft.itemId)) return refused("item-retired");
      const surroundings = await tx.drafts.surroundings(draft.unitId);
      const faults = surroundings === null ? [] : itemFaults(draft.content, surroundings);
      if (faults.length > 0) return refused("item-unfit", faults.map(({ cause }) => cause).join(" "));
      const { xml, read } = files.write(draft.content);
      if (read === null || !sameContent(read, draft.content)) {
        throw new Error(`The file of ${draft.itemId} does not say what was approved.`);
      }
      const checksum = sha256(xml);
      const earlier = await tx.drafts.versionWith(draft.itemId, checksum);
      if (earlier !== null) return refused("item-unchanged", `It is word for word version ${earlier.version}.`);

      const frozen = { id: ids.next(), content: read, xml, checksum, at: now };
      await tx.bank.putItems([frozen]);
      await tx.drafts.joinUnit(draft.unitId, draft.itemId);
      await tx.drafts.moveDraft(draft.id, life, frozen.id);
      const version = await tx.drafts.version(frozen.id);
      if (version === null) throw new Error(`The version of ${draft.itemId} was not kept.`);
      const made = { versionId: frozen.id, draftId: draft.id, revision: draft.revision };
      await tx.drafts.addEvent({ itemId: draft.itemId, step: "published", actor, at: now, ...made });
      return {
        ok: true,
        value: { versionId: frozen.id, version: version.version },
        audit: [{ detail: { item: draft.itemId, version: version.version, checksum, ...made } }],
      };
    },
  });
