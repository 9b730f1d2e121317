import type { KnowledgeBank, UnitBank } from "../exam/form/bank.ts";
import { type FormProfile, profileOf } from "../exam/form/profile.ts";
import { criteriaOf } from "../exam/item/knowledge-specification.ts";
import { checkBank } from "../exam/marking/auto-check.ts";
import { type Folder, type ReadBank, readBank, unitsIn } from "../qti/bank-folder.ts";

export type Violation = { readonly file: string; readonly line: number; readonly code: string; readonly cause: string };

/** A unit without timed forms: what there is for each of its criteria. */
export type KnowledgeReport = {
  readonly unit: string;
  readonly title: string;
  readonly items: number;
  readonly marks: number;
  /** Items by criterion. */
  readonly criteria: Readonly<Record<string, number>>;
};

/**
 * What `bank check` says: how much there is, what each form adds up to, and all that is wrong. `items` and `marks` are of
 * the units with timed forms; those answered criterion by criterion are told one by one.
 */
export type BankReport = {
  readonly items: number;
  readonly marks: number;
  readonly forms: readonly FormProfile[];
  readonly knowledge: readonly KnowledgeReport[];
  readonly violations: readonly Violation[];
};

/** Reads and checks all units of a question bank. */
export const reportOn = (folder: Folder): BankReport => {
  const units = unitsIn(folder);
  if (units.length === 0) {
    const cause = "There is no unit here: a unit is a folder with a specification.yaml.";
    return {
      items: 0,
      marks: 0,
      forms: [],
      knowledge: [],
      violations: [{ file: ".", line: 1, code: "no-units", cause }],
    };
  }
  const reads = units.map((unit) => readBank(folder, unit));
  const banks = reads.flatMap(({ bank }) => bank ?? []);
  const timed = banks.filter(({ blueprint }) => blueprint !== null);
  return {
    items: timed.reduce((total, bank) => total + bank.items.length, 0),
    marks: timed.reduce((total, bank) => total + marksIn(bank), 0),
    forms: timed.flatMap((bank) => bank.forms.map((form) => profileOf(form, bank.items))),
    knowledge: banks.flatMap((bank) => (bank.blueprint === null ? knowledgeReport(bank) : [])),
    violations: [...reads.flatMap((read) => [...read.problems, ...faultsOf(read)]), ...sharedNames(reads)],
  };
};

const marksIn = ({ items }: UnitBank) => items.reduce((total, item) => total + item.maxMark, 0);

const knowledgeReport = (bank: KnowledgeBank): KnowledgeReport => ({
  unit: bank.specification.unit,
  title: bank.specification.title,
  items: bank.items.length,
  marks: marksIn(bank),
  criteria: Object.fromEntries(
    criteriaOf(bank.specification).map(({ criterion }) => [
      criterion,
      bank.items.filter(({ classification }) => classification.area === criterion).length,
    ]),
  ),
});

/** Items, stimuli and forms are known by their names alone, so two units may not share one. */
const sharedNames = (reads: readonly ReadBank[]): readonly Violation[] => {
  const first = new Map<string, string>();
  return reads.flatMap(({ sources }) =>
    [...sources].flatMap(([name, { file }]): readonly Violation[] => {
      const before = first.get(name);
      if (before === undefined) first.set(name, file);
      return before === undefined
        ? []
        : [{ file, line: 1, code: "repeated", cause: `Another unit has the ${name} too, in ${before}.` }];
    }),
  );
};

const faultsOf = ({ bank, sources }: ReadBank): readonly Violation[] =>
  bank === null
    ? []
    : checkBank(bank).map(({ of, id, at, code, cause }) => {
        const source = sources.get(`${of} ${id}`);
        return { file: source?.file ?? id, line: source?.lines[at] ?? source?.lines[of] ?? 1, code, cause };
      });

const sharesIn = (shares: Readonly<Record<string, number>>) =>
  Object.entries(shares)
    .filter(([, marks]) => marks > 0)
    .map(([name, marks]) => `${name} ${marks}`)
    .join(", ");

/** The report for a person to read. */
export const reportInWords = ({ items, marks, forms, knowledge, violations }: BankReport): string =>
  [
    `${items} items, ${marks} marks.`,
    ...forms.flatMap((form) => [
      "",
      `Form ${form.id}: ${form.items} items, ${form.marks} marks in ${form.minutes} minutes, ${form.autoMarks} of them given by rule.`,
      `  by area: ${sharesIn(form.areas)}`,
      `  by objective: ${sharesIn(form.objectives)}`,
      `  interactions: ${form.interactionTypes.join(", ")}`,
    ]),
    ...knowledge.flatMap(({ unit, title, items: count, marks: worth, criteria }) => [
      "",
      `${unit} ${title}: ${count} items, ${worth} marks.`,
      `  items by criterion: ${sharesIn(criteria)}`,
    ]),
    "",
    violations.length === 0 ? "Nothing is wrong." : `Wrong (${violations.length}):`,
    ...violations.map(({ file, line, code, cause }) => `  ${file}:${line}  ${cause} (${code})`),
  ].join("\n");
