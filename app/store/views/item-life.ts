import type { ItemStep } from "../../exam/authoring/life.ts";
import { type Instant, instant } from "../../exam/time/time.ts";
import type { PrismaClient } from "../generated/client.ts";

export type ItemEventLine = {
  readonly id: string;
  readonly at: Instant;
  readonly step: ItemStep;
  readonly by: string;
  /** What was said with it; empty when nothing was. */
  readonly words: string;
  readonly draftId: string | null;
  readonly revision: number | null;
  readonly versionId: string | null;
  readonly otherId: string | null;
};

/** Everything that has happened to an item, newest first. */
export async function eventsOf(db: PrismaClient, itemId: string): Promise<readonly ItemEventLine[]> {
  const rows = await db.itemEvent.findMany({ where: { itemId }, orderBy: { id: "desc" } });
  return rows.map(({ id, at, step, byName, words, draftId, revision, versionId, otherId }) => ({
    id: String(id),
    at: instant(at.getTime()),
    step: step as ItemStep,
    by: byName,
    words,
    draftId,
    revision,
    versionId,
    otherId,
  }));
}

export type ItemCommentLine = {
  readonly id: string;
  readonly at: Instant;
  readonly by: string;
  /** "choice A", "mark scheme"; empty for the whole. */
  readonly place: string;
  readonly words: string;
  readonly draftId: string | null;
  readonly revision: number | null;
  readonly versionId: string | null;
  readonly resolved: { readonly by: string; readonly at: Instant } | null;
};

/** What was said of an item, those that wait to be seen to first, then the newest first. */
export async function commentsOn(db: PrismaClient, itemId: string): Promise<readonly ItemCommentLine[]> {
  const rows = await db.itemComment.findMany({
    where: { itemId },
    include: { resolution: true },
    orderBy: [{ at: "desc" }, { id: "desc" }],
  });
  const lines = rows.map(({ at, byName, resolution, byId: _, itemId: __, ...row }) => ({
    ...row,
    at: instant(at.getTime()),
    by: byName,
    resolved: resolution && { by: resolution.byName, at: instant(resolution.at.getTime()) },
  }));
  return [...lines.filter(({ resolved }) => resolved === null), ...lines.filter(({ resolved }) => resolved !== null)];
}
