import type { Item } from "../item.ts";
import type { Expression, Rule } from "../processing.ts";
import type { Value } from "../response.ts";
import { processingFor } from "./way-rules.ts";

/** So many right parts, or more, earn so many marks. */
export type Step = { readonly parts: number; readonly marks: number };

/**
 * How an item earns its marks, as a writer thinks of it:
 * - `person`: an examiner marks it by the mark scheme;
 * - `all-or-nothing`: the whole key for all the marks;
 * - `each`: every part is worth what its mapping says;
 * - `steps`: marks by how many parts are right, the highest step first;
 * - `near-orders`: the key for all the marks, other orders for fewer;
 * - `own`: rules from elsewhere, which are kept as they are.
 */
export type MarkingWay =
  | { readonly kind: "person" | "all-or-nothing" | "each" | "own" }
  | { readonly kind: "steps"; readonly steps: readonly Step[] }
  | { readonly kind: "near-orders"; readonly orders: readonly Value[]; readonly marks: number };

/** The way an item is marked now. Rules that none of the ways would write are the item's own. */
export const wayOf = (item: Item): MarkingWay => {
  const { processing } = item;
  const rules = processing.kind === "rules" ? processing.rules : [];
  if ((item.marking === "person") !== (processing.kind === "none")) return { kind: "own" };
  const possible: readonly (MarkingWay | null)[] = [
    { kind: "person" },
    { kind: "all-or-nothing" },
    { kind: "each" },
    stepsIn(rules),
    nearOrdersIn(rules),
  ];
  const found = possible.find((way) => way !== null && same(processingFor(item, way), processing));
  return found ?? { kind: "own" };
};

const same = (a: unknown, b: unknown) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, inner]) => [name, sorted(inner)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
};

const onlyIf = (rules: readonly Rule[]) => {
  const [first, ...more] = rules;
  return first?.kind === "if" && more.length === 0 ? first : null;
};

const numberIn = (expression: Expression | undefined) =>
  expression?.op === "baseValue" ? Number(expression.value) : Number.NaN;

const marksSet = ([rule]: readonly Rule[]) => (rule?.kind === "set" ? numberIn(rule.value) : Number.NaN);

const stepsIn = (rules: readonly Rule[]): MarkingWay | null => {
  const steps = onlyIf(rules)?.branches.map(({ when, rules: then }) => ({
    parts: when.op === "gte" ? numberIn(when.of[1]) : Number.NaN,
    marks: marksSet(then),
  }));
  return steps === undefined || steps.some(({ parts, marks }) => Number.isNaN(parts + marks))
    ? null
    : { kind: "steps", steps };
};

const nearOrdersIn = (rules: readonly Rule[]): MarkingWay | null => {
  const near = onlyIf(rules)?.branches[1];
  if (near === undefined) return null;
  const orders = near.when.op === "or" ? near.when.of : [near.when];
  return {
    kind: "near-orders",
    marks: marksSet(near.rules),
    orders: orders.map((one) => {
      const order = "of" in one ? one.of[1] : undefined;
      const parts = order !== undefined && "of" in order ? order.of : [];
      return parts.map((part) => (part.op === "baseValue" ? part.value : ""));
    }),
  };
};
