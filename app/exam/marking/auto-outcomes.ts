import type { ResponseDeclaration } from "../item/declaration.ts";
import type { Item } from "../item/item.ts";
import { rulesOf } from "../item/processing.ts";
import type { ItemResponse, Value } from "../item/response.ts";
import { outcomesOf } from "./auto-rules.ts";
import { type Computed, exactly, type Scalar } from "./auto-values.ts";

/** An outcome as other engines write it: a number, a truth or a text; for several values see `written`. */
export type WrittenOutcome = Scalar | null;

type Scored = Pick<Item, "processing" | "responses" | "outcomes">;

/**
 * All outcomes of a response by the letter of the standard: texts count character for character, and nothing is rounded,
 * bounded or handed to a person. For comparing with other engines; marks come from `markItem`.
 */
export const outcomesByTheLetter = (item: Scored, given: ItemResponse): Readonly<Record<string, WrittenOutcome>> => {
  const { processing, responses, outcomes } = item;
  const found = outcomesOf({ rules: rulesOf(processing), responses, outcomes, given, same: exactly });
  return Object.fromEntries([...found].map(([id, value]) => [id, written(value)]));
};

const brackets = { multiple: ["[", "]"], ordered: ["<", ">"], record: ["{", "}"] } as const;

const written = (value: Computed): WrittenOutcome => {
  if (value === null) return null;
  const [first] = value.parts;
  if (value.cardinality === "single") return first ?? null;
  const isQuoted = value.baseType === "identifier" || value.baseType === "string";
  const [open, close] = brackets[value.cardinality];
  return `${open}${value.parts.map((part) => (isQuoted ? `'${part}'` : String(part))).join("; ")}${close}`;
};

/** A response as other engines write it, `['A'; 'B']` for several and `<'A'; 'B'>` in order, as ours. */
export const responseFrom = (text: string, { cardinality }: Pick<ResponseDeclaration, "cardinality">): Value => {
  const inner =
    cardinality === "multiple" || cardinality === "ordered" ? /^[[<](.*)[\]>]$/s.exec(text)?.[1] : undefined;
  if (inner === undefined) return text === "" ? [] : [text];
  return inner === ""
    ? []
    : inner.split(/; (?=[^']*(?:'[^']*'[^']*)*$)/).map((part) => part.replace(/^'(.*)'$/s, "$1"));
};
