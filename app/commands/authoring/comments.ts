import { z } from "zod";
import { itemWriters } from "../../exam/authoring/writers.ts";
import { refused } from "../../exam/people/refusals.ts";
import { command } from "../door.ts";

const words = z
  .string({ error: "Write a comment." })
  .trim()
  .min(1, "Write a comment.")
  .max(4_000, "At most 4,000 characters.");

const input = z
  .object({
    draft: z.uuid().optional(),
    version: z.uuid().optional(),
    /** What it is about, such as "choice A"; nothing for the whole. */
    place: z.string().trim().max(80).default(""),
    words,
  })
  .refine(({ draft, version }) => (draft === undefined) !== (version === undefined), "Say what it is about.");

/** Says something of a draft or a version; it stays with the item. */
export const comment = command<z.infer<typeof input>, { comment: string }>({
  name: "comment on item",
  who: itemWriters,
  input,
  async run({ tx, ids, now, actor }, { draft: draftId, version: versionId, place, words }) {
    if (actor?.kind !== "staff") return refused("not-allowed");
    const draft = draftId === undefined ? null : await tx.drafts.draft(draftId);
    const version = versionId === undefined ? null : await tx.drafts.version(versionId);
    const itemId = draft?.itemId ?? version?.itemId;
    if (itemId === undefined) return refused("not-found");
    const id = ids.next();
    await tx.items.addComment({
      id,
      itemId,
      draftId: draft?.id ?? null,
      revision: draft?.revision ?? null,
      versionId: version?.id ?? null,
      place,
      words,
      by: actor,
      at: now,
    });
    return { ok: true, value: { comment: id }, audit: [{ detail: { item: itemId, comment: id, place } }] };
  },
});

/** Notes that a comment has been seen to. Twice is as good as once. */
export const resolveComment = command<{ comment: string }, object>({
  name: "resolve comment",
  who: itemWriters,
  input: z.object({ comment: z.uuid() }),
  async run({ tx, now, actor }, { comment: id }) {
    if (actor?.kind !== "staff") return refused("not-allowed");
    const itemId = await tx.items.itemOfComment(id);
    if (itemId === null) return refused("not-found");
    const fresh = await tx.items.resolveComment({ id, by: actor, at: now });
    return { ok: true, value: {}, audit: fresh ? [{ detail: { item: itemId, comment: id } }] : [] };
  },
});
