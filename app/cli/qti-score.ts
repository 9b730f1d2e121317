import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { outcomesByTheLetter, responseFrom, type WrittenOutcome } from "../exam/marking/auto-outcomes.ts";
import { type ForeignItem, readForeignItem } from "../qti/read-foreign-item.ts";

/** Nothing given may be written as an empty list. */
const responses = z
  .union([z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])), z.array(z.never())])
  .transform((given): Record<string, string | number | boolean> => (Array.isArray(given) ? {} : given));
const cases = z.object({ path: z.string(), cases: z.record(z.string(), z.object({ responses })) });
type Cases = z.infer<typeof cases>;

/** The outcomes of one response; null, with the reason, for an item that is not native. */
export type Scored = {
  readonly path: string;
  readonly name: string;
  readonly outcomes: Readonly<Record<string, WrittenOutcome>> | null;
  readonly reason?: string;
};

type Answered =
  | { readonly ok: true; readonly scored: readonly Scored[] }
  | { readonly ok: false; readonly why: string };

/**
 * Scores responses by the letter of the standard. Each line of `file` is `{path, cases: {name: {responses}}}`, with paths
 * from `root` and responses as other engines write them.
 */
export const scoreCases = (file: string, root: string): Answered => {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return { ok: false, why: `There is no file ${file}.` };
  const lines = readFileSync(file, "utf8").split("\n");
  const scored: Scored[] = [];
  for (const [at, line] of lines.entries()) {
    if (line.trim() === "") continue;
    const read = cases.safeParse(parsed(line));
    if (!read.success) return { ok: false, why: `Line ${at + 1} of ${file} is not a line of cases.` };
    scored.push(...scoreItem(read.data, root));
  }
  return { ok: true, scored };
};

const parsed = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
};

const scoreItem = ({ path, cases: named }: Cases, root: string): readonly Scored[] => {
  const full = join(root, path);
  const isThere = statSync(full, { throwIfNoEntry: false })?.isFile() === true;
  const read = isThere ? readForeignItem(readFileSync(full, "utf8"), path) : null;
  if (read?.kind !== "native") {
    const reason = reasonOf(read, path);
    return Object.keys(named).map((name) => ({ path, name, outcomes: null, reason }));
  }
  const { item } = read;
  return Object.entries(named).map(([name, { responses: given }]) => {
    const response = Object.fromEntries(
      Object.entries(given).map(([id, text]) => [
        id,
        responseFrom(String(text), item.responses.find((declared) => declared.id === id) ?? { cardinality: "single" }),
      ]),
    );
    return { path, name, outcomes: outcomesByTheLetter(item, response) };
  });
};

const reasonOf = (read: ForeignItem | null, path: string) => {
  if (read === null) return `There is no ${path}.`;
  if (read.kind === "opaque") return read.words;
  return read.kind === "rejected" ? (read.problems[0]?.cause ?? "The file cannot be read.") : "";
};
