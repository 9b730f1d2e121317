import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { type Blueprint, blueprint } from "../../app/exam/form/blueprint.ts";
import type { Interaction } from "../../app/exam/item/body.ts";
import type { Item, Objective, Stimulus } from "../../app/exam/item/item.ts";
import { type Specification, specification } from "../../app/exam/item/specification.ts";
import { anItem, asked, associateOf, choiceOf, matchOf, orderOf, shortText, text } from "./items.ts";

const unit = "question-bank/customer-service-environment";
const yaml = (file: string): unknown => parse(readFileSync(`${unit}/${file}`, "utf8"));

/** The rules of the real unit, for banks that are made up. */
export const unitPlan = (): { readonly specification: Specification; readonly blueprint: Blueprint } => ({
  specification: specification.parse(yaml("specification.yaml")),
  blueprint: blueprint.parse(yaml("blueprint.yaml")),
});

const response = "RESPONSE";
const picture = { src: "plan.svg", width: 100, height: 100, alt: "A plan" };
const choices = "ABCD".split("").map((id) => ({ id, content: text(`Choice ${id}`), fixed: false }));
const byRule: readonly Interaction[] = [
  choiceOf("ABCD"),
  choiceOf("ABCDE", 2),
  matchOf("S1 S2 S3", "T1 T2 T3"),
  orderOf("ABCD"),
  associateOf("A B C D"),
  shortText(),
  { type: "inline-choice", response, choices, shuffle: true, label: "Word" },
  { type: "hottext", response, prompt: [], content: text("A passage"), minChoices: 0, maxChoices: 2 },
  { type: "hotspot", response, prompt: [], picture, regions: [], maxChoices: 1 },
  { type: "slider", response, prompt: [], lower: 0, upper: 10, step: 1 },
];
const byPerson: Interaction = { type: "extended-text", response, prompt: [], expectedLines: 6, expectedLength: null };

/** Always the same numbers for the same seed, so that a made-up bank is the same bank on every machine. */
function dice(seed: number) {
  let state = seed;
  return (sides: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

/** How often an objective turns up, in the proportion that its marks have in the blueprint. */
const turns: readonly Objective[] = ["AO1", "AO1", "AO1", "AO1", "AO1", "AO2", "AO2", "AO2", "AO2", "AO3", "AO4"];

/** A bank of so many items, four in five of them in scenarios of five to seven. */
export function generatedBank({ items: count, seed = 1 }: { readonly items: number; readonly seed?: number }) {
  const { specification: rules, blueprint: plan } = unitPlan();
  const roll = dice(seed);
  const pick = <T>(from: readonly T[]) => from[roll(from.length)] as T;
  const stimuli: Stimulus[] = [];
  const items: Item[] = [];
  let left = 0;
  while (items.length < count) {
    if (left === 0 && roll(5) > 0) {
      left = 5 + roll(3);
      const id = `STIM-${stimuli.length + 1}`;
      stimuli.push({ id, title: `Scenario ${stimuli.length + 1}`, body: text("word ".repeat(60 + roll(90))) });
    }
    const stimulus = left > 0 ? (stimuli.at(-1)?.id ?? null) : null;
    left = Math.max(0, left - 1);
    items.push(item(`GEN-${String(items.length + 1).padStart(4, "0")}`, stimulus));
  }
  return { unit: "generated", specification: rules, blueprint: plan, items, stimuli, forms: [], pictures: {} };

  function item(id: string, stimulus: string | null): Item {
    const objective = pick(turns);
    const areas = Object.entries(rules.areas).filter(([, { objectives }]) => objectives.includes(objective));
    const { commands, marks } = rules.objectives[objective];
    const most = objective === "AO1" ? 2 : objective === "AO2" ? 3 : marks.most;
    const maxMark = marks.least + roll(most - marks.least + 1);
    const person = objective === "AO3" || objective === "AO4" || roll(8) === 0;
    return anItem({
      id,
      title: `Item ${id}`,
      stimulus,
      maxMark,
      objectives: { [objective]: maxMark },
      classification: { area: pick(areas)[0], commandWord: pick(commands), minutes: Math.round(maxMark * 2.4) / 2 },
      marking: person ? "person" : "auto",
      body: [...text("word ".repeat(15 + roll(25))), asked(person ? byPerson : pick(byRule))],
    });
  }
}
