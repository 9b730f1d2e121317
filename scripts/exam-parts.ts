import { createHash } from "node:crypto";
import type { Plugin, Rollup } from "vite";

type Bundle = Rollup.OutputBundle;

/**
 * Writes `exam-parts.js` beside the built files: everything the learner's page is made from, for `public/exam-worker.js` to
 * keep. Taken from the bundler's own graph, so that a file nobody thought of is on the list too.
 */
export function examParts(): Plugin {
  let forServer = false;
  return {
    name: "exam-parts",
    apply: "build",
    configResolved(config) {
      forServer = Boolean(config.build.ssr);
    },
    generateBundle(_options, bundle) {
      if (forServer) return;
      const [page, entry, frame] = ["routes/exam.tsx", "entry.client.tsx", "root.tsx"].map((name) =>
        chunkOf(bundle, `app/${name}`),
      );
      const found = new Set<string>();
      for (const name of [page, entry, frame]) if (name !== undefined) follow(bundle, name, found);
      const files = [...found, "look.js", "favicon.svg"].map((name) => `/${name}`).sort();
      const version = createHash("sha256").update(files.join("\n")).digest("hex").slice(0, 16);
      const parts = JSON.stringify({ version, exam: page, files }, null, 2);
      this.emitFile({ type: "asset", fileName: "exam-parts.js", source: `self.examParts = ${parts};\n` });
    },
  };
}

function chunkOf(bundle: Bundle, module: string): string {
  const found = Object.values(bundle).find(
    (one) => one.type === "chunk" && one.facadeModuleId?.split("?")[0]?.endsWith(`/${module}`),
  );
  if (found === undefined) throw new Error(`The build has no ${module}.`);
  return found.fileName;
}

function follow(bundle: Bundle, name: string, found: Set<string>) {
  const one = bundle[name];
  if (one === undefined || found.has(name)) return;
  found.add(name);
  for (const other of neededBy(one)) follow(bundle, other, found);
}

function neededBy(one: Rollup.OutputAsset | Rollup.OutputChunk): readonly string[] {
  if (one.type === "chunk") return [...one.imports, ...one.dynamicImports, ...(one.viteMetadata?.importedCss ?? [])];
  if (!one.fileName.endsWith(".css")) return [];
  // Fonts are named in the styles only; of the two kinds, every browser that can keep a page reads the smaller one.
  return (String(one.source).match(/[\w./-]+\.woff2/g) ?? []).map((font) => font.replace(/^\//, ""));
}
