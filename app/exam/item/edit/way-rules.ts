import type { ResponseDeclaration } from "../declaration.ts";
import type { Item } from "../item.ts";
import type { Branch, Expression, ResponseProcessing, Rule } from "../processing.ts";
import type { Value } from "../response.ts";
import type { MarkingWay } from "./marking-way.ts";

/**
 * The processing that marks an item in a way: a template of the standard where there is one for it, else rules. For a way of
 * its own the item's processing as it is. The bank's items are all written so.
 */
export const processingFor = (item: Item, way: MarkingWay): ResponseProcessing => {
  switch (way.kind) {
    case "person":
      return { kind: "none" };
    case "own":
      return item.processing;
    case "all-or-nothing":
      return item.maxMark === 1 && isPlain(item)
        ? { kind: "template", template: "match_correct" }
        : { kind: "rules", rules: [either([{ when: isKey(item), rules: [score(item.maxMark)] }])] };
    case "each":
      return isPlain(item)
        ? { kind: "template", template: item.responses[0]?.areas ? "map_response_point" : "map_response" }
        : { kind: "rules", rules: [{ kind: "set", outcome: "SCORE", value: total(item) }] };
    case "steps":
      return {
        kind: "rules",
        rules: [
          either(
            way.steps.map(({ parts, marks }) => ({
              when: { op: "gte", of: [total(item), float(parts)] },
              rules: [score(marks)],
            })),
          ),
        ],
      };
    case "near-orders": {
      const near: Branch = { when: isOneOf(item, way.orders), rules: [score(way.marks)] };
      const whole: Branch = { when: isKey(item), rules: [score(item.maxMark)] };
      return { kind: "rules", rules: [either(way.orders.length === 0 ? [whole] : [whole, near])] };
    }
  }
};

/** The templates speak of one response that is called RESPONSE. */
const isPlain = ({ responses }: Item) => responses.length === 1 && responses[0]?.id === "RESPONSE";

const float = (value: number): Expression => ({ op: "baseValue", baseType: "float", value: String(value) });
const score = (marks: number): Rule => ({ kind: "set", outcome: "SCORE", value: float(marks) });
const either = (branches: readonly Branch[]): Rule => ({ kind: "if", branches, otherwise: [score(0)] });

const one = (op: "and" | "or" | "sum", of: readonly Expression[]): Expression =>
  of.length === 1 && of[0] !== undefined ? of[0] : { op, of };

const total = ({ responses }: Item): Expression =>
  one(
    "sum",
    responses.map(({ id, areas }) => ({ op: areas === undefined ? "mapResponse" : "mapResponsePoint", id })),
  );

const given = ({ id }: ResponseDeclaration): Expression => ({ op: "variable", id });

const isKey = ({ responses }: Item): Expression =>
  one(
    "and",
    responses.map((declaration) => ({ op: "match", of: [given(declaration), { op: "correct", id: declaration.id }] })),
  );

const isOneOf = ({ responses }: Item, orders: readonly Value[]): Expression => {
  const [declaration] = responses;
  const variable: Expression = { op: "variable", id: declaration?.id ?? "RESPONSE" };
  return one(
    "or",
    orders.map((order) => ({
      op: "match",
      of: [variable, { op: "ordered", of: order.map((value) => ({ op: "baseValue", baseType: "identifier", value })) }],
    })),
  );
};
