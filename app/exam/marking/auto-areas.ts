import { type Area, liesIn } from "../item/area.ts";
import type { AreaMapping } from "../item/declaration.ts";
import { type Computed, type Scalar, within } from "./auto-values.ts";

const holds = (area: Area, point: Scalar) => {
  const [x = Number.NaN, y = Number.NaN] = String(point).split(" ").map(Number);
  return liesIn(area, x, y);
};

/** Whether any of the points lies in the area. */
export const anyInside = (area: Area, points: readonly Scalar[]) => points.some((point) => holds(area, point));

/** What points are worth by the areas they lie in. The second point in an area adds nothing; nor does nothing at all. */
export const mappedByArea = (value: Computed, mapping: AreaMapping): number => {
  if (value === null) return within(0, mapping);
  const counted = new Set<AreaMapping["entries"][number]>();
  let total = 0;
  for (const point of value.parts) {
    const entry = mapping.entries.find(({ area }) => holds(area, point));
    if (entry !== undefined && counted.has(entry)) continue;
    if (entry !== undefined) counted.add(entry);
    total += entry?.value ?? mapping.otherwise;
  }
  return within(total, mapping);
};
