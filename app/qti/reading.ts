import type { Lines, Problem, ProblemCode, Read } from "./problem.ts";
import { parseXml, type XmlElement } from "./xml.ts";

export const qti3 = "http://www.imsglobal.org/xsd/imsqtiasi_v3p0";

/**
 * One reading of one file. Problems are collected, not thrown, so that a writer sees all of them at once; after a
 * problem a reader goes on with a stand-in, which never leaves because `finish` hands out no value then.
 */
export type Reading = {
  readonly problem: (at: XmlElement, code: ProblemCode, cause: string) => void;
  /** Remembers the line of a part under the name by which faults will point to it. */
  readonly place: (part: string, at: XmlElement) => void;
  readonly required: (at: XmlElement, attribute: string) => string;
  readonly oneOf: <T extends string>(at: XmlElement, attribute: string, allowed: readonly T[]) => T | null;
  /** The attribute as a whole number, or `fallback` when it is absent. */
  readonly whole: <T extends number | null>(at: XmlElement, attribute: string, fallback: T) => number | T;
  readonly decimal: <T extends number | null>(at: XmlElement, attribute: string, fallback: T) => number | T;
  readonly yes: (at: XmlElement, attribute: string) => boolean;
};

const startReading = (file: string) => {
  const problems: Problem[] = [];
  const lines: Record<string, number> = {};

  const problem: Reading["problem"] = (at, code, cause) => problems.push({ file, line: at.line, code, cause });
  const number = <T extends number | null>(at: XmlElement, attribute: string, fallback: T, pattern: RegExp) => {
    const text = at.attributes[attribute]?.trim();
    if (text === undefined) return fallback;
    if (pattern.test(text)) return Number(text);
    problem(at, "bad-value", `${attribute}="${text}" on ${at.name} is not a number of the right kind.`);
    return fallback;
  };

  const on: Reading = {
    problem,
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
      const found = allowed.find((value) => value === text) ?? null;
      if (found === null) {
        const cause = text === "" ? `needs the attribute ${attribute}` : `has ${attribute}="${text}"`;
        problem(at, text === "" ? "missing" : "not-supported", `${at.name} ${cause}; known: ${allowed.join(", ")}.`);
      }
      return found;
    },
    whole: (at, attribute, fallback) => number(at, attribute, fallback, /^-?\d{1,9}$/),
    decimal: (at, attribute, fallback) => number(at, attribute, fallback, /^-?\d{1,9}(\.\d{1,9})?$/),
    yes: (at, attribute) => at.attributes[attribute] === "true",
  };
  return { on, problems, lines };
};

/** Parses a file, checks that it is what it should be, and reads it; bad content is an answer, never an exception. */
export const readFile = <T>(
  source: { readonly text: string; readonly file: string; readonly root: string },
  read: (root: XmlElement, on: Reading) => T,
): Read<T> => {
  const { text, file } = source;
  const parsed = parseXml(text, file);
  if (!parsed.ok) return { ok: false, problems: [parsed.problem] };

  const { root } = parsed;
  const { on, problems, lines } = startReading(file);
  if (root.name !== source.root || root.namespace !== qti3) {
    const known = root.namespace === qti3 ? "" : ` in the namespace ${root.namespace || "(none)"}`;
    on.problem(root, "wrong-root", `The file is a ${root.name}${known}, not a QTI 3.0 ${source.root}.`);
    return { ok: false, problems };
  }
  const value = read(root, on);
  return problems.length === 0 ? { ok: true, value, lines: lines satisfies Lines } : { ok: false, problems };
};
