import type { Interaction } from "../../../exam/item/body.ts";

/** What a writer calls an interaction. */
export const interactionWords: Readonly<Record<Interaction["type"], string>> = {
  choice: "Choices",
  "text-entry": "Text box",
  "extended-text": "Space to write",
  "inline-choice": "List box",
  match: "Matching",
  associate: "Pairs",
  order: "Order",
  "gap-match": "Text with gaps",
  hottext: "Text with phrases to choose",
  hotspot: "Places on a picture",
  slider: "Slider",
  "select-point": "Points on a picture",
  "graphic-order": "Order of places",
  "graphic-associate": "Pairs of places",
  "graphic-gap-match": "Labels on a picture",
  media: "Sound or film",
};
