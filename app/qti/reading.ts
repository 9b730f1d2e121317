import type { Lines, Problem, ProblemCode, Read } from "./problem.ts";
import { parseXml, type XmlElement } from "./xml.ts";

export const qti3 = "http://www.imsglobal.org/xsd/imsqtiasi_v3p0";

/**
 * One reading of one file. Problems are collected, not thrown, so that a writer sees all of them at once; after a
 * problem a reader goes on with a stand-in, which never leaves because `finish` hands out no value then.
 */
export type Reading = {
  readonly problem: (at: XmlElement, code: ProblemCode, cause: string) => void;
  /** Something to put right in our own bank, and to live with in an item from elsewhere. */
  readonly untidy: (at: XmlElement, code: ProblemCode, cause: string) => void;
  /** Whether the file is from elsewhere, so that what our own profile asks for may be absent. */
  readonly isForeign: boolean;
  /** Remembers the line of a part under the name by which faults will point to it. */
  readonly place: (part: string, at: XmlElement) => void;
  readonly required: (at: XmlElement, attribute: string) => string;
  readonly oneOf: <T extends string>(at: XmlElement, attribute: string, allowed: readonly T[]) => T | null;
  /** The attribute as a whole number, or `fallback` when it is absent. */
  readonly whole: <T extends number | null>(at: XmlElement, attribute: string, fallback: T) => number | T;
  readonly decimal: <T extends number | null>(at: XmlElement, attribute: string, fallback: T) => number | T;
  readonly yes: (at: XmlElement, attribute: string) => boolean;
};

const numberKinds = {
  whole: { ours: /^-?\d{1,9}$/, foreign: /^[+-]?\d{1,9}(\.0+)?$/ },
  decimal: { ours: /^-?\d{1,9}(\.\d{1,9})?$/, foreign: /^[+-]?(\d{1,15}(\.\d*)?|\.\d+)(e[+-]?\d{1,2})?$/i },
};

const startReading = (file: string, isForeign: boolean) => {
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  const lines: Record<string, number> = {};

  const problem: Reading["problem"] = (at, code, cause) => problems.push({ file, line: at.line, code, cause });
  const untidy: Reading["untidy"] = (at, code, cause) =>
    (isForeign ? warnings : problems).push({ file, line: at.line, code, cause });
  const number = <T extends number | null>(
    at: XmlElement,
    attribute: string,
    fallback: T,
    kind: keyof typeof numberKinds,
  ) => {
    const text = at.attributes[attribute]?.trim();
    if (text === undefined) return fallback;
    if (numberKinds[kind][isForeign ? "foreign" : "ours"].test(text)) return Number(text);
    untidy(at, "bad-value", `${attribute}="${text}" on ${at.name} is not a number of the right kind.`);
    return fallback;
  };

  const on: Reading = {
    problem,
    untidy,
    isForeign,
    place: (part, at) => {
      lines[part] ??= at.line;
    },
    required: (at, attribute) => {
      const value = at.attributes[attribute]?.trim() ?? "";
      if (value === "") problem(at, "missing", `${at.name} needs the attribute ${attribute}.`);
      return value;
    },
    oneOf: (at, attribute, allowed) => {
      const text = at.attributes[attribute] ?? "";
      const exact = allowed.find((value) => value === text);
      if (exact !== undefined) return exact;
      const alike = isForeign ? allowed.find((value) => bare(value) === bare(text)) : undefined;
      if (alike !== undefined) {
        untidy(at, "bad-value", `${attribute}="${text}" on ${at.name} is read as "${alike}".`);
        return alike;
      }
      const cause = text === "" ? `needs the attribute ${attribute}` : `has ${attribute}="${text}"`;
      problem(at, text === "" ? "missing" : "not-supported", `${at.name} ${cause}; known: ${allowed.join(", ")}.`);
      return null;
    },
    whole: (at, attribute, fallback) => number(at, attribute, fallback, "whole"),
    decimal: (at, attribute, fallback) => number(at, attribute, fallback, "decimal"),
    yes: (at, attribute) => at.attributes[attribute] === "true",
  };
  return { on, problems, warnings, lines };
};

/** Capitals, hyphens and a final s are the commonest slips of the pen. */
const bare = (text: string) => text.toLowerCase().replaceAll("-", "").replace(/s$/, "");

/** Parses a file, checks that it is what it should be, and reads it; bad content is an answer, never an exception. */
export const readFile = <T>(
  source: { readonly text: string; readonly file: string; readonly root: string },
  read: (root: XmlElement, on: Reading) => T,
): Read<T> => {
  const { text, file } = source;
  const parsed = parseXml(text, file);
  if (!parsed.ok) return { ok: false, problems: [parsed.problem] };

  const { root } = parsed;
  const { on, problems, lines } = startReading(file, false);
  if (root.name !== source.root || root.namespace !== qti3) {
    const known = root.namespace === qti3 ? "" : ` in the namespace ${root.namespace || "(none)"}`;
    on.problem(root, "wrong-root", `The file is a ${root.name}${known}, not a QTI 3.0 ${source.root}.`);
    return { ok: false, problems };
  }
  const value = read(root, on);
  return problems.length === 0 ? { ok: true, value, lines: lines satisfies Lines } : { ok: false, problems };
};

/** Reads what is from elsewhere. `problems` say why it cannot be used, `warnings` what was passed over or put right. */
export const readForeign = <T>(root: XmlElement, file: string, read: (root: XmlElement, on: Reading) => T) => {
  const { on, problems, warnings, lines } = startReading(file, true);
  const value = read(root, on);
  return {
    value,
    problems: problems as readonly Problem[],
    warnings: warnings as readonly Problem[],
    lines: lines as Lines,
  };
};
