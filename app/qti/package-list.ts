import { folderOf, pathFrom } from "./package-content.ts";
import type { Warning } from "./problem.ts";
import { childNamed, childrenNamed, foreign, parseXml, textOf, type XmlElement } from "./xml.ts";

export type ResourceKind = "item" | "stimulus" | "test" | "old" | "other";

/** One line of a manifest. Paths are from the root of the package. */
export type Listed = {
  readonly identifier: string;
  readonly kind: ResourceKind;
  readonly path: string;
  readonly files: readonly string[];
  readonly line: number;
};

export type Contents =
  | {
      readonly ok: true;
      /** Null when there is no manifest, so that every XML file speaks for itself. */
      readonly manifest: string | null;
      readonly version: string;
      readonly listed: readonly Listed[];
    }
  | { readonly ok: false; readonly problem: Warning };

export const isManifest = (path: string) => path.split("/").at(-1)?.toLowerCase() === "imsmanifest.xml";

/** What a package says it holds: QTI 3.0.1 down to 2.0 list their resources alike. */
export const listPackage = (files: ReadonlyMap<string, string>): Contents => {
  const manifests = [...files.keys()].filter(isManifest).toSorted((a, b) => depth(a) - depth(b));
  const [manifest, another] = manifests;
  if (manifest === undefined) return { ok: true, manifest: null, version: "", listed: unlisted(files) };
  if (another !== undefined && depth(another) === depth(manifest)) {
    const cause = `There are two packages in one: ${manifest} and ${another}.`;
    return { ok: false, problem: { file: manifest, line: 1, code: "repeated", cause } };
  }
  const parsed = parseXml(files.get(manifest) ?? "", manifest, { ...foreign, largest: 30_000_000 });
  if (!parsed.ok) return parsed;
  if (parsed.root.name !== "manifest") {
    const cause = `${manifest} is a ${parsed.root.name}, not a manifest.`;
    return { ok: false, problem: { file: manifest, line: parsed.root.line, code: "wrong-root", cause } };
  }
  return readManifest(parsed.root, manifest);
};

const depth = (path: string) => path.split("/").length;

const unlisted = (files: ReadonlyMap<string, string>): readonly Listed[] =>
  [...files.keys()].toSorted().map((path) => ({ identifier: "", kind: "item" as const, path, files: [path], line: 1 }));

const readManifest = (root: XmlElement, manifest: string): Contents => {
  const metadata = childNamed(root, "metadata");
  const version = metadata === null ? null : childNamed(metadata, "schemaversion");
  const resources = childNamed(root, "resources");
  const listed: Listed[] = [];
  for (const resource of resources === null ? [] : childrenNamed(resources, "resource")) {
    const folder = [root, resources, resource].reduce(
      (base: string | null, element) => (base === null ? null : pathFrom(base, element?.attributes["xml:base"] ?? "")),
      folderOf(manifest),
    );
    const within = (name: string) => (folder === null || isElsewhere(name) ? null : pathFrom(folder, plain(name)));
    const named = childrenNamed(resource, "file").map((file) => file.attributes.href ?? "");
    const href = resource.attributes.href ?? named[0] ?? "";
    const paths = [href, ...named].filter((name) => name !== "").map(within);
    const [path] = paths;
    const kind = kindOf(resource.attributes.type ?? "");
    if (path === undefined && kind === "other") continue;
    if (paths.some((each) => each === null) || path === undefined || path === null) {
      if (kind === "other" && isElsewhere(href)) continue;
      const cause = `The manifest names "${href.slice(0, 120)}", which is not in the package.`;
      return { ok: false, problem: { file: manifest, line: resource.line, code: "bad-path", cause } };
    }
    const identifier = resource.attributes.identifier ?? "";
    const all = [...new Set(paths.flatMap((each) => each ?? []))];
    listed.push({ identifier, kind, path, files: all, line: resource.line });
  }
  return { ok: true, manifest, version: version === null ? "" : textOf(version), listed };
};

const isElsewhere = (name: string) => /^[a-z][a-z0-9+.-]*:|^[/\\]/i.test(name);

/** Names in a manifest may be written as in an address. */
const plain = (name: string) => {
  const path = name.split(/[?#]/)[0] ?? "";
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

const kindOf = (type: string): ResourceKind => {
  if (/^imsqti_(item|assessmentitem)_xml/i.test(type)) return "item";
  if (/^imsqti_stimulus_xml/i.test(type)) return "stimulus";
  if (/^imsqti_(test|assessment)_xml/i.test(type)) return "test";
  return /^imsqti_xmlv1|^imsqti_asi_xmlv1/i.test(type) ? "old" : "other";
};
