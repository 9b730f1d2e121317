import { z } from "zod";
import { command } from "../door.ts";
import type { PackageReader } from "./package-reader.ts";

const input = z.object({
  name: z
    .string()
    .trim()
    .max(200)
    .transform((name) => name.split(/[\\/]/).at(-1) ?? "")
    .pipe(z.string().min(1, "Choose a file first.")),
  bytes: z.custom<Uint8Array>((given) => given instanceof Uint8Array && given.length > 0, "Choose a file first."),
});

/**
 * Takes in a package or a single file. Of a hostile one only the report is kept, and the reason; of any other its files,
 * to be read in slices by `readSlice`.
 */
export const receivePackage = (reader: PackageReader) =>
  command<z.infer<typeof input>, { readonly report: string }>({
    name: "import package",
    who: ["item-writer", "administrator"],
    input,
    async run({ tx, now, actor, ids }, { name, bytes }) {
      const opened = await reader.open(name, bytes);
      const id = ids.next();
      const started = { id, fileName: name, at: now, by: actor === null || actor.kind === "system" ? null : actor.id };
      await tx.imports.begin({
        ...started,
        byName: actor?.name ?? "",
        version: opened.ok ? opened.version : "",
        total: opened.ok ? opened.total : 0,
        refusal: opened.ok ? null : opened.refusal,
        leftOut: opened.ok ? opened.leftOut : [],
      });
      if (opened.ok) {
        await tx.imports.keepFiles(
          id,
          opened.files.map((file) => ({ ...file, id: ids.next() })),
        );
      }
      const outcome = opened.ok ? { resources: opened.total } : { refused: opened.refusal.code };
      return { ok: true, value: { report: id }, audit: [{ detail: { file: name, ...outcome } }] };
    },
  });
