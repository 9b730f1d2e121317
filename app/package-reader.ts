import type { PackageReader } from "./commands/bank/package-reader.ts";
import { unzip } from "./platform/zip.ts";
import { openPackage } from "./qti/package-read.ts";

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** The reader of packages that an installation works with. */
export const packageReader: PackageReader = {
  async open(name, bytes) {
    const unpacked = isZip(bytes) || /\.(zip|imscc)$/i.test(name) ? await unzip(bytes) : null;
    if (unpacked?.ok === false) {
      const { code, file, cause } = unpacked;
      return { ok: false, refusal: { code, file: file ?? name, line: 1, message: cause } };
    }
    const files = unpacked?.files ?? [{ path: name, bytes }];
    const result = openPackage(files);
    if (!result.ok) return result;
    const { version, listed, leftOut, assets } = result.opened;
    const isKept = (path: string) => assets.has(path) || /\.(xml|x?html?|txt)$/i.test(path);
    return {
      ok: true,
      version,
      total: listed.length,
      files: files.filter(({ path }) => isKept(path)),
      leftOut,
    };
  },
  read(files, from, count) {
    const result = openPackage(files);
    if (!result.ok) throw new Error(`A package that was harmless is so no more: ${result.refusal.message}`);
    const { listed, read } = result.opened;
    return listed.slice(from, from + count).map((one) => {
      const { content, ...line } = read(one);
      return { ...line, content: contentOf(content) };
    });
  },
};

type Content = ReturnType<Extract<ReturnType<typeof openPackage>, { ok: true }>["opened"]["read"]>["content"];

const contentOf = (content: Content): object | null => {
  switch (content?.kind) {
    case undefined:
      return null;
    case "item":
      return content.item;
    case "stimulus":
      return content.stimulus;
    case "test":
      return content.form;
  }
};
