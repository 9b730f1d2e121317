import type { Instant } from "../time/time.ts";
import { type Arrangement, arrangements } from "./access-arrangements.ts";
import { type IsoDate, isoDateOf } from "./iso-date.ts";
import { isInForce } from "./setting.ts";
import { type AnySetting, type RuleName, type RuleValues, settings } from "./settings.ts";

/**
 * The rules in force on one day. `id` is the day this set began and a fingerprint of what it says, so a sitting
 * stamped with it can be told apart from one held under a later, or a corrected, set.
 */
export type RuleSet = RuleValues & { readonly id: string; readonly arrangements: readonly Arrangement[] };

/** A rule that is missing here does not compile; one that is missing from the settings is found at once. */
const names = {
  veryLate: true,
  candidatesPerInvigilator: true,
  extraTimeRounding: true,
  pointsConversion: true,
  attemptsAllowed: true,
  resultBeforeResit: true,
  keycodeLockOut: true,
  markingTolerance: true,
  specialConsideration: true,
  lostTime: true,
  moveCodeLasts: true,
  readiness: true,
} satisfies Record<RuleName, true>;

/** Throws for a day before the rule book begins: no sitting can have been held under it. */
export function ruleBookOn(date: IsoDate): RuleSet {
  const held = settings.filter((setting) => isInForce(setting, date));
  for (const name of Object.keys(names)) {
    const found = held.filter(({ rule }) => rule === name).length;
    if (found !== 1) throw new Error(`The rule book has ${found} settings for ${name} on ${date}`);
  }
  const values = Object.fromEntries(held.map(({ rule, value }) => [rule, value])) as RuleValues;
  const inForce = arrangements.filter((arrangement) => isInForce(arrangement, date));
  const said = { ...values, arrangements: inForce };
  return { ...said, id: `${began([...held, ...inForce])}/${fingerprint(JSON.stringify(said))}` };
}

export const ruleBookAt = (now: Instant): RuleSet => ruleBookOn(isoDateOf(now));

/** Where one setting came from, for the screen that shows the rule beside a decision. */
export const settingOn = (rule: RuleName, date: IsoDate): AnySetting | undefined =>
  settings.find((setting) => setting.rule === rule && isInForce(setting, date));

const began = (held: readonly { readonly from: IsoDate }[]) =>
  held.reduce((latest, { from }) => (from > latest ? from : latest), "");

/** FNV-1a, 32 bits: tells versions apart; it protects nothing. */
function fingerprint(text: string) {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}
