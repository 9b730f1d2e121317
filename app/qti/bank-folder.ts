import type { UnitBank } from "../exam/form/bank.ts";
import { blueprint } from "../exam/form/blueprint.ts";
import { unitSpecification } from "../exam/item/specification.ts";
import type { Lines, Problem, Read } from "./problem.ts";
import { readItem } from "./read-item.ts";
import { readStimulus } from "./read-stimulus.ts";
import { readTest } from "./read-test.ts";
import { readYaml } from "./read-yaml.ts";

/** Files wherever they are kept. Paths are relative, with forward slashes; a folder that is not there is empty. */
export type Folder = {
  readonly list: (path: string) => readonly string[];
  /** Null when there is no such file. */
  readonly read: (path: string) => Uint8Array | null;
};

/** The file a thing was read from, and the lines its parts stand in. */
export type Source = { readonly file: string; readonly text: string; readonly lines: Lines };

export type ReadBank = {
  /** Null when the unit's specification or blueprint cannot be read; else all that could be. */
  readonly bank: UnitBank | null;
  readonly problems: readonly Problem[];
  /** By kind and identifier, as in `"item CSE-001"`. */
  readonly sources: ReadonlyMap<string, Source>;
};

type Named = { readonly id: string };
type Kind<T> = {
  readonly name: "item" | "stimulus" | "form";
  readonly folder: string;
  readonly read: (text: string, file: string) => Read<T>;
};

/** What a decoder puts in place of bytes that are no text. */
const unreadable = "\uFFFD";

/** The units of a question bank: its folders that hold a specification. */
export const unitsIn = (folder: Folder): readonly string[] =>
  folder
    .list("")
    .filter((unit) => folder.list(unit).includes("specification.yaml"))
    .toSorted();

/** Reads all content of one unit. A file that cannot be read is a problem and left out; the others are still read. */
export const readBank = (folder: Folder, unit: string): ReadBank => {
  const problems: Problem[] = [];
  const sources = new Map<string, Source>();
  const decoder = new TextDecoder();

  const textOf = (path: string): string | null => {
    const bytes = folder.read(path);
    if (bytes === null) {
      problems.push({ file: path, line: 1, code: "missing-file", cause: "The file is missing." });
      return null;
    }
    const text = decoder.decode(bytes);
    if (!text.includes(unreadable)) return text;
    problems.push({ file: path, line: 1, code: "bad-value", cause: "The file is not text in UTF-8." });
    return null;
  };

  const readOne = <T>(path: string, read: (text: string, file: string) => Read<T>) => {
    const text = textOf(path);
    if (text === null) return null;
    const found = read(text, path);
    if (!found.ok) problems.push(...found.problems);
    return found.ok ? { ...found, text } : null;
  };

  const readAll = <T extends Named>({ name, folder: inside, read }: Kind<T>): readonly T[] =>
    xmlFilesIn(folder, `${unit}/${inside}`).flatMap((path) => {
      const found = readOne(path, read);
      if (found === null) return [];
      const { id } = found.value;
      if (name === "item" && !path.endsWith(`/${id.toLowerCase()}.xml`)) {
        const cause = `The item ${id} belongs in a file called ${id.toLowerCase()}.xml.`;
        problems.push({ file: path, line: 1, code: "wrong-name", cause });
      }
      const before = sources.get(`${name} ${id}`);
      if (before !== undefined) {
        problems.push({ file: path, line: 1, code: "repeated", cause: `${id} is also in ${before.file}.` });
        return [];
      }
      sources.set(`${name} ${id}`, { file: path, text: found.text, lines: found.lines });
      return [found.value];
    });

  const rules = readOne(`${unit}/specification.yaml`, (text, file) => readYaml({ text, file }, unitSpecification));
  const hasPlan = folder.list(unit).includes("blueprint.yaml");
  const items = readAll({ name: "item", folder: "items", read: readItem });
  const stimuli = readAll({ name: "stimulus", folder: "stimuli", read: readStimulus });
  const forms = readAll({ name: "form", folder: "forms", read: readTest });
  const content = { unit, items, stimuli, forms, pictures: picturesIn(folder, unit) };
  if (rules?.value.assessment === "knowledge") {
    const { text, lines } = rules;
    sources.set(`unit ${unit}`, { file: `${unit}/specification.yaml`, text, lines });
    if (hasPlan) {
      const cause = "The unit is assessed by its criteria and not by timed forms, so it has no blueprint.";
      problems.push({ file: `${unit}/blueprint.yaml`, line: 1, code: "not-allowed", cause });
    }
    return { bank: { ...content, specification: rules.value, blueprint: null }, problems, sources };
  }
  const plan =
    rules === null && !hasPlan
      ? null
      : readOne(`${unit}/blueprint.yaml`, (text, file) => readYaml({ text, file }, blueprint));
  const bank =
    rules === null || plan === null ? null : { ...content, specification: rules.value, blueprint: plan.value };
  return { bank, problems, sources };
};

const xmlFilesIn = (folder: Folder, path: string) =>
  folder
    .list(path)
    .filter((name) => name.endsWith(".xml"))
    .toSorted()
    .map((name) => `${path}/${name}`);

const mediaTypes: Readonly<Record<string, string>> = {
  svg: "image/svg+xml",
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  gif: "image/gif",
  webp: "image/webp",
};

/** Pictures as data URLs, named as items name them. */
const picturesIn = (folder: Folder, unit: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    folder.list(`${unit}/pictures`).flatMap((name) => {
      const type = mediaTypes[name.split(".").at(-1)?.toLowerCase() ?? ""];
      const bytes = folder.read(`${unit}/pictures/${name}`);
      if (type === undefined || bytes === null) return [];
      return [[`../pictures/${name}`, `data:${type};base64,${base64(bytes)}`]];
    }),
  );

const base64 = (bytes: Uint8Array) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
