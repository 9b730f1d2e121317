import { itemDraft } from "./item-draft.ts";
import type { Viewer } from "./view.ts";

export const authoringViews = (see: Viewer) => ({
  draft: see(itemDraft),
});
