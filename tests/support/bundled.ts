import path from "node:path";
import { build } from "esbuild";

const root = path.resolve(import.meta.dirname, "../..");

/**
 * Bundles a server of the tests as `npm run build:server` bundles, so that it differs from the real one in nothing but what it
 * is for. Answers the file; it lies beside the dependencies, so that it finds them.
 */
export async function bundled(source: string): Promise<string> {
  const outfile = bundleOf(source);
  await build({
    entryPoints: [source],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    sourcemap: true,
  });
  return outfile;
}

export const bundleOf = (source: string) =>
  path.join(root, "node_modules/.cache/examhall", `${path.basename(source, ".ts")}.js`);
