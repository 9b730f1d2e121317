import { itemComparison } from "./item-comparison.ts";
import { itemDraft } from "./item-draft.ts";
import { itemDrafts } from "./item-drafts.ts";
import type { Viewer } from "./view.ts";

export const authoringViews = (see: Viewer) => ({
  compare: see(itemComparison),
  draft: see(itemDraft),
  drafts: see(itemDrafts),
});
