/**
 * What the learner's computer does with work that the server does not hold yet. kept: it has a sealed copy. cleared: its
 * storage was emptied while the test ran, and the work was written anew from the page. refused, full: it has none.
 */
export const keepings = ["kept", "cleared", "refused", "full"] as const;
export type Keeping = (typeof keepings)[number];

/** Whatever happens to the page, this computer still has the work. */
export const keepsACopy = (keeping: Keeping) => keeping === "kept" || keeping === "cleared";
