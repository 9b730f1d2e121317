import type { Body, Interaction, Node } from "../exam/item/body.ts";
import type { BaseType, ResponseDeclaration } from "../exam/item/declaration.ts";
import type { Item } from "../exam/item/item.ts";
import type { Expression, Rule } from "../exam/item/processing.ts";
import type { Value } from "../exam/item/response.ts";

/** The schema wants names that begin with a letter and have no strange ones; some other systems number their choices. */
export const lawful = (id: string) => {
  const plain = id.replace(/[^\p{L}\p{N}_.-]/gu, "_");
  return /^[\p{L}_]/u.test(plain) ? plain : `I${plain}`;
};

const naming: ReadonlySet<BaseType> = new Set(["identifier", "pair", "directedPair"]);
const inValue = (value: string) => value.split(" ").map(lawful).join(" ");
const inValues = (value: Value, baseType: BaseType): Value => (naming.has(baseType) ? value.map(inValue) : value);

/** The same item with lawful names for its choices, wherever they are named; ours comes out as it is. */
export const withLawfulNames = (item: Item): Item => {
  const body = inBody(item.body);
  const id = lawful(item.id);
  if (JSON.stringify(body) === JSON.stringify(item.body)) return { ...item, id };
  return {
    ...item,
    id,
    body,
    responses: item.responses.map(inResponse),
    processing:
      item.processing.kind === "rules" ? { kind: "rules", rules: item.processing.rules.map(inRule) } : item.processing,
    worked: item.worked.map((worked) => ({
      ...worked,
      response: Object.fromEntries(
        Object.entries(worked.response).map(([id, value]) => [
          id,
          inValues(value, item.responses.find((response) => response.id === id)?.baseType ?? "string"),
        ]),
      ),
    })),
  };
};

const inBody = (body: Body): Body => body.map(inNode);

const inNode = (node: Node): Node => {
  switch (node.kind) {
    case "text":
      return node;
    case "element":
      return { ...node, children: inBody(node.children) };
    case "gap":
      return { ...node, id: lawful(node.id) };
    case "hottext":
      return { ...node, id: lawful(node.id), children: inBody(node.children) };
    case "interaction":
      return { ...node, interaction: inInteraction(node.interaction) };
  }
};

const named = <T extends { readonly id: string }>(all: readonly T[]): readonly T[] =>
  all.map((one) => ({ ...one, id: lawful(one.id) }));

const inInteraction = (interaction: Interaction): Interaction => {
  switch (interaction.type) {
    case "choice":
    case "inline-choice":
    case "order":
      return { ...interaction, choices: named(interaction.choices) };
    case "associate":
      return { ...interaction, choices: named(interaction.choices) };
    case "match":
      return { ...interaction, sources: named(interaction.sources), targets: named(interaction.targets) };
    case "gap-match":
      return { ...interaction, texts: named(interaction.texts), content: inBody(interaction.content) };
    case "hottext":
      return { ...interaction, content: inBody(interaction.content) };
    case "hotspot":
    case "graphic-order":
      return { ...interaction, regions: named(interaction.regions) };
    case "graphic-associate":
      return { ...interaction, regions: named(interaction.regions) };
    case "graphic-gap-match":
      return { ...interaction, texts: named(interaction.texts), regions: named(interaction.regions) };
    default:
      return interaction;
  }
};

const inResponse = (response: ResponseDeclaration): ResponseDeclaration => {
  const { baseType, correct, mapping, initial } = response;
  if (!naming.has(baseType)) return response;
  return {
    ...response,
    correct: correct === null ? null : inValues(correct, baseType),
    mapping:
      mapping === null
        ? null
        : { ...mapping, entries: mapping.entries.map((entry) => ({ ...entry, key: inValue(entry.key) })) },
    ...(initial === undefined ? {} : { initial: inValues(initial, baseType) }),
  };
};

const inRule = (rule: Rule): Rule => {
  switch (rule.kind) {
    case "set":
    case "look-up":
      return { ...rule, value: inExpression(rule.value) };
    case "if":
      return {
        ...rule,
        branches: rule.branches.map(({ when, rules }) => ({ when: inExpression(when), rules: rules.map(inRule) })),
        otherwise: rule.otherwise.map(inRule),
      };
    case "exit":
      return rule;
  }
};

const inExpression = (expression: Expression): Expression => {
  if (expression.op === "baseValue") {
    return naming.has(expression.baseType) ? { ...expression, value: inValue(expression.value) } : expression;
  }
  return "of" in expression ? { ...expression, of: expression.of.map(inExpression) } : expression;
};
