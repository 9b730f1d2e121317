import type { InteractionType } from "../../item/body.ts";
import type { Candidate, Pool, Scenario } from "./candidate.ts";

/**
 * One demand of a blueprint on a form: what it counts must lie between `least` and `most`. Everything it counts adds up,
 * over the items, the scenarios and the kinds of interaction of a form, so that a solver can work with it.
 */
export type Rule = {
  readonly id: string;
  /** What is counted, as in "AO4 in area C". */
  readonly about: string;
  readonly least: number;
  /** May be infinite. */
  readonly most: number;
  /** Where forms should come to lie so that they are alike; null where any place within the band is as good. */
  readonly aim: number | null;
  /** More than this is as unwelcome as a step far from an aim; null where there cannot be too much of it. */
  readonly plenty: number | null;
  /** How much one step away from the aim weighs. */
  readonly weight: number;
  /** So far from the aim a step weighs that; farther off it weighs several times as much. */
  readonly near: number;
  /** How much one step outside the band weighs when rules have to give way. */
  readonly price: number;
  readonly ofItem: (item: Candidate) => number;
  readonly ofScenario: (scenario: Scenario) => number;
  readonly ofType: (type: InteractionType) => number;
  /** What is wrong, as a sentence, with this found. */
  readonly says: (found: number) => string;
};

/** How much of what the rule counts these items hold. */
export const found = (rule: Rule, chosen: readonly Candidate[], { scenarios }: Pick<Pool, "scenarios">): number => {
  const used = new Set(chosen.flatMap(({ scenario }) => scenario ?? []));
  const types = new Set(chosen.flatMap((item) => item.types));
  return round(
    sum(chosen.map(rule.ofItem)) +
      sum(scenarios.filter(({ id }) => used.has(id)).map(rule.ofScenario)) +
      sum([...types].map(rule.ofType)),
  );
};

/** How far outside the rule's band a figure lies; 0 within it. */
export const beyond = ({ least, most }: Pick<Rule, "least" | "most">, figure: number) =>
  round(Math.max(0, least - figure, figure - most));

export type Miss = { readonly rule: Rule; readonly found: number; readonly by: number };

export const missesIn = (
  rules: readonly Rule[],
  chosen: readonly Candidate[],
  pool: Pick<Pool, "scenarios">,
): readonly Miss[] =>
  rules
    .map((rule) => ({ rule, found: found(rule, chosen, pool) }))
    .map((one) => ({ ...one, by: beyond(one.rule, one.found) }))
    .filter(({ by }) => by > 0);

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** Expected minutes are decimals, and their sum should not tell 75 from 75.00000000001. */
const round = (figure: number) => Math.round(figure * 1e6) / 1e6;
