import { z } from "zod";
import { itemWriters } from "../../exam/authoring/writers.ts";
import { refused } from "../../exam/people/refusals.ts";
import { reason } from "../awarding/input.ts";
import { command } from "../door.ts";

const itemId = z.string().trim().min(1, "Write the identifier of an item.").max(64);

/** From now on a form holds one of the two at most. */
export const declareEnemies = command<{ item: string; other: string; why: string }, { enemies: string }>({
  name: "declare enemies",
  who: itemWriters,
  input: z
    .object({ item: itemId, other: itemId, why: reason })
    .refine(({ item, other }) => item !== other, { path: ["other"], message: "Choose another item." }),
  async run({ tx, ids, now, actor }, { item, other, why }) {
    if (actor?.kind !== "staff") return refused("not-allowed");
    const units = [await tx.drafts.unitOfItem(item), await tx.drafts.unitOfItem(other)];
    if (units.includes(null)) return refused("not-found", `There is no item ${units[0] === null ? item : other}.`);
    if (units[0] !== units[1]) return refused("not-found", "They are of different units, so they never meet.");
    for (const id of [item, other].sort()) await tx.drafts.lockItem(id);
    if (await tx.items.areEnemies(item, other)) return refused("already-enemies");
    const id = ids.next();
    await tx.items.declareEnemies({ id, pair: [item, other], why, by: actor, at: now });
    for (const [itemId, otherId] of [
      [item, other],
      [other, item],
    ] as const)
      await tx.drafts.addEvent({ itemId, step: "enemies-declared", actor, at: now, words: why, otherId });
    return { ok: true, value: { enemies: id }, audit: [{ why, detail: { enemies: id, items: [item, other] } }] };
  },
});

/** Lets the two meet in a form again. */
export const endEnemies = command<{ enemies: string; why: string }, object>({
  name: "end enemies",
  who: itemWriters,
  input: z.object({ enemies: z.uuid(), why: reason }),
  async run({ tx, now, actor }, { enemies: id, why }) {
    if (actor?.kind !== "staff") return refused("not-allowed");
    const pair = await tx.items.endEnemies({ id, why, by: actor, at: now });
    if (pair === null) return refused("not-found");
    for (const [itemId, otherId] of [pair, pair.toReversed()] as const)
      await tx.drafts.addEvent({ itemId: itemId ?? "", step: "enemies-ended", actor, at: now, words: why, otherId });
    return { ok: true, value: {}, audit: [{ why, detail: { enemies: id, items: pair } }] };
  },
});
