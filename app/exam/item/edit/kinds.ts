/** What a writer can begin: an interaction, or an open response with a mark scheme by points or by levels. */
export const itemKinds = [
  "choice",
  "choice-several",
  "text-entry",
  "inline-choice",
  "match",
  "associate",
  "order",
  "gap-match",
  "hottext",
  "hotspot",
  "open-points",
  "open-levels",
] as const;
export type ItemKind = (typeof itemKinds)[number];

export const isItemKind = (kind: string): kind is ItemKind => itemKinds.some((one) => one === kind);

/** What a writer calls it, and what a learner does with it. */
export const kindWords: Readonly<Record<ItemKind, { readonly name: string; readonly does: string }>> = {
  choice: { name: "Multiple choice", does: "Chooses one of several answers" },
  "choice-several": { name: "Multiple response", does: "Chooses two or more answers" },
  "text-entry": { name: "Short text", does: "Types a word or a few" },
  "inline-choice": { name: "List in a sentence", does: "Completes a sentence from lists" },
  match: { name: "Matching", does: "Matches one list to another" },
  associate: { name: "Pairs", does: "Makes pairs within one list" },
  order: { name: "Order", does: "Puts things in order" },
  "gap-match": { name: "Gaps to fill", does: "Places given words in gaps" },
  hottext: { name: "Words in a text", does: "Picks out phrases of a text" },
  hotspot: { name: "Places on a picture", does: "Picks out places on a picture" },
  "open-points": { name: "Open response by points", does: "Writes; an examiner gives marks for points" },
  "open-levels": { name: "Open response by levels", does: "Writes at length; an examiner gives a level" },
};
