import { type Item, type Objective, objectives, type Stimulus } from "../../item/item.ts";
import { partsOf } from "../../item/specification.ts";
import { categoriesOf } from "../check-form.ts";
import type { Form, Section } from "../form.ts";
import { byScenario } from "./candidate.ts";

type Named = { readonly id: string; readonly title: string; readonly minutes: number };

/**
 * A form of these items in the order learners meet them: items that stand alone, then scenario by scenario from the less
 * to the more demanding, then long answers that stand alone. Within a section demand rises too.
 */
export function arrange(
  named: Named,
  items: readonly Item[],
  stimuli: readonly Pick<Stimulus, "id" | "title">[],
): Form {
  const alone = items.filter(({ stimulus }) => stimulus === null).toSorted(byDemand);
  const scenarios = [...byScenario(items.map((item) => ({ item, scenario: item.stimulus })))]
    .map(([id, group]) => ({
      title: stimuli.find((stimulus) => stimulus.id === id)?.title ?? id,
      items: group.map(({ item }) => item).toSorted(byDemand),
    }))
    .toSorted((a, b) => demandOfAll(a.items) - demandOfAll(b.items) || (a.title < b.title ? -1 : 1));
  const groups = [
    { title: "Starting points", items: alone.filter((item) => !isLong(item)) },
    ...scenarios,
    { title: "Longer answers", items: alone.filter(isLong) },
  ].filter((group) => group.items.length > 0);
  return {
    ...named,
    marks: items.reduce((total, { maxMark }) => total + maxMark, 0),
    sections: inSections(groups),
  };
}

type Group = { readonly title: string; readonly items: readonly Item[] };

/** Sections are lettered and places numbered through the form; a title that comes again says so. */
function inSections(groups: readonly Group[]): readonly Section[] {
  let number = 0;
  return groups.map(({ title, items }, at) => {
    const before = groups.slice(0, at).filter((group) => group.title === title).length;
    return {
      id: `S-${lettersOf(at)}`,
      title: before === 0 ? title : `${title} (${before + 1})`,
      items: items.map((item) => {
        number += 1;
        return { ref: `Q${number}`, item: item.id, categories: categoriesOf(item) };
      }),
    };
  });
}

/** A, B … Z, AA, AB … */
const lettersOf = (at: number): string =>
  (at < 26 ? "" : lettersOf(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26));

const levelOf = (objective: Objective) => 1 + objectives.indexOf(objective);

/** The mean level of thinking that the marks are for, 1 to 4. */
const demand = (item: Item) =>
  partsOf(item).reduce((total, [objective, marks]) => total + levelOf(objective) * marks, 0) / item.maxMark;

const demandOfAll = (items: readonly Item[]) =>
  items.reduce((total, item) => total + demand(item) * item.maxMark, 0) /
  items.reduce((total, { maxMark }) => total + maxMark, 0);

const longAnswer = 4;
const isLong = ({ marking, maxMark }: Item) => marking === "person" && maxMark >= longAnswer;

const byDemand = (a: Item, b: Item) =>
  Number(isLong(a)) - Number(isLong(b)) || demand(a) - demand(b) || a.maxMark - b.maxMark || (a.id < b.id ? -1 : 1);

/** Free codes for new forms beside those there are: after CSE-A and CSE-B come CSE-C, CSE-D. */
export function newCodes(taken: readonly string[], prefix: string, count: number): readonly string[] {
  const codes: string[] = [];
  for (let at = 0; codes.length < count; at++) {
    const code = `${prefix}-${lettersOf(at)}`;
    if (!taken.includes(code)) codes.push(code);
  }
  return codes;
}

/** What the identifiers of a unit begin with, as in CSE-001. */
export const prefixOf = (items: readonly { readonly id: string }[]): string =>
  items[0]?.id.replace(/-[^-]*$/, "") ?? "FORM";
