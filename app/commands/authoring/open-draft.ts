import { z } from "zod";
import { draftReaders, itemWriters } from "../../exam/authoring/writers.ts";
import { refused } from "../../exam/people/refusals.ts";
import type { Instant } from "../../exam/time/time.ts";
import type { OpenElsewhere } from "../../store/item-drafts.ts";
import { command } from "../door.ts";

const input = z.object({ draft: z.uuid(), page: z.uuid() });
type Input = z.infer<typeof input>;

type Opened = {
  readonly others: readonly OpenElsewhere[];
  /** So that the page knows whether what it shows is still what is stored. */
  readonly revision: number;
  readonly changedAt: Instant;
  readonly changedBy: string;
};

/** A page says that it has the draft open, and hears who else has. It says so again while it is open. */
export const openDraft = command<Input, Opened>({
  name: "open item draft",
  who: itemWriters,
  input,
  async run({ tx, now, actor }, { draft: id, page }) {
    if (actor?.kind !== "staff") return refused("not-allowed");
    const draft = await tx.drafts.draft(id);
    if (draft === null) return refused("not-found");
    const opened = { draft: id, page, by: actor.id, at: now };
    await tx.drafts.noteOpen(opened);
    const { revision, changedAt, changedBy } = draft;
    return {
      ok: true,
      value: { others: await tx.drafts.others(opened), revision, changedAt, changedBy },
      audit: [],
    };
  },
});

export const closeDraft = command<Input, object>({
  name: "close item draft",
  who: draftReaders,
  input,
  async run({ tx, actor }, { draft, page }) {
    if (actor?.kind === "staff") await tx.drafts.noteClosed({ draft, page, by: actor.id });
    return { ok: true, value: {}, audit: [] };
  },
});
