import { type FormProfile, profileOf } from "../exam/form/profile.ts";
import { checkBank } from "../exam/marking/auto-check.ts";
import { type Folder, type ReadBank, readBank, unitsIn } from "../qti/bank-folder.ts";

export type Violation = { readonly file: string; readonly line: number; readonly code: string; readonly cause: string };

/** What `bank check` says: how much there is, what each form adds up to, and all that is wrong. */
export type BankReport = {
  readonly items: number;
  readonly marks: number;
  readonly forms: readonly FormProfile[];
  readonly violations: readonly Violation[];
};

/** Reads and checks all units of a question bank. */
export const reportOn = (folder: Folder): BankReport => {
  const units = unitsIn(folder);
  if (units.length === 0) {
    const cause = "There is no unit here: a unit is a folder with a specification.yaml.";
    return { items: 0, marks: 0, forms: [], violations: [{ file: ".", line: 1, code: "no-units", cause }] };
  }
  const reads = units.map((unit) => readBank(folder, unit));
  const banks = reads.flatMap(({ bank }) => bank ?? []);
  const items = banks.flatMap((bank) => bank.items);
  return {
    items: items.length,
    marks: items.reduce((total, item) => total + item.maxMark, 0),
    forms: banks.flatMap((bank) => bank.forms.map((form) => profileOf(form, bank.items))),
    violations: reads.flatMap((read) => [...read.problems, ...faultsOf(read)]),
  };
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
export const reportInWords = ({ items, marks, forms, violations }: BankReport): string =>
  [
    `${items} items, ${marks} marks.`,
    ...forms.flatMap((form) => [
      "",
      `Form ${form.id}: ${form.items} items, ${form.marks} marks in ${form.minutes} minutes, ${form.autoMarks} of them given by rule.`,
      `  by area: ${sharesIn(form.areas)}`,
      `  by objective: ${sharesIn(form.objectives)}`,
      `  interactions: ${form.interactionTypes.join(", ")}`,
    ]),
    "",
    violations.length === 0 ? "Nothing is wrong." : `Wrong (${violations.length}):`,
    ...violations.map(({ file, line, code, cause }) => `  ${file}:${line}  ${cause} (${code})`),
  ].join("\n");
