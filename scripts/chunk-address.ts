import type { Plugin } from "vite";

const asked = "?address";
const answer = "\0address:";

/**
 * `import address from "./part.tsx?address"`: where the browser finds what `import("./part.tsx")` brings. Empty on the server.
 * For parts that are asked for again after the network was gone: browsers keep the failure of an address (HTML standard,
 * "fetch a single module script"), so only another address asks the network once more.
 */
export function chunkAddress(): Plugin {
  let config: { readonly root: string; readonly built: boolean };
  return {
    name: "chunk-address",
    enforce: "pre",
    configResolved({ root, command }) {
      config = { root, built: command === "build" };
    },
    async resolveId(source, importer) {
      if (!source.endsWith(asked)) return null;
      const part = await this.resolve(source.slice(0, -asked.length), importer);
      if (part === null) throw new Error(`There is no ${source}, which ${importer} asks the address of.`);
      return answer + part.id;
    },
    load(id, options) {
      if (!id.startsWith(answer)) return null;
      const part = id.slice(answer.length);
      if (options?.ssr) return `export default "";`;
      if (!config.built) return `export default ${JSON.stringify(part.slice(config.root.length))};`;
      return `export default import.meta.ROLLUP_FILE_URL_${this.emitFile({ type: "chunk", id: part })};`;
    },
  };
}
