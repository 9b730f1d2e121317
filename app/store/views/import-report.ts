import { z } from "zod";
import type { Who } from "../../exam/people/actor.ts";
import { refused } from "../../exam/people/refusals.ts";
import { openDrafts } from "../imports.ts";
import { type BankUnit, bankUnits } from "./bank-units.ts";
import { view } from "./view.ts";

export const importers: readonly Who[] = ["item-writer", "administrator"];

export type ImportNote = {
  readonly code: string;
  readonly file: string;
  readonly line: number;
  readonly message: string;
};
export type ImportedOutcome = "native" | "opaque" | "rejected";
export type ImportLine = {
  readonly id: string;
  readonly number: number;
  readonly path: string;
  readonly kind: string;
  readonly outcome: ImportedOutcome;
  readonly version: string;
  readonly identifier: string;
  readonly title: string;
  readonly interactions: readonly string[];
  readonly reasons: readonly { readonly code: string; readonly line: number; readonly message: string }[];
  /** The working copy that was made of it and is still open. */
  readonly draft: string | null;
};
export type ImportSummary = {
  readonly id: string;
  readonly fileName: string;
  readonly startedAt: number;
  readonly startedBy: string;
  readonly total: number;
  readonly done: number;
  readonly native: number;
  readonly opaque: number;
  readonly rejected: number;
  readonly refused: ImportNote | null;
};
export type ImportReportView = {
  readonly report: ImportSummary & { readonly version: string; readonly leftOut: readonly ImportNote[] };
  /** At most 500 unless the whole was asked for. */
  readonly lines: readonly ImportLine[];
  readonly found: number;
  /** Where a draft can be made. */
  readonly units: readonly BankUnit[];
};

/** The latest imports, newest first. */
export const importList = view<Record<string, never>, { readonly imports: readonly ImportSummary[] }>({
  who: importers,
  input: z.object({}).transform(() => ({})),
  async read({ db }) {
    const rows = await db.importReport.findMany({ orderBy: { startedAt: "desc" }, take: 20 });
    return { ok: true, imports: rows.map(summary) };
  },
});

const input = z.object({
  report: z.uuid(),
  outcome: z.enum(["native", "opaque", "rejected"]).nullable().catch(null),
  /** Part of a path, an identifier or a title. */
  q: z.string().trim().max(80).catch(""),
  whole: z.boolean().catch(false),
});

/** What became of each resource of one import. */
export const importReport = view<z.infer<typeof input>, ImportReportView>({
  who: importers,
  input,
  async read({ db }, { report: id, outcome, q, whole }) {
    const row = await db.importReport.findUnique({ where: { id } });
    if (row === null) return refused("not-found");
    const like = { contains: q, mode: "insensitive" as const };
    const where = {
      reportId: id,
      ...(outcome === null ? {} : { outcome }),
      ...(q === "" ? {} : { OR: [{ path: like }, { identifier: like }, { title: like }] }),
    };
    const found = await db.importedResource.count({ where });
    const lines = await db.importedResource.findMany({
      where,
      orderBy: { number: "asc" },
      omit: { reportId: true, content: true, assets: true },
      include: { drafts: openDrafts },
      ...(whole ? {} : { take: 500 }),
    });
    const leftOut = row.leftOut as unknown as readonly ImportNote[];
    return {
      ok: true,
      report: { ...summary(row), version: row.version, leftOut },
      lines: lines.map(({ drafts, ...line }) => ({
        ...(line as unknown as Omit<ImportLine, "draft">),
        draft: drafts[0]?.id ?? null,
      })),
      found,
      units: await bankUnits(db),
    };
  },
});

type Row = Omit<ImportSummary, "startedAt" | "refused"> & { readonly startedAt: Date; readonly refusal: unknown };

const summary = (row: Row): ImportSummary => ({
  id: row.id,
  fileName: row.fileName,
  startedAt: row.startedAt.getTime(),
  startedBy: row.startedBy,
  total: row.total,
  done: row.done,
  native: row.native,
  opaque: row.opaque,
  rejected: row.rejected,
  refused: row.refusal as ImportNote | null,
});
