import { z } from "zod";
import { refused } from "../../exam/people/refusals.ts";
import { command } from "../door.ts";
import type { PackageReader } from "./package-reader.ts";

/** Small enough that whoever waits sees the bar move. */
const slice = 100;

const input = z.object({ report: z.uuid() });

/** Reads the next resources of an import. Asked for again at the end, or by two people at once, it reads nothing twice. */
export const readSlice = (reader: PackageReader) =>
  command<z.infer<typeof input>, { readonly done: number; readonly total: number }>({
    name: "read import",
    who: ["item-writer", "administrator"],
    input,
    async run({ tx, ids }, { report: id }) {
      const report = await tx.imports.lock(id);
      if (report === null) return refused("not-found");
      const { done, total } = report;
      if (done >= total) return { ok: true, value: { done, total }, audit: [] };
      const lines = reader.read(await tx.imports.files(id), done, slice);
      const counted = (outcome: string) => lines.filter((line) => line.outcome === outcome).length;
      await tx.imports.addLines(
        id,
        lines.map((line, at) => ({ ...line, id: ids.next(), number: done + at + 1 })),
      );
      const counts = { native: counted("native"), opaque: counted("opaque"), rejected: counted("rejected") };
      await tx.imports.advance(id, { done: done + lines.length, ...counts });
      return { ok: true, value: { done: done + lines.length, total }, audit: [] };
    },
  });
