import { type Refused, refused } from "../people/refusals.ts";

/**
 * A draft is written, reviewed by somebody who wrote none of it, approved as it stands, and published: then it is live and
 * closed. A dropped draft is closed too.
 */
export const draftStates = ["draft", "review", "approved", "live", "dropped"] as const;
export type DraftState = (typeof draftStates)[number];

/** The drafts that can still become a version; an item has one of these at most. */
export const openStates: readonly DraftState[] = ["draft", "review", "approved"];

export type DraftMove = "save" | "send" | "return" | "approve" | "publish" | "drop";

/** What a draft's moves are decided by. */
export type DraftLife = {
  readonly state: DraftState;
  /** Grows with every change of what it says. */
  readonly revision: number;
  /** Everybody who began or saved it. */
  readonly writers: readonly string[];
  /** The revision that was found good, while it is the one there is. */
  readonly approvedRevision: number | null;
};

const legal: Readonly<Record<DraftState, readonly DraftMove[]>> = {
  draft: ["save", "send", "drop"],
  review: ["save", "return", "approve", "drop"],
  approved: ["save", "return", "publish", "drop"],
  live: [],
  dropped: [],
};

/** Moves that judge the draft, and so are not for those who wrote it. */
const judging: readonly DraftMove[] = ["approve"];

/** `by` is somebody's identifier; `revision` is the one they saw. */
export type Moving = { readonly move: DraftMove; readonly by: string; readonly revision: number };

/** What a move makes of a draft, or why it may not be made. */
export function moved(
  life: DraftLife,
  { move, by, revision }: Moving,
): { readonly ok: true; readonly life: DraftLife } | Refused {
  if (!openStates.includes(life.state)) return refused("item-draft-closed");
  if (revision !== life.revision) return refused("changed-since");
  if (!legal[life.state].includes(move)) return refused("not-in-this-state");
  if (judging.includes(move) && life.writers.includes(by)) return refused("own-draft");
  return { ok: true, life: after(life, move, by) };
}

/** Whether these could make the move now, if nothing changes until they do. */
export const mayMove = (life: DraftLife, move: DraftMove, by: string) =>
  moved(life, { move, by, revision: life.revision }).ok;

function after(life: DraftLife, move: DraftMove, by: string): DraftLife {
  switch (move) {
    case "save":
      return {
        state: "draft",
        revision: life.revision + 1,
        writers: life.writers.includes(by) ? life.writers : [...life.writers, by],
        approvedRevision: null,
      };
    case "send":
      return { ...life, state: "review" };
    case "return":
      return { ...life, state: "draft", approvedRevision: null };
    case "approve":
      return { ...life, state: "approved", approvedRevision: life.revision };
    case "publish":
      return { ...life, state: "live" };
    case "drop":
      return { ...life, state: "dropped", approvedRevision: null };
  }
}

/** Everything that happens to an item, as its life shows it. */
export const itemSteps = [
  "began",
  "edited",
  "imported",
  "sent",
  "changed",
  "returned",
  "approved",
  "published",
  "dropped",
  "retired",
  "revived",
  "enemies-declared",
  "enemies-ended",
] as const;
export type ItemStep = (typeof itemSteps)[number];
