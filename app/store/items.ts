import type { Instant } from "../exam/time/time.ts";
import type { Client } from "./store.ts";

export type ItemRows = ReturnType<typeof itemRows>;

type Person = { readonly id: string; readonly name: string };

/** What holds for an item whatever its version: what was said of it, its enemies, and whether it is in use. */
export const itemRows = (client: Client) => ({
  async addComment({
    by,
    at,
    ...comment
  }: {
    readonly id: string;
    readonly itemId: string;
    readonly draftId: string | null;
    readonly revision: number | null;
    readonly versionId: string | null;
    readonly place: string;
    readonly words: string;
    readonly by: Person;
    readonly at: Instant;
  }) {
    await client.itemComment.create({ data: { ...comment, byId: by.id, byName: by.name, at: new Date(at) } });
  },

  async itemOfComment(id: string): Promise<string | null> {
    return (await client.itemComment.findUnique({ where: { id }, select: { itemId: true } }))?.itemId ?? null;
  },

  /** Answers whether it had not been seen to before. */
  async resolveComment({ id, by, at }: { readonly id: string; readonly by: Person; readonly at: Instant }) {
    const data = { commentId: id, byId: by.id, byName: by.name, at: new Date(at) };
    const { count } = await client.itemCommentResolution.createMany({ data, skipDuplicates: true });
    return count > 0;
  },

  async areEnemies(one: string, other: string) {
    const [oneId = "", otherId = ""] = [one, other].sort();
    return (await client.itemEnemies.count({ where: { oneId, otherId, endedAt: null } })) > 0;
  },

  async declareEnemies({
    id,
    pair,
    why,
    by,
    at,
  }: {
    readonly id: string;
    readonly pair: readonly [string, string];
    readonly why: string;
    readonly by: Person;
    readonly at: Instant;
  }) {
    const [oneId = "", otherId = ""] = [...pair].sort();
    const declared = { declaredById: by.id, declaredBy: by.name, declaredAt: new Date(at) };
    await client.itemEnemies.create({ data: { id, oneId, otherId, reason: why, ...declared } });
  },

  /** The pair, or null when it had ended before or never was. */
  async endEnemies({
    id,
    why,
    by,
    at,
  }: {
    readonly id: string;
    readonly why: string;
    readonly by: Person;
    readonly at: Instant;
  }): Promise<readonly [string, string] | null> {
    const ended = { endedById: by.id, endedBy: by.name, endedAt: new Date(at), endReason: why };
    const { count } = await client.itemEnemies.updateMany({ where: { id, endedAt: null }, data: ended });
    const row = count === 0 ? null : await client.itemEnemies.findUnique({ where: { id } });
    return row && [row.oneId, row.otherId];
  },

  async retire({ itemId, why, by, at }: { itemId: string; why: string; by: Person; at: Instant }) {
    const data = { itemId, retiredById: by.id, retiredBy: by.name, retiredAt: new Date(at), why };
    await client.retiredItem.create({ data });
  },

  async revive(itemId: string) {
    await client.retiredItem.delete({ where: { itemId } });
  },
});

/** The pairs that people have declared, of all units: identifiers are the bank's, not a unit's. */
export async function enemiesAmong(
  client: Pick<Client, "itemEnemies">,
  itemIds: readonly string[],
): Promise<readonly (readonly [string, string])[]> {
  const rows = await client.itemEnemies.findMany({
    where: { endedAt: null, oneId: { in: [...itemIds] } },
    orderBy: [{ oneId: "asc" }, { otherId: "asc" }],
  });
  return rows.map(({ oneId, otherId }) => [oneId, otherId] as const);
}
