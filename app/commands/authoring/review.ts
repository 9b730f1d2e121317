import { z } from "zod";
import { itemFaults } from "../../exam/authoring/item-faults.ts";
import type { DraftMove, ItemStep } from "../../exam/authoring/life.ts";
import { sameContent } from "../../exam/authoring/same-content.ts";
import { itemWriters } from "../../exam/authoring/writers.ts";
import { refused } from "../../exam/people/refusals.ts";
import { reason } from "../awarding/input.ts";
import { command } from "../door.ts";
import type { ItemFiles } from "./item-files.ts";
import { moveLocked } from "./own-draft.ts";
import { putInOrder } from "./put-in-order.ts";

const seen = { draft: z.uuid(), revision: z.coerce.number().int().min(1) };
const remark = z.string().trim().max(2_000, "At most 2,000 characters.").default("");

/** Asks somebody else to look at a draft that has no faults. Putting its text in order may make another revision of it. */
export const sendToReview = (files: ItemFiles) =>
  command<{ draft: string; revision: number; words: string }, { revision: number }>({
    name: "send item to review",
    who: itemWriters,
    input: z.object({ ...seen, words: remark }),
    async run(work, input) {
      const { tx, now, actor } = work;
      const move = await moveLocked(work, "send", input);
      if (!move.ok) return move;
      const { draft, by } = move;
      const surroundings = await tx.drafts.surroundings(draft.unitId);
      if (surroundings === null) return refused("not-found");
      const faults = itemFaults(draft.content, surroundings);
      if (faults.length > 0) return refused("item-unfit", faults.map(({ cause }) => cause).join(" "));
      const ordered = putInOrder(draft.content, files);
      if (!ordered.ok) return ordered;
      const base = draft.baseId === null ? null : await tx.drafts.version(draft.baseId);
      if (base && sameContent(base.content, ordered.item)) {
        return refused("item-unchanged", `It still says what version ${base.version} says.`);
      }
      const changed = !sameContent(ordered.item, draft.content);
      const life = { ...move.life, revision: draft.revision + (changed ? 1 : 0) };
      if (changed) await tx.drafts.saveDraft(draft.id, { life, content: ordered.item, by: by.id, at: now });
      else await tx.drafts.moveDraft(draft.id, life);
      const event = { draftId: draft.id, revision: life.revision };
      const { itemId } = draft;
      await tx.drafts.addEvent({ itemId, step: "sent", actor, at: now, words: input.words, ...event });
      return { ok: true, value: { revision: life.revision }, audit: [{ detail: { ...event, item: itemId } }] };
    },
  });

/** A step that judges a draft or closes it, and leaves its text as it is. */
const step = ({
  name,
  move,
  as,
  words,
}: {
  readonly name: string;
  readonly move: DraftMove;
  readonly as: ItemStep;
  readonly words: z.ZodType<string>;
}) =>
  command<{ draft: string; revision: number; words: string }, { revision: number }>({
    name,
    who: itemWriters,
    input: z.object({ ...seen, words }),
    async run(work, input) {
      const { tx, now, actor } = work;
      const moved = await moveLocked(work, move, input);
      if (!moved.ok) return moved;
      const { draft, life } = moved;
      await tx.drafts.moveDraft(draft.id, life);
      const event = { draftId: draft.id, revision: draft.revision };
      const { itemId } = draft;
      await tx.drafts.addEvent({ itemId, step: as, actor, at: now, words: input.words, ...event });
      return {
        ok: true,
        value: { revision: draft.revision },
        audit: [{ why: input.words || undefined, detail: { ...event, item: itemId } }],
      };
    },
  });

/** Gives a draft back with what is to be done to it. Its writer may take it back the same way. */
export const returnToWriter = step({ name: "return item to writer", move: "return", as: "returned", words: reason });

/** Finds one exact revision good. Nobody approves what they have written any part of. */
export const approve = step({ name: "approve item", move: "approve", as: "approved", words: remark });

/** Closes a draft that comes to nothing; the item stays as it was. */
export const drop = step({ name: "drop item draft", move: "drop", as: "dropped", words: remark });
