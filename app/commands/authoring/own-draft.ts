import { type DraftLife, type DraftMove, moved } from "../../exam/authoring/life.ts";
import { type Refused, refused } from "../../exam/people/refusals.ts";
import { secondInLondon } from "../../exam/time/london-clock.ts";
import type { ItemDraftRow } from "../../store/item-drafts.ts";
import type { Work } from "../door.ts";

type Asked = { readonly draft: string; readonly revision: number };
type Moved = {
  readonly ok: true;
  readonly draft: ItemDraftRow;
  readonly life: DraftLife;
  readonly by: { readonly id: string; readonly name: string };
};

/** The draft, locked, and what this move makes of it; or why this person may not make it now. */
export async function moveLocked(
  { tx, actor }: Work,
  move: DraftMove,
  { draft: id, revision }: Asked,
): Promise<Moved | Refused> {
  if (actor?.kind !== "staff") return refused("not-allowed");
  const draft = await tx.drafts.lockDraft(id);
  if (draft === null) return refused("not-found");
  const outcome = moved(draft, { move, by: actor.id, revision });
  if (!outcome.ok) return outcome.refusal === "changed-since" ? changedSince(draft) : outcome;
  return { ok: true, draft, life: outcome.life, by: actor };
}

/** Whoever lost a race is told to whom and when. */
const changedSince = ({ changedBy, changedAt }: ItemDraftRow) =>
  refused("changed-since", `${changedBy} saved it at ${secondInLondon(changedAt)}.`);
