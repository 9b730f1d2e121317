import { namesIn } from "../content.ts";
import type { Item } from "../item.ts";
import type { ResponseId } from "../response.ts";
import { interactionFor, withInteraction } from "./interactions.ts";
import { type MarkingWay, wayOf } from "./marking-way.ts";
import { withMarks } from "./marks.ts";
import { settled } from "./settle.ts";

/** Marks the item in another way, with rules and mappings to match. */
export const withWay = (item: Item, way: MarkingWay): Item => settled(item, way);

/**
 * One answer or several. A question with one answer is marked all or nothing and one with several mark by mark, which can be
 * changed afterwards; any other way of marking stays.
 */
export const withSeveral = (item: Item, response: ResponseId, several: boolean): Item => {
  const interaction = interactionFor(item, response);
  if (interaction === null || !("maxChoices" in interaction) || interaction.maxChoices === undefined) return item;
  const isSeveral = interaction.maxChoices !== 1;
  if (several === isSeveral) return item;
  const limited = withInteraction(item, response, (one) =>
    one.type === "choice" || one.type === "hottext" || one.type === "hotspot" || one.type === "select-point"
      ? { ...one, maxChoices: several ? 2 : 1, ...("minChoices" in one ? { minChoices: 0 } : {}) }
      : one,
  );
  const way = wayOf(item);
  if (several && way.kind === "all-or-nothing") return settled(limited, { kind: "each" });
  if (!several && (way.kind === "each" || way.kind === "steps")) {
    return settled(withMarks(limited, 1), { kind: "all-or-nothing" });
  }
  return settled(limited, way);
};

export type LimitChange = {
  readonly maxChoices?: number;
  readonly minChoices?: number;
  readonly maxAssociations?: number;
};

/** How many may be given: from 0, which is no limit, to as many as there are. */
export const withLimits = (item: Item, response: ResponseId, change: LimitChange): Item =>
  withInteraction(item, response, (interaction) => {
    const most = namesIn(interaction).length;
    const own = Object.entries(change).flatMap(([name, value]) =>
      Object.hasOwn(interaction, name) ? [[name, Math.min(Math.max(0, value), most || value)] as const] : [],
    );
    return { ...interaction, ...Object.fromEntries(own) };
  });
