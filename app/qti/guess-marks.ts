import { interactionsOf } from "../exam/item/content.ts";
import type { ResponseDeclaration } from "../exam/item/declaration.ts";
import { type Fault, fault } from "../exam/item/fault.ts";
import type { Item } from "../exam/item/item.ts";
import { expressionsIn, rulesOf } from "../exam/item/processing.ts";

/** How many marks an item has, in whole marks, and a fault where it does not say so itself. */
export const guessMarks = (item: Item): { readonly marks: number; readonly fault: Fault | null } => {
  const most = item.outcomes.find(({ id }) => id === "MAXSCORE")?.initial?.[0];
  const said = [item.maxMark, Number(most ?? 0)].find((marks) => Number.isFinite(marks) && marks > 0);
  if (said !== undefined && Number.isInteger(said)) return { marks: said, fault: null };
  const marks = said === undefined ? marksByRules(item) : Math.ceil(said);
  const words =
    said === undefined
      ? `The item does not say how many marks it has; by its rules it seems to have ${marks}.`
      : `${said} is not a whole number of marks; the item is taken to have ${marks}.`;
  return { marks, fault: fault("guessed", "item", words) };
};

/** What the best response would earn if each response earned its best: by its mapping, else one mark for its key. */
const marksByRules = (item: Item): number => {
  const asked = new Set(interactionsOf(item.body).map(({ response }) => response));
  const mapped = new Set(
    expressionsIn(rulesOf(item.processing)).flatMap((expression) =>
      expression.op === "mapResponse" || expression.op === "mapResponsePoint" ? [expression.id] : [],
    ),
  );
  const worth = item.responses
    .filter(({ id }) => asked.has(id))
    .map((declaration) =>
      mapped.has(declaration.id) ? bestMapped(declaration) : declaration.correct === null ? 0 : 1,
    );
  return Math.max(1, Math.ceil(worth.reduce((total, marks) => total + marks, 0)));
};

const bestMapped = ({ mapping, areas, cardinality }: ResponseDeclaration): number => {
  const upper = mapping?.upper ?? areas?.upper ?? null;
  const values = [...(mapping?.entries ?? []), ...(areas?.entries ?? [])].map(({ value }) => value);
  const positive = values.filter((value) => value > 0);
  const sum = positive.reduce((total, value) => total + value, 0);
  const best = cardinality === "single" ? Math.max(0, ...positive) : sum;
  return upper === null ? best : Math.min(upper, best);
};
