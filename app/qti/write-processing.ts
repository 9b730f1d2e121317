import type { Amount, Branch, Expression, ResponseProcessing, Rule, Tolerance } from "../exam/item/processing.ts";
import { areaOf } from "./write-interaction.ts";
import { block, inline, type Markup, numeral } from "./write-xml.ts";

/** Null for an item that no rule marks. */
export const writeProcessing = (processing: ResponseProcessing): Markup | null => {
  switch (processing.kind) {
    case "none":
      return null;
    case "template": {
      const template = `https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/${processing.template}`;
      return inline("qti-response-processing", { template });
    }
    case "rules":
      return block("qti-response-processing", {}, processing.rules.map(writeRule));
  }
};

const writeRule = (rule: Rule): Markup => {
  switch (rule.kind) {
    case "set":
      return inline("qti-set-outcome-value", { identifier: rule.outcome }, [writeExpression(rule.value)]);
    case "look-up":
      return inline("qti-lookup-outcome-value", { identifier: rule.outcome }, [writeExpression(rule.value)]);
    case "exit":
      return inline("qti-exit-response");
    case "if":
      return block("qti-response-condition", {}, [
        ...(rule.branches.length === 0 ? [never] : rule.branches).map(({ when, rules }, index) =>
          block(index === 0 ? "qti-response-if" : "qti-response-else-if", {}, [
            writeExpression(when),
            ...rules.map(writeRule),
          ]),
        ),
        ...(rule.otherwise.length === 0 ? [] : [block("qti-response-else", {}, rule.otherwise.map(writeRule))]),
      ]);
  }
};

/** A condition needs a first branch, even if all is in its last. */
const never: Branch = { when: { op: "baseValue", baseType: "boolean", value: "false" }, rules: [] };

const amount = (value: Amount) => (typeof value === "number" ? numeral(value) : value.variable);

const writeExpression = (expression: Expression): Markup => {
  const of = "of" in expression ? expression.of.map(writeExpression) : [];
  switch (expression.op) {
    case "baseValue":
      return inline("qti-base-value", { "base-type": expression.baseType }, [expression.value]);
    case "variable":
      return inline("qti-variable", { identifier: expression.id, "weight-identifier": expression.weight ?? null });
    case "correct":
    case "default":
    case "mapResponse":
    case "mapResponsePoint":
      return inline(elementOf(expression.op), { identifier: expression.id });
    case "mathConstant":
      return inline("qti-math-constant", { name: expression.name });
    case "equal":
      return inline("qti-equal", tolerance(expression.tolerance), of);
    case "equalRounded":
    case "roundTo": {
      const { mode, figures } = expression.rounding;
      return inline(elementOf(expression.op), { "rounding-mode": mode, figures: amount(figures) }, of);
    }
    case "index":
      return inline("qti-index", { n: amount(expression.n) }, of);
    case "repeat":
      return inline("qti-repeat", { "number-repeats": amount(expression.times) }, of);
    case "anyN":
      return inline("qti-any-n", { min: amount(expression.least), max: amount(expression.most) }, of);
    case "fieldValue":
      return inline("qti-field-value", { "field-identifier": expression.field }, of);
    case "stringMatch":
      return inline(
        "qti-string-match",
        { "case-sensitive": expression.caseSensitive, substring: expression.substring || null },
        of,
      );
    case "substring":
      return inline("qti-substring", { "case-sensitive": expression.caseSensitive }, of);
    case "patternMatch":
      return inline("qti-pattern-match", { pattern: expression.pattern }, of);
    case "inside":
      return inline("qti-inside", areaOf(expression.area, { width: 0, height: 0 }), of);
    case "mathOperator":
    case "statsOperator":
      return inline(elementOf(expression.op), { name: expression.name }, of);
    default:
      return inline(elementOf(expression.op), {}, of);
  }
};

/** `integerToFloat` → `qti-integer-to-float`, `durationLT` → `qti-duration-lt`. */
const elementOf = (op: string) => `qti-${op.replace(/[A-Z]+/g, (letters) => `-${letters.toLowerCase()}`)}`;

const tolerance = ({ mode, below, above, withLowest, withHighest }: Tolerance) => {
  const both = amount(below) === amount(above) ? amount(below) : `${amount(below)} ${amount(above)}`;
  return {
    "tolerance-mode": mode,
    tolerance: mode === "exact" ? null : both,
    "include-lower-bound": withLowest ? null : false,
    "include-upper-bound": withHighest ? null : false,
  };
};
