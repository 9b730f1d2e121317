import type { Form } from "../exam/form/form.ts";
import { picturesOf } from "../exam/item/content.ts";
import type { Item, Stimulus } from "../exam/item/item.ts";
import { inNewNames, type Version, versionOf } from "./names.ts";
import { isFromOutside } from "./outside.ts";
import { type AssetType, judgeAsset } from "./package-asset.ts";
import { type PackageFile, placeNamed } from "./package-content.ts";
import { isManifest, type Listed, listPackage } from "./package-list.ts";
import { readBody } from "./read-body.ts";
import { readForeignItem } from "./read-foreign-item.ts";
import { readTest } from "./read-test.ts";
import { readForeign } from "./reading.ts";
import { childNamed, foreign, parseXml, type XmlElement } from "./xml.ts";

export const outcomes = ["native", "opaque", "rejected"] as const;
export type Outcome = (typeof outcomes)[number];
export type Reason = { readonly code: string; readonly line: number; readonly message: string };

/** How one resource fared. `reasons` of a native one are warnings. */
export type Resource = {
  readonly path: string;
  readonly kind: "item" | "stimulus" | "test" | "unknown";
  readonly outcome: Outcome;
  readonly version: Version;
  readonly identifier: string;
  readonly title: string;
  readonly interactions: readonly string[];
  readonly reasons: readonly Reason[];
  /** What it needs besides its own file; all of it is in the package. */
  readonly assets: readonly string[];
  readonly content:
    | { readonly kind: "item"; readonly item: Item }
    | { readonly kind: "stimulus"; readonly stimulus: Stimulus }
    | { readonly kind: "test"; readonly form: Form }
    | null;
};

/** Why nothing of a package was taken. */
export type Refusal = { readonly code: string; readonly file: string; readonly line: number; readonly message: string };

/** A package that is harmless; its resources are read one by one, so that a big one can be read in slices. */
export type OpenedPackage = {
  readonly manifest: string | null;
  readonly version: string;
  readonly listed: readonly Listed[];
  readonly read: (listed: Listed) => Resource;
  readonly assets: ReadonlyMap<string, AssetType>;
  readonly leftOut: readonly Refusal[];
};
export type Opened =
  | { readonly ok: true; readonly opened: OpenedPackage }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * Looks at every file of a package, or of a single item, before any of it is read: hostile content refuses the whole.
 * `files` are as unzipped, with safe paths. In a folder of `loose` files nothing belongs together: a hostile one is left
 * out and the others are read.
 */
export const openPackage = (files: readonly PackageFile[], { loose = false } = {}): Opened => {
  const texts = new Map<string, string>();
  const pages = new Map<string, string>();
  const assets = new Map<string, AssetType>();
  const leftOut: Refusal[] = [];
  for (const { path, bytes } of files.filter((file) => !isLitter(file.path))) {
    if (/\.xml$/i.test(path)) {
      const text = decode(bytes);
      const line = entitiesAt(text);
      if (line !== null && !loose) return refuse("doctype", path, line, "The file declares entities of its own.");
      if (!loose || !isManifest(path)) texts.set(path, text);
      continue;
    }
    if (/\.(x?html?|txt)$/i.test(path)) pages.set(path, decode(bytes));
    const judged = judgeAsset(path, bytes);
    if (judged.verdict === "kept") assets.set(path, judged.type);
    else if (judged.verdict === "hostile" && !loose) return refuse(judged.code, path, 1, judged.cause);
    else leftOut.push({ code: judged.code, file: path, line: 1, message: judged.cause });
  }
  const contents = listPackage(texts);
  if (!contents.ok) {
    const { code, file, line, cause } = contents.problem;
    return refuse(code, file, line, cause);
  }
  const { manifest, version } = contents;
  const listed = contents.listed.filter(({ kind }) => kind !== "other");
  if (listed.length === 0) {
    return refuse("empty", manifest ?? "", 1, "There is no question, stimulus or test in it.");
  }
  const read = (one: Listed) => readResource(one, { texts, pages, assets, manifest });
  return { ok: true, opened: { manifest, version, listed, read, assets, leftOut } };
};

const refuse = (code: string, file: string, line: number, message: string): Opened => ({
  ok: false,
  refusal: { code, file, line, message },
});

/** What computers leave in a zip without being asked. */
const isLitter = (path: string) => path.split("/").some((part) => part === "__MACOSX" || part.startsWith("."));

/** The encoding a file says it has, or UTF-8. */
const decode = (bytes: Uint8Array): string => {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  const mark = start.startsWith("\u00FF\u00FE") ? "utf-16le" : start.startsWith("\u00FE\u00FF") ? "utf-16be" : null;
  const said = /^[^<]*<\?xml[^>]*encoding\s*=\s*["']([\w-]+)["']/.exec(start)?.[1];
  try {
    return new TextDecoder(mark ?? said ?? "utf-8").decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
};

/** The line of the first declaration of an entity, wherever it hides. */
const entitiesAt = (text: string) => {
  const at = text.search(/<!ENTITY|<!DOCTYPE[^>[]*\[/);
  return at === -1 ? null : text.slice(0, at).split("\n").length;
};

type Around = {
  readonly texts: ReadonlyMap<string, string>;
  /** Pages of text that an item may include. */
  readonly pages: ReadonlyMap<string, string>;
  readonly assets: ReadonlyMap<string, AssetType>;
  readonly manifest: string | null;
};

const readResource = (listed: Listed, around: Around): Resource => {
  const { path, kind } = listed;
  const text = around.texts.get(path);
  const identifier = listed.identifier;
  const bad = (code: string, line: number, message: string): Resource => ({
    ...unread(path, kind),
    identifier,
    reasons: [{ code, line, message }],
  });
  if (text === undefined) {
    return bad("missing-file", listed.line, `The manifest names ${path}, which is not in the package.`);
  }
  if (kind === "old") return bad("old-version", listed.line, "This is QTI 1, which is not supported.");
  const missing = listed.files.find((file) => !around.texts.has(file) && !isAccounted(file, around));
  const resource = readByRoot(path, text, kind, around);
  const needed = needsOf(resource, path, around);
  if (missing !== undefined) {
    const reason = {
      code: "missing-file",
      line: listed.line,
      message: `The manifest names ${missing}, which is not in the package.`,
    };
    return spoilt({ ...resource, assets: needed.found }, reason);
  }
  const [lost] = needed.lost;
  if (lost === undefined) return { ...resource, assets: needed.found };
  const reason = { code: "missing-file", line: 1, message: `The picture ${lost} is not in the package.` };
  return around.manifest === null
    ? { ...resource, assets: needed.found, reasons: [...resource.reasons, reason] }
    : spoilt({ ...resource, assets: needed.found }, reason);
};

/** Files that were left out on purpose are not missing. */
const isAccounted = (file: string, { assets }: Around) =>
  assets.has(file) || !/\.(png|jpe?g|gif|svg|webp|xml)$/i.test(file);

/** What cannot be shown whole is kept and not delivered. */
const spoilt = (resource: Resource, reason: Reason): Resource => ({
  ...resource,
  outcome: resource.outcome === "rejected" ? "rejected" : "opaque",
  reasons: [reason, ...resource.reasons],
  content: null,
});

const unread = (path: string, kind: Listed["kind"]): Resource => ({
  path,
  kind: kind === "item" || kind === "stimulus" || kind === "test" ? kind : "unknown",
  outcome: "rejected",
  version: "unknown",
  identifier: "",
  title: "",
  interactions: [],
  reasons: [],
  assets: [],
  content: null,
});

/** Without a manifest a file's root says what it is. */
const readByRoot = (path: string, text: string, listed: Listed["kind"], around: Around): Resource => {
  const root = /<([\w.-]+:)?(qti-assessment-(?:test|stimulus)|assessment(?:Test|Stimulus))[\s>]/.exec(text)?.[2] ?? "";
  if (listed === "stimulus" || /stimulus/i.test(root)) return readStimulus(path, text);
  if (listed === "test" || /test/i.test(root)) return readForm(path, text);
  return readItem(path, text, around);
};

const asReason = ({
  code,
  line,
  cause,
}: {
  readonly code: string;
  readonly line: number;
  readonly cause: string;
}): Reason => ({
  code,
  line,
  message: cause,
});

const readItem = (path: string, text: string, { texts, pages }: Around): Resource => {
  const read = readForeignItem(text, path, (name) => {
    const place = placeNamed(path, name);
    return place === null ? null : (pages.get(place) ?? texts.get(place) ?? null);
  });
  const base = { ...unread(path, "item"), outcome: read.kind, version: read.version };
  switch (read.kind) {
    case "rejected":
      return { ...base, reasons: read.problems.map(asReason) };
    case "opaque": {
      const { identifier, title, interactions } = read;
      return { ...base, identifier, title, interactions, reasons: read.reasons.map(asReason) };
    }
    case "native": {
      const { identifier, title, interactions, item } = read;
      const reasons = read.warnings.map(asReason);
      return { ...base, identifier, title, interactions, reasons, content: { kind: "item", item } };
    }
  }
};

const readStimulus = (path: string, text: string): Resource => {
  const parsed = parseXml(text, path, foreign);
  const base = unread(path, "stimulus");
  if (!parsed.ok) return { ...base, reasons: [asReason(parsed.problem)] };
  const version = versionOf(parsed.root);
  const read = readForeign(inNewNames(parsed.root), path, (root, on): Stimulus => {
    const body = childNamed(root, "qti-stimulus-body");
    if (body === null) on.problem(root, "missing", "The stimulus has no body.");
    return {
      id: on.required(root, "identifier"),
      title: root.attributes.title ?? "",
      body: body === null ? [] : readBody(body, on),
    };
  });
  const stimulus = read.value;
  const told = { ...base, version, identifier: stimulus.id, title: stimulus.title };
  if (read.problems.length > 0) return { ...told, outcome: "opaque", reasons: read.problems.map(asReason) };
  return { ...told, outcome: "native", reasons: read.warnings.map(asReason), content: { kind: "stimulus", stimulus } };
};

const readForm = (path: string, text: string): Resource => {
  const parsed = parseXml(text, path, foreign);
  const base = unread(path, "test");
  if (!parsed.ok) return { ...base, reasons: [asReason(parsed.problem)] };
  const root: XmlElement = parsed.root;
  const { identifier = "", title = "" } = root.attributes;
  const told = { ...base, version: versionOf(root), identifier, title };
  const read = readTest(text, path);
  return read.ok
    ? { ...told, outcome: "native", content: { kind: "test", form: read.value } }
    : { ...told, outcome: "opaque", reasons: read.problems.map(asReason) };
};

/** The pictures a resource shows, as paths of the package; those that are not there by the name it uses. */
const needsOf = ({ content, outcome }: Resource, path: string, { assets, texts }: Around) => {
  if (content === null || content.kind === "test") {
    const mentioned = outcome === "opaque" ? mentionedIn(texts.get(path) ?? "", path, assets) : [];
    return { found: mentioned, lost: [] };
  }
  const body = content.kind === "item" ? content.item.body : content.stimulus.body;
  const named = picturesOf(body).filter((name) => !name.startsWith("data:") && !isFromOutside(name));
  const places = named.map((name) => ({ name, place: placeNamed(path, name) }));
  const isThere = (place: string | null): place is string => place !== null && assets.has(place);
  return {
    found: places.flatMap(({ place }) => (isThere(place) ? [place] : [])),
    lost: places.flatMap(({ name, place }) => (isThere(place) ? [] : [name])),
  };
};

/** What we do not understand may still name files that it needs. */
const mentionedIn = (text: string, path: string, assets: ReadonlyMap<string, AssetType>) =>
  [...new Set([...text.matchAll(/\b(?:src|data|href)\s*=\s*["']([^"']+)["']/g)].map(([, name = ""]) => name))].flatMap(
    (name) => {
      const place = placeNamed(path, name);
      return place !== null && assets.has(place) ? [place] : [];
    },
  );
