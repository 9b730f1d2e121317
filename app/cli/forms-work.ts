import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { arrange, newCodes, prefixOf } from "../exam/form/assembly/arrange.ts";
import { assemble } from "../exam/form/assembly/assemble.ts";
import { poolOf, withoutPractice } from "../exam/form/assembly/candidate.ts";
import { figuresOf, overlapOf } from "../exam/form/assembly/compare.ts";
import type { Conflict } from "../exam/form/assembly/conflicts.ts";
import type { Bank } from "../exam/form/bank.ts";
import { type Blueprint, blueprint as blueprintShape } from "../exam/form/blueprint.ts";
import { type Form, placesOf } from "../exam/form/form.ts";
import { makeSolver } from "../platform/solver.ts";
import { readBank, unitsIn } from "../qti/bank-folder.ts";
import { readYaml } from "../qti/read-yaml.ts";
import { writeTest } from "../qti/write-test.ts";
import { folderOnDisk } from "./folder-on-disk.ts";
import type { Answer } from "./say.ts";

export type AssembleAsked = {
  readonly blueprint?: string;
  readonly forms: number;
  readonly bank: string;
  readonly unit?: string;
  readonly out?: string;
  readonly overlap?: number;
  readonly exposure?: number;
  readonly existing: boolean;
};

/** `areas` by letter; `minutes` is the time of the test and `expectedMinutes` what its items should take. */
type Line = Omit<ReturnType<typeof figuresOf>, "minutes"> & {
  readonly id: string;
  readonly minutes: number;
  readonly expectedMinutes: number;
  readonly itemIds: readonly string[];
};

type Assembled = {
  readonly forms: readonly Line[];
  /** Of each form against each, in percent of its marks. */
  readonly overlap: readonly (readonly number[])[];
  readonly seconds: number;
  readonly conflicts: readonly Conflict[];
};

/** `kept`: every rule is. */
type Answered =
  | { readonly ok: false; readonly why: string }
  | (Extract<Answer, { ok: true }> & { readonly kept: boolean });

const mostForms = 50;

/** Reads the bank and its blueprint, chooses the forms and, where `out` says so, writes them as QTI. */
export async function assembleFromDisk(asked: AssembleAsked): Promise<Answered> {
  const { forms: count, out } = asked;
  if (!Number.isInteger(count) || count < 1 || count > mostForms)
    return { ok: false, why: `Say how many forms, 1 to ${mostForms}, as in --forms 6.` };
  const read = readPlanned(asked);
  if (!read.ok) return read;
  const { bank, blueprint } = read;

  const began = performance.now();
  const solver = makeSolver();
  const inUse = bank.forms.filter(({ id }) => !blueprint.exempt.includes(id));
  const practice = bank.forms.filter(({ id }) => blueprint.exempt.includes(id));
  const pool = poolOf(withoutPractice(bank.items, practice), bank.stimuli);
  const existing = asked.existing ? inUse.map((form) => placesOf(form).map(({ item }) => item)) : [];
  const { specification } = bank;
  const chosen = await assemble({ pool, specification, blueprint, count, existing }, solver.solve);
  await solver.close();
  const seconds = Math.round((performance.now() - began) / 10) / 100;

  const codes = newCodes(
    bank.forms.map(({ id }) => id),
    prefixOf(bank.items),
    chosen.forms.length,
  );
  const forms = chosen.forms.map((ids, at): Form => {
    const id = codes[at] ?? "";
    const title = `${specification.title}: form ${id.split("-").at(-1)}`;
    const items = bank.items.filter((item) => ids.includes(item.id));
    return arrange({ id, title, minutes: blueprint.minutes }, items, bank.stimuli);
  });
  if (out !== undefined) writeForms(forms, out);

  const itemIds = forms.map((form) => placesOf(form).map(({ item }) => item));
  const lines = forms.map(({ id, minutes }, at) => {
    const { minutes: expectedMinutes, ...figures } = figuresOf(pool, itemIds[at] ?? []);
    return { id, minutes, expectedMinutes, ...figures, itemIds: itemIds[at] ?? [] };
  });
  const value = { forms: lines, overlap: overlapOf(pool, itemIds), seconds, conflicts: chosen.conflicts };
  return { ok: true, value, words: inWords(value), kept: chosen.conflicts.length === 0 };
}

type Planned =
  | { readonly ok: true; readonly bank: Bank; readonly blueprint: Blueprint }
  | { readonly ok: false; readonly why: string };

function readPlanned({ bank: place, blueprint: file, unit: named, overlap, exposure }: AssembleAsked): Planned {
  const folder = folderOnDisk(place);
  const units = unitsIn(folder);
  const beside = file === undefined ? undefined : path.basename(path.dirname(path.resolve(file)));
  const planned = units.filter((one) => folder.list(one).includes("blueprint.yaml"));
  const unit = named ?? units.find((one) => one === beside) ?? (planned.length === 1 ? planned[0] : undefined);
  if (unit === undefined || !units.includes(unit))
    return { ok: false, why: `Say which unit with --unit. ${place} has ${units.join(", ") || "none"}.` };
  const { bank, problems } = readBank(folder, unit);
  const [problem] = problems;
  if (bank === null || problem)
    return { ok: false, why: `The bank cannot be read: ${problem?.file}:${problem?.line} ${problem?.cause}` };

  if (bank.blueprint === null) {
    const why = "Its questions are answered criterion by criterion and not as a timed form, so it has no blueprint.";
    return { ok: false, why: `No forms are made of ${bank.specification.unit}. ${why}` };
  }
  if (file !== undefined && !statSync(file, { throwIfNoEntry: false })?.isFile())
    return { ok: false, why: `There is no file ${file}.` };
  const plan = file === undefined ? null : readYaml({ text: readFileSync(file, "utf8"), file }, blueprintShape);
  if (plan && !plan.ok) {
    const [wrong] = plan.problems;
    return { ok: false, why: `The blueprint cannot be read: ${file}:${wrong?.line} ${wrong?.cause}` };
  }
  const limits = blueprintShape.safeParse({
    ...(plan?.value ?? bank.blueprint),
    ...(overlap === undefined ? {} : { overlap }),
    ...(exposure === undefined ? {} : { exposure }),
  });
  return limits.success
    ? { ok: true, bank, blueprint: limits.data }
    : { ok: false, why: "The overlap is a percentage, 0 to 100, and the exposure a number of forms." };
}

function writeForms(forms: readonly Form[], folder: string) {
  mkdirSync(folder, { recursive: true });
  for (const form of forms) writeFileSync(path.join(folder, `${form.id.toLowerCase()}.xml`), writeTest(form));
}

const sharesIn = (shares: Readonly<Record<string, number>>) =>
  Object.entries(shares)
    .map(([name, marks]) => `${name} ${marks}`)
    .join(", ");

const inWords = ({ forms, overlap, seconds, conflicts }: Assembled) =>
  [
    ...forms.flatMap((form) => [
      `${form.id}: ${form.items} items, ${form.marks} marks, ${form.autoMarks} of them by rule; about ${form.expectedMinutes} of ${form.minutes} minutes, ${form.words} words to read`,
      `  ${sharesIn(form.areas)}; ${sharesIn(form.objectives)}; ${form.types.length} kinds of interaction`,
    ]),
    ...(forms.length > 1
      ? [
          "",
          "In common, in percent of the marks:",
          ...overlap.map((row) => row.map((share) => String(share).padStart(6)).join("")),
        ]
      : []),
    "",
    ...(conflicts.length === 0
      ? ["Every rule is kept."]
      : ["It cannot be done in full:", ...conflicts.map(({ words }) => `  ${words}`)]),
    `${seconds} seconds.`,
  ].join("\n");
