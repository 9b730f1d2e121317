import { z } from "zod";
import { itemWriters } from "../../exam/authoring/writers.ts";
import { refused } from "../../exam/people/refusals.ts";
import { reason } from "../awarding/input.ts";
import { command } from "../door.ts";

const input = z.object({ item: z.string().min(1).max(64), why: reason });
type Input = z.infer<typeof input>;

/** No new form is given the item any more; forms that have it keep it. */
export const retireItem = command<Input, object>({
  name: "retire item",
  who: itemWriters,
  input,
  async run({ tx, now, actor }, { item: itemId, why }) {
    if (actor?.kind !== "staff") return refused("not-allowed");
    if ((await tx.drafts.unitOfItem(itemId)) === null) return refused("not-found");
    await tx.drafts.lockItem(itemId);
    if (await tx.drafts.isRetired(itemId)) return refused("item-retired");
    await tx.items.retire({ itemId, why, by: actor, at: now });
    await tx.drafts.addEvent({ itemId, step: "retired", actor, at: now, words: why });
    return { ok: true, value: {}, audit: [{ why, detail: { item: itemId } }] };
  },
});

/** Back into use: new forms may have it again. */
export const reviveItem = command<Input, object>({
  name: "revive item",
  who: itemWriters,
  input,
  async run({ tx, now, actor }, { item: itemId, why }) {
    await tx.drafts.lockItem(itemId);
    if (!(await tx.drafts.isRetired(itemId))) return refused("item-not-retired");
    await tx.items.revive(itemId);
    await tx.drafts.addEvent({ itemId, step: "revived", actor, at: now, words: why });
    return { ok: true, value: {}, audit: [{ why, detail: { item: itemId } }] };
  },
});
