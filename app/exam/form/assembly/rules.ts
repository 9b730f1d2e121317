import { type Objective, objectives } from "../../item/item.ts";
import type { Specification } from "../../item/specification.ts";
import type { Band, Blueprint } from "../blueprint.ts";
import type { Candidate, Pool } from "./candidate.ts";
import { found, type Rule } from "./rule.ts";

type Plan = { readonly specification: Specification; readonly blueprint: Blueprint };
type Share = { readonly marks: number; readonly tolerance: number };

const nothing = () => 0;
const blank = {
  aim: null,
  plenty: null,
  weight: 0,
  near: 1,
  price: 10,
  ofItem: nothing,
  ofScenario: nothing,
  ofType: nothing,
} as const;

/** Every demand of a blueprint that concerns one form, each as something that can be counted. */
export const rulesOf = ({ blueprint, specification }: Plan): readonly Rule[] => [
  totalMarks(blueprint.marks),
  ...Object.entries(blueprint.areas).map(([letter, share]) =>
    shareRule({
      id: `area-${letter}`,
      about: `Area ${letter}`,
      share,
      of: (item) => inArea(item, letter) * item.marks,
    }),
  ),
  ...objectives.map((objective) =>
    shareRule({
      id: objective,
      about: objective,
      share: blueprint.objectives[objective],
      of: (item) => item.objectives[objective] ?? 0,
    }),
  ),
  ...Object.entries(blueprint.areaObjectives ?? {}).flatMap(([letter, shares]) =>
    Object.entries(shares).map(([objective, share]) =>
      shareRule({
        id: `area-${letter}-${objective}`,
        about: `${objective} in area ${letter}`,
        share,
        of: (item) => inArea(item, letter) * (item.objectives[objective as Objective] ?? 0),
      }),
    ),
  ),
  ...(blueprint.everyArea
    ? Object.keys(specification.areas).map((area) => areaTested(area, plentyOf(area, { blueprint, specification })))
    : []),
  autoMarks(blueprint.autoMarks),
  kindsOfInteraction(blueprint.interactionTypes.least),
  ...Object.entries(blueprint.interactionTypes.each ?? {}).map(([type, band]) =>
    bandRule({
      id: `type-${type}`,
      about: `Items with ${type}`,
      band,
      of: (item) => (item.types.some((one) => one === type) ? 1 : 0),
    }),
  ),
  ...(blueprint.items ? [bandRule({ id: "items", about: "Items", band: blueprint.items, of: () => 1 })] : []),
  ...Object.entries(blueprint.tariffs ?? {}).map(([tariff, band]) =>
    bandRule({
      id: `tariff-${tariff}`,
      about: tariff === "1" ? "Items of 1 mark" : `Items of ${tariff} marks`,
      band,
      of: ({ marks }) => (marks === Number(tariff) ? 1 : 0),
    }),
  ),
  ...Object.entries(blueprint.commandWords ?? {}).map(([word, band]) =>
    bandRule({
      id: `command-${word}`,
      about: `Items that say “${word}”`,
      band,
      of: ({ commandWord }) => (commandWord === word ? 1 : 0),
    }),
  ),
  expectedMinutes(blueprint),
  wordsToRead(blueprint.words ?? {}),
  ...scenarioCount(blueprint.scenarios ?? {}),
  ...facilityRules(blueprint.facility),
];

/** Items that must not be in one form and are, in words. */
export const meetingEnemies = ({ enemies = [] }: Blueprint, ids: readonly string[]): readonly string[] =>
  enemies
    .map((group) => group.filter((id) => ids.includes(id)))
    .filter((group) => group.length > 1)
    .map((group) => `${group.join(" and ")} must not be in one form.`);

const inArea = ({ area }: Candidate, letter: string) => (area.startsWith(letter) ? 1 : 0);

const totalMarks = (marks: number): Rule => ({
  ...blank,
  id: "marks",
  about: "All marks",
  least: marks,
  most: marks,
  price: 50,
  ofItem: (item) => item.marks,
  says: (found) => `${found} marks; the blueprint asks for ${marks}.`,
});

type Of = (item: Candidate) => number;

const shareRule = ({
  id,
  about,
  share: { marks, tolerance },
  of,
}: {
  readonly id: string;
  readonly about: string;
  readonly share: Share;
  readonly of: Of;
}): Rule => ({
  ...blank,
  id,
  about,
  least: marks - tolerance,
  most: marks + tolerance,
  aim: marks,
  weight: 10,
  ofItem: of,
  says: (found) => {
    const by = Math.abs(found - marks) - tolerance;
    const side = found < marks ? "too few" : "too many";
    return `${about} has ${found} marks, ${by} ${side}: the blueprint asks for ${marks}, give or take ${tolerance}.`;
  },
});

/** Half as much again as a content area gets when the marks of its letter are spread evenly over the letter's areas. */
const plentyOf = (area: string, { blueprint, specification }: Plan) => {
  const letter = area.charAt(0);
  const beside = Object.keys(specification.areas).filter((one) => one.startsWith(letter));
  const marks = blueprint.areas[letter]?.marks;
  return marks === undefined ? null : Math.ceil((1.5 * marks) / beside.length);
};

/** That an area is tested is a must; that no area crowds out its neighbours is a wish. */
const areaTested = (area: string, plenty: number | null): Rule => ({
  ...blank,
  id: `tested-${area}`,
  about: `Something on ${area}`,
  least: 1,
  most: Number.POSITIVE_INFINITY,
  plenty,
  weight: 1,
  price: 20,
  ofItem: (item) => (item.area === area ? item.marks : 0),
  says: () => `Nothing tests ${area}.`,
});

const autoMarks = ({ least, most }: { readonly least: number; readonly most: number }): Rule => ({
  ...blank,
  id: "auto-marks",
  about: "Marks given by rule",
  least,
  most,
  aim: Math.floor((least + most) / 2),
  weight: 2,
  ofItem: (item) => (item.auto ? item.marks : 0),
  says: (found) => `${found} marks are given by rule; it should be ${least} to ${most}.`,
});

const kindsOfInteraction = (least: number): Rule => ({
  ...blank,
  id: "interaction-types",
  about: "Kinds of interaction",
  least,
  most: Number.POSITIVE_INFINITY,
  price: 15,
  ofType: () => 1,
  says: (found) => `${found} kinds of interaction; it should be at least ${least}.`,
});

const bandRule = ({
  id,
  about,
  band: { least = 0, most = Number.POSITIVE_INFINITY },
  of,
}: {
  readonly id: string;
  readonly about: string;
  readonly band: Band;
  readonly of: Of;
}): Rule => ({
  ...blank,
  id,
  about,
  least,
  most,
  ofItem: of,
  says: (found) => `${about}: ${found}, and it should be ${bandInWords(least, most)}.`,
});

export const bandInWords = (least: number, most: number) => {
  if (most === Number.POSITIVE_INFINITY) return `at least ${least}`;
  if (least === 0) return `at most ${most}`;
  return least === most ? `${least}` : `${least} to ${most}`;
};

const middleOf = ({ least, most }: Band) => (least === undefined || most === undefined ? null : (least + most) / 2);

/** Where the blueprint says nothing of it, the items must at least fit into the time of the test. */
const expectedMinutes = ({ minutes, expectedMinutes: band }: Blueprint): Rule => ({
  ...bandRule({
    id: "expected-minutes",
    about: "Expected minutes",
    band: band ?? { most: minutes },
    of: (item) => item.minutes,
  }),
  aim: middleOf(band ?? {}),
  weight: 2,
  near: 2,
  price: 5,
});

/** Without a band any length will do, but the forms should be about as long as each other. */
const wordsToRead = (band: Band): Rule => ({
  ...bandRule({ id: "words", about: "Words to read", band, of: ({ words }) => words }),
  ofScenario: ({ words }) => words,
  aim: middleOf(band),
  weight: 0.04,
  near: 150,
  price: 0.1,
});

/** Where the blueprint names no aim for time and reading, new forms follow the mean of those there are. */
export const alikeTo = (
  rules: readonly Rule[],
  others: readonly (readonly Candidate[])[],
  pool: Pool,
): readonly Rule[] =>
  rules.map((rule) => {
    if (rule.aim !== null || rule.plenty !== null || rule.weight === 0 || others.length === 0) return rule;
    const mean = others.reduce((total, other) => total + found(rule, other, pool), 0) / others.length;
    return { ...rule, aim: Math.round(mean) };
  });

const scenarioCount = ({ least, most }: Band): readonly Rule[] =>
  least === undefined && most === undefined
    ? []
    : [
        {
          ...bandRule({ id: "scenarios", about: "Scenarios", band: { least, most }, of: nothing }),
          ofScenario: () => 1,
        },
      ];

/** A mean is no sum, but its distance from a limit times the marks is. */
const facilityRules = (facility: Blueprint["facility"]): readonly Rule[] => {
  if (facility === undefined) return [];
  const { aim, tolerance } = facility;
  const against = (limit: number) => (item: Candidate) =>
    item.facility === null ? 0 : item.marks * (item.facility - limit);
  const percent = (share: number) => `${Math.round(100 * share)} %`;
  const says = (side: string) => () =>
    `The form is too ${side}: the mean mark to expect should be ${percent(aim)}, give or take ${percent(tolerance)}.`;
  return [
    {
      ...blank,
      id: "facility-least",
      about: "The mean mark to expect",
      least: 0,
      most: Number.POSITIVE_INFINITY,
      ofItem: against(aim - tolerance),
      says: says("hard"),
    },
    {
      ...blank,
      id: "facility-most",
      about: "The mean mark to expect",
      least: Number.NEGATIVE_INFINITY,
      most: 0,
      ofItem: against(aim + tolerance),
      says: says("easy"),
    },
  ];
};
