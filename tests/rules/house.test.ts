import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

const app = path.resolve(import.meta.dirname, "../../app");

/** Arrows inside exam: a room knows what came before it, never what comes after. */
const rooms = [
  "time",
  "people",
  "rulebook",
  "item",
  "form",
  "entry",
  "attempt",
  "proof",
  "invigilation",
  "marking",
  "authoring",
  "statistics",
  "awarding",
  "qualification",
];

/**
 * What each room may import, as it runs; types may come from the rooms in `types` too. A room of ours is named by its folder,
 * a package by "npm:name".
 */
const table: Record<string, { readonly may: RegExp; readonly types?: RegExp }> = {
  exam: { may: /^(exam|npm:zod)$/ },
  qti: { may: /^(exam|qti|npm:(saxes|yaml|zod))$/ },
  store: {
    may: /^(exam|store|platform(\/.*)?|npm:(@prisma\/.*|pg|zod|node:.*))$/,
    types: /^live\/contract$/,
  },
  commands: { may: /^(exam|commands|platform\/secrets|npm:zod)$/, types: /^(store|platform|live\/contract)$/ },
  live: {
    may: /^(exam|live|live\/contract|npm:(socket\.io|zod|node:http|node:timers\/promises))$/,
    types: /^(commands|store)$/,
  },
  player: { may: /^(exam|player|components|live\/contract|npm:(react|react-dom|socket\.io-client|idb))$/ },
  components: { may: /^(components|npm:(react|react-dom))$/ },
  routes: {
    may: /^(exam|components|player|routes|live\/contract|platform\/demonstration|npm:(react|@remix-run\/.*|@visx\/.*|socket\.io-client|papaparse|diff))$/,
    types: /^(context|store|commands)$/,
  },
  platform: { may: /^(exam|platform(\/.*)?|npm:.*)$/ },
};

/** What a corner of a room may import besides: the editor of items, and nothing else, holds an editor of rich text. */
const corners: Record<string, RegExp> = { "routes/author": /^npm:(@tiptap\/.*|zod|react-dom)$/ };

const filesIn = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const file = path.join(folder, name);
    if (statSync(file).isDirectory()) return name === "generated" ? [] : filesIn(file);
    return /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) ? [file] : [];
  });

type Import = { readonly of: string; readonly typeOnly: boolean };

function importsOf(file: string): readonly Import[] {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  const found: Import[] = [];
  source.forEachChild((node) => {
    if (
      (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) &&
      node.moduleSpecifier &&
      ts.isStringLiteral(node.moduleSpecifier)
    ) {
      const typeOnly = ts.isImportDeclaration(node)
        ? node.importClause?.isTypeOnly === true || onlyTypes(node)
        : node.isTypeOnly;
      found.push({ of: node.moduleSpecifier.text, typeOnly });
    }
  });
  return found;
}

const onlyTypes = (node: ts.ImportDeclaration) => {
  const names = node.importClause?.namedBindings;
  return (
    names !== undefined &&
    !node.importClause?.name &&
    ts.isNamedImports(names) &&
    names.elements.length > 0 &&
    names.elements.every(({ isTypeOnly }) => isTypeOnly)
  );
};

function target(file: string, of: string): string {
  const own = of.startsWith("~/")
    ? path.join(app, of.slice(2))
    : of.startsWith(".")
      ? path.resolve(path.dirname(file), of)
      : undefined;
  if (own === undefined)
    return `npm:${of.startsWith("@") ? of.split("/").slice(0, 2).join("/") : of.startsWith("node:") ? of : (of.split("/")[0] ?? of)}`;
  const inside = path.relative(app, own);
  if (/^(live\/contract|platform\/secrets|platform\/demonstration)/.test(inside)) return inside.replace(/\.tsx?$/, "");
  return (inside.split(path.sep)[0] ?? "").replace(/\.tsx?$/, "");
}

const files = filesIn(app);
const inCorner = (file: string, to: string) =>
  Object.entries(corners).some(([corner, may]) => path.relative(app, file).startsWith(`${corner}/`) && may.test(to));
const roomOf = (file: string) => path.relative(app, file).split(path.sep)[0] ?? "";

test("every room imports only what the house allows it", () => {
  const offences = files.flatMap((file) => {
    const rule = table[roomOf(file)];
    if (!rule) return [];
    return importsOf(file)
      .map(({ of, typeOnly }) => ({ to: target(file, of), typeOnly }))
      .filter(({ to, typeOnly }) => !rule.may.test(to) && !(typeOnly && rule.types?.test(to)) && !inCorner(file, to))
      .map(({ to }) => `${path.relative(app, file)} may not import ${to}`);
  });
  expect(offences).toEqual([]);
});

test("within the rules, a room knows what came before it and never what comes after", () => {
  const place = (file: string) => rooms.indexOf(path.relative(path.join(app, "exam"), file).split(path.sep)[0] ?? "");
  const offences = files
    .filter((file) => roomOf(file) === "exam")
    .flatMap((file) =>
      importsOf(file)
        .filter(({ of }) => of.startsWith("."))
        .map(({ of }) => path.resolve(path.dirname(file), of))
        .filter((to) => place(to) > place(file) || place(to) === -1)
        .map((to) => `${path.relative(app, file)} looks ahead to ${path.relative(app, to)}`),
    );
  expect(offences).toEqual([]);
});

test("the rules read no clock, no dice and no environment", () => {
  const forbidden = /\bDate\.now\(|new Date\(\)|Math\.random\(|process\.env|performance\.now\(/;
  const offences = files.filter((file) => roomOf(file) === "exam" && forbidden.test(readFileSync(file, "utf8")));
  expect(offences.map((file) => path.relative(app, file))).toEqual([]);
});

test("only the platform's clock reads the server's time", () => {
  const offences = files.filter(
    (file) =>
      ["commands", "store", "live", "routes"].includes(roomOf(file)) &&
      /\bDate\.now\(|new Date\(\)/.test(readFileSync(file, "utf8")),
  );
  expect(offences.map((file) => path.relative(app, file))).toEqual([]);
});

test("a learner's page comes as a whole: nothing of it is fetched later, when there may be no network", () => {
  const later = /\bimport\(|\blazy\(/;
  const offences = files.filter(
    (file) =>
      (["player", "components"].includes(roomOf(file)) || path.relative(app, file) === "routes/exam.tsx") &&
      later.test(readFileSync(file, "utf8")),
  );
  expect(offences.map((file) => path.relative(app, file))).toEqual([]);
});

/** Everything that comes with a file because something imports it, each with the file that does. */
function broughtBy(file: string, found = new Map<string, string>()): ReadonlyMap<string, string> {
  for (const { of, typeOnly } of importsOf(file)) {
    const own = of.startsWith(".") ? path.resolve(path.dirname(file), of) : of;
    if (typeOnly || found.has(own)) continue;
    found.set(own, path.relative(app, file));
    if (/^\..*\.tsx?$/.test(of)) broughtBy(own, found);
  }
  return found;
}

test("a board opens without the code that reads what other computers send, which takes a slow one as long as the rest", () => {
  const brought = broughtBy(path.join(app, "routes/board.tsx"));
  expect(brought.size).toBeGreaterThan(100);
  expect(brought.get("zod")).toBeUndefined();
});

/** Its forms go past the router; the action is for a page without scripts. */
const goesPast = "routes/board.tsx";

test("a page with a form keeps what was written in it when the server does not answer", () => {
  const offences = files
    .filter((file) => path.dirname(file) === path.join(app, "routes"))
    .map((file) => ({ name: path.relative(app, file), text: readFileSync(file, "utf8") }))
    .filter(({ text }) => /^export async function action\(/m.test(text) && /^export default/m.test(text))
    .filter(({ name, text }) => name !== goesPast && !/^export const clientAction = .*\n? *sent\(/m.test(text));
  expect(offences.map(({ name }) => name)).toEqual([]);
});

test("no file is a drawer for everything, and none is too long to read", () => {
  const drawers = files.filter((file) =>
    /^(utils?|helpers?|misc|common|shared|lib|types|index)\.tsx?$/.test(path.basename(file)),
  );
  const long = files.filter((file) => readFileSync(file, "utf8").split("\n").length > 500);
  expect([...drawers, ...long].map((file) => path.relative(app, file))).toEqual([]);
});
