import { chosenFrom, type Pool, poolOf } from "../../exam/form/assembly/candidate.ts";
import { missesIn, type Rule } from "../../exam/form/assembly/rule.ts";
import { meetingEnemies, rulesOf } from "../../exam/form/assembly/rules.ts";
import type { Plan } from "../../exam/form/check-form.ts";
import { formRows } from "../forms.ts";
import type { Client } from "../store.ts";

/** A unit as the form screens need it: its plan and rules, what there is to choose from, and the forms in use. */
export async function formParts(db: Client, componentId: string) {
  const rows = formRows(db);
  const plan = await rows.plan(componentId);
  if (plan === null) return null;
  const content = await rows.unit(componentId);
  const items = content.items.map(({ item }) => item);
  const stimuli = content.stimuli.map(({ stimulus }) => stimulus);
  const pool = poolOf(items, stimuli, content.facilities);
  return { plan, rules: rulesOf(plan), pool, items, stimuli, content };
}

type Checked = { readonly plan: Plan; readonly rules: readonly Rule[]; readonly pool: Pool };

/** What the blueprint says against these items, as sentences. */
export const missedBy = ({ plan, rules, pool }: Checked, ids: readonly string[]): readonly string[] => [
  ...missesIn(rules, chosenFrom(pool, ids), pool).map(({ rule, found }) => rule.says(found)),
  ...meetingEnemies(plan.blueprint, ids),
];
