import { z } from "zod";
import type { DraftState } from "../../exam/authoring/life.ts";
import { draftReaders } from "../../exam/authoring/writers.ts";
import type { Item } from "../../exam/item/item.ts";
import { inRole } from "../../exam/people/actor.ts";
import { refused } from "../../exam/people/refusals.ts";
import { type Instant, instant } from "../../exam/time/time.ts";
import type { PrismaClient } from "../generated/client.ts";
import { bankReaders } from "./bank-list.ts";
import { view } from "./view.ts";

/** One of two texts that are laid side by side. */
export type ComparedItem = {
  readonly id: string;
  readonly item: Item;
  readonly at: Instant;
} & (
  | { readonly kind: "version"; readonly version: number }
  | { readonly kind: "draft"; readonly state: DraftState; readonly by: string; readonly revision: number }
);

/** Two versions of an item, a draft and what it began as, or two items: each by the identifier of a version or a draft. */
export const itemComparison = view<{ a: string; b: string }, { one: ComparedItem; other: ComparedItem }>({
  who: bankReaders,
  input: z.object({ a: z.uuid(), b: z.uuid() }),
  async read({ db, actor }, { a, b }) {
    const drafts = inRole(actor, draftReaders) !== null;
    const [one, other] = [await comparedItem(db, a, drafts), await comparedItem(db, b, drafts)];
    return one === null || other === null ? refused("not-found") : { ok: true, one, other };
  },
});

async function comparedItem(db: PrismaClient, id: string, drafts: boolean): Promise<ComparedItem | null> {
  const version = await db.itemVersion.findUnique({ where: { id } });
  if (version !== null) {
    const item = version.content as unknown as Item;
    return { id, kind: "version", version: version.version, item, at: instant(version.loadedAt.getTime()) };
  }
  const draft = drafts ? await db.itemDraft.findUnique({ where: { id }, include: { changedBy: true } }) : null;
  return (
    draft && {
      id,
      kind: "draft",
      state: draft.state as DraftState,
      by: draft.changedBy.name,
      revision: draft.revision,
      item: draft.content as unknown as Item,
      at: instant(draft.changedAt.getTime()),
    }
  );
}
