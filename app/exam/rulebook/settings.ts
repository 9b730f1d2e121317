import { type Duration, minutes, seconds } from "../time/time.ts";
import type { ReadinessPolicy } from "./readiness-policy.ts";
import type { Setting } from "./setting.ts";

/** Every rule that is a number or a choice, with the shape of its value. */
export type RuleValues = {
  /** Later than this after the published start is very late; a paper shorter than `shortPaper` has its own limit. */
  readonly veryLate: { readonly usual: Duration; readonly shortPaper: Duration; readonly ifShort: Duration };
  readonly candidatesPerInvigilator: number;
  readonly extraTimeRounding: "up-to-the-minute" | "exact";
  readonly pointsConversion: PointsConversion;
  readonly attemptsAllowed: number;
  readonly resultBeforeResit: boolean;
  readonly keycodeLockOut: LockOutPolicy;
  /** Marks two examiners may differ by, from the tariff named upwards to the next line. */
  readonly markingTolerance: readonly { readonly fromTariff: number; readonly tolerance: number }[];
  readonly specialConsideration: SpecialConsideration;
  readonly lostTime: LostTimePolicy;
  /** How long a code to carry on at another machine can be used. */
  readonly moveCodeLasts: Duration;
  readonly readiness: ReadinessPolicy;
};

/** `step`: the grade's own points. `sliding`: in proportion between two boundaries, cut down to a whole number. */
export type PointsConversion = "step" | "sliding";

/** So many wrong keycodes within a stretch of time close the door for a while. */
export type LockOutPolicy = { readonly failures: number; readonly within: Duration; readonly lockedFor: Duration };

/**
 * What time lost through no fault of the learner comes to. Stretches shorter than `shortest` are left out; what is left is
 * added up and rounded up to whole `steps`, once; `most` is all that may be made up in one test.
 */
export type LostTimePolicy = { readonly shortest: Duration; readonly steps: Duration; readonly most: Duration };

export type SpecialConsideration = {
  /** Of the component's maximum mark. */
  readonly highestPercent: number;
  readonly bands: readonly { readonly percent: number; readonly cases: string }[];
};

export type RuleName = keyof RuleValues;
export type AnySetting = { [R in RuleName]: Setting<R, RuleValues[R]> }[RuleName];

const start = "2017-09-01";
const specification = "BTEC Level 2 Technical Certificate in Customer Service Operations, specification issue 3";

export const settings: readonly AnySetting[] = [
  {
    rule: "veryLate",
    value: { usual: minutes(60), shortPaper: minutes(60), ifShort: minutes(30) },
    from: start,
    to: null,
    source: "JCQ rule as an awarding body states it (WJEC/CBAC, late arrivals)",
    verified: true,
  },
  {
    rule: "candidatesPerInvigilator",
    value: 20,
    from: start,
    to: null,
    source: "The stricter of the published ratios; the onscreen figure itself was not read",
    verified: false,
  },
  {
    rule: "extraTimeRounding",
    value: "up-to-the-minute",
    from: start,
    to: null,
    source: "No rule found; rounding up never takes time from a candidate",
    verified: false,
  },
  {
    rule: "pointsConversion",
    value: "sliding",
    from: start,
    to: null,
    source: "Stated for BTEC Nationals; inferred for this qualification from the same wording; cutting down is ours",
    verified: false,
  },
  { rule: "attemptsAllowed", value: 2, from: start, to: null, source: `${specification}, section 6`, verified: true },
  {
    rule: "resultBeforeResit",
    value: true,
    from: start,
    to: null,
    source: `${specification}, section 6`,
    verified: true,
  },
  {
    rule: "keycodeLockOut",
    value: { failures: 5, within: minutes(10), lockedFor: minutes(5) },
    from: start,
    to: null,
    source: "Our own: long enough to stop guessing, short enough that a nervous candidate still starts",
    verified: false,
  },
  {
    rule: "markingTolerance",
    value: [
      { fromTariff: 1, tolerance: 0 },
      { fromTariff: 3, tolerance: 1 },
      { fromTariff: 8, tolerance: 2 },
      { fromTariff: 15, tolerance: 3 },
    ],
    from: start,
    to: null,
    source: "Usual practice of marking systems; no awarding body publishes a table",
    verified: false,
  },
  {
    rule: "moveCodeLasts",
    value: minutes(10),
    from: start,
    to: null,
    source: "Our own: long enough to find a working computer, too short to be of use to anybody else",
    verified: false,
  },
  {
    rule: "lostTime",
    value: { shortest: seconds(10), steps: minutes(1), most: minutes(60) },
    from: start,
    to: null,
    source:
      "The principle is JCQ's: lost time is restored where that is possible. The figures are ours: a learner is never given less than was lost, and more than an hour is for a person to decide",
    verified: false,
  },
  {
    rule: "readiness",
    value: {
      lasts: minutes(180),
      silence: seconds(30),
      mostSeats: 60,
      clock: { warn: minutes(1), fail: minutes(60) },
      files: { warn: seconds(15), fail: seconds(120) },
      form: { warn: seconds(10), fail: seconds(60) },
      start: { warn: seconds(3), fail: seconds(10) },
      drawing: { warn: seconds(1), fail: seconds(5) },
      line: seconds(3),
      saving: { warn: seconds(2), fail: seconds(5) },
      storage: { warn: 100_000_000, fail: 5_000_000 },
      screen: { comfortable: { width: 1_000, height: 560 }, least: { width: 320, height: 256 } },
      smallestZoom: 70,
      oldest: { Chrome: 111, Edge: 111, Firefox: 128, Safari: 16.4 },
    },
    from: start,
    to: null,
    source:
      "Our own, from what the learner's page itself waits for (a save without an answer within five seconds is sent again; a live line that is away for three is replaced by requests), from WCAG's reflow size, and from the oldest browsers its styles are drawn by",
    verified: false,
  },
  {
    rule: "specialConsideration",
    value: {
      highestPercent: 5,
      bands: [
        { percent: 5, cases: "Terminal illness, or a death in the immediate family within two months" },
        { percent: 4, cases: "Life-threatening illness, major surgery near the test, severe injury at the time" },
        { percent: 3, cases: "Death of a friend or distant relative, recent serious illness, recently broken limb" },
        { percent: 2, cases: "Illness at the time, concussion, extreme distress on the day" },
        { percent: 1, cases: "Disturbance by noise or by another candidate's illness, hay fever, minor upset" },
        { percent: 0, cases: "Considered, and not within the criteria" },
      ],
    },
    from: start,
    to: null,
    source: "The limit of 5 % was read in JCQ-based guidance; the bands below it were not",
    verified: false,
  },
];
