import type { RuleSet } from "../rulebook/rule-book.ts";

type Rules = Pick<RuleSet, "markingTolerance">;

/** Marks two examiners may honestly differ by on an item of this tariff; a tariff between two lines takes the stricter. */
export const tolerance = (tariff: number, { markingTolerance }: Rules): number =>
  markingTolerance.reduce((found, line) => (tariff >= line.fromTariff ? line.tolerance : found), 0);

export const isWithinTolerance = (
  { marks, agreed, tariff }: { readonly marks: number; readonly agreed: number; readonly tariff: number },
  rules: Rules,
): boolean => Math.abs(marks - agreed) <= tolerance(tariff, rules);
