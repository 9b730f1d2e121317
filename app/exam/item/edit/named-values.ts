import type { BaseType, ResponseDeclaration } from "../declaration.ts";
import type { Item } from "../item.ts";
import type { Expression, Rule } from "../processing.ts";
import type { ResponseId, Value } from "../response.ts";

const naming: ReadonlySet<BaseType> = new Set(["identifier", "pair", "directedPair"]);
export const namesChoices = ({ baseType }: ResponseDeclaration) => naming.has(baseType);

/** The identifiers in one part of a value: a pair has two. */
export const namesOf = (part: string): readonly string[] => part.split(" ");

/** The parts that are left when some identifiers are gone; a pair goes with either of its ends. */
const keep = (value: Value, stays: (name: string) => boolean): Value =>
  value.filter((part) => namesOf(part).every(stays));

/** Takes out of key, mapping and worked responses whatever names a choice that is no longer there. */
export const forgetting = (item: Item, response: ResponseId, stays: (name: string) => boolean): Item => ({
  ...item,
  responses: item.responses.map((declaration) =>
    declaration.id === response && namesChoices(declaration) ? forgettingIn(declaration, stays) : declaration,
  ),
  worked: item.worked.map((worked) => {
    const given = worked.response[response];
    const naming = item.responses.some((one) => one.id === response && namesChoices(one));
    if (given === undefined || !naming) return worked;
    const { [response]: _, ...others } = worked.response;
    const left = keep(given, stays);
    return { ...worked, response: left.length === 0 ? others : { ...worked.response, [response]: left } };
  }),
});

const forgettingIn = (declaration: ResponseDeclaration, stays: (name: string) => boolean): ResponseDeclaration => {
  const { correct, mapping, initial, ...rest } = declaration;
  const key = correct === null ? null : keep(correct, stays);
  const start = initial === undefined ? undefined : keep(initial, stays);
  return {
    ...rest,
    correct: key === null || key.length === 0 ? null : key,
    mapping:
      mapping === null
        ? null
        : { ...mapping, entries: mapping.entries.filter((entry) => namesOf(entry.key).every(stays)) },
    ...(start === undefined || start.length === 0 ? {} : { initial: start }),
  };
};

/** Calls a choice by another identifier in key, mapping, rules and worked responses. */
export const renaming = (item: Item, response: ResponseId, rename: (name: string) => string): Item => {
  const part = (value: string) => namesOf(value).map(rename).join(" ");
  const declared = item.responses.find(({ id }) => id === response);
  if (declared === undefined || !namesChoices(declared)) return item;
  return {
    ...item,
    responses: item.responses.map((declaration) => {
      if (declaration.id !== response) return declaration;
      const { correct, mapping, initial } = declaration;
      return {
        ...declaration,
        correct: correct?.map(part) ?? null,
        mapping:
          mapping === null
            ? null
            : { ...mapping, entries: mapping.entries.map((entry) => ({ ...entry, key: part(entry.key) })) },
        ...(initial === undefined ? {} : { initial: initial.map(part) }),
      };
    }),
    processing:
      item.processing.kind === "rules"
        ? { kind: "rules", rules: item.processing.rules.map((rule) => inRule(rule, { response, part })) }
        : item.processing,
    worked: item.worked.map((worked) => {
      const given = worked.response[response];
      return given === undefined
        ? worked
        : { ...worked, response: { ...worked.response, [response]: given.map(part) } };
    }),
  };
};

type Renaming = { readonly response: ResponseId; readonly part: (value: string) => string };

const inRule = (rule: Rule, renaming: Renaming): Rule => {
  switch (rule.kind) {
    case "set":
    case "look-up":
      return { ...rule, value: inExpression(rule.value, { ...renaming, within: false }) };
    case "if":
      return {
        ...rule,
        branches: rule.branches.map(({ when, rules }) => ({
          when: inExpression(when, { ...renaming, within: false }),
          rules: rules.map((one) => inRule(one, renaming)),
        })),
        otherwise: rule.otherwise.map((one) => inRule(one, renaming)),
      };
    case "exit":
      return rule;
  }
};

/** A name written in a rule belongs to the response it is compared with: `within` says that we are beside that response. */
const inExpression = (expression: Expression, renaming: Renaming & { readonly within: boolean }): Expression => {
  if (expression.op === "baseValue") {
    return renaming.within && naming.has(expression.baseType)
      ? { ...expression, value: renaming.part(expression.value) }
      : expression;
  }
  if (!("of" in expression)) return expression;
  const beside = expression.of.some((one) => "id" in one && one.id === renaming.response);
  const within = renaming.within || beside;
  return { ...expression, of: expression.of.map((one) => inExpression(one, { ...renaming, within })) };
};
