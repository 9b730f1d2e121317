import { z } from "zod";
import { sameContent } from "../../exam/authoring/same-content.ts";
import { itemWriters } from "../../exam/authoring/writers.ts";
import type { Item } from "../../exam/item/item.ts";
import { itemShape } from "../../exam/item/item-shape.ts";
import { refused } from "../../exam/people/refusals.ts";
import type { Instant } from "../../exam/time/time.ts";
import { command } from "../door.ts";
import { moveLocked } from "./own-draft.ts";

type Input = { readonly draft: string; readonly revision: number; readonly content: Item };

/**
 * Keeps what a writer has written, with faults and all. Whatever had been sent to review or approved is a draft again, since
 * nobody has seen this text. Saved every few seconds, so the audit log has a line only for what a save changes besides the
 * text: a new writer, or another state.
 */
export const saveDraft = command<Input, { revision: number; changedAt: Instant }>({
  name: "save item draft",
  who: itemWriters,
  input: z.object({ draft: z.uuid(), revision: z.int().min(1), content: itemShape }),
  async run(work, input) {
    const { tx, now, actor } = work;
    const move = await moveLocked(work, "save", input);
    if (!move.ok) return move;
    const { draft, life, by } = move;
    const { content } = input;
    if (content.id !== draft.itemId) return refused("badly-formed", "An item keeps its identifier.");
    if (sameContent(content, draft.content)) {
      return { ok: true, value: { revision: draft.revision, changedAt: draft.changedAt }, audit: [] };
    }
    await tx.drafts.saveDraft(draft.id, { life, content, by: by.id, at: now });
    const undone = draft.state !== "draft";
    const event = { draftId: draft.id, revision: life.revision };
    if (undone) await tx.drafts.addEvent({ itemId: draft.itemId, step: "changed", actor, at: now, ...event });
    const isNew = !draft.writers.includes(by.id);
    return {
      ok: true,
      value: { revision: life.revision, changedAt: now },
      audit: undone || isNew ? [{ detail: { ...event, item: draft.itemId, before: draft.state } }] : [],
    };
  },
});
