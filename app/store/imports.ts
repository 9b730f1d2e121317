import type { Instant } from "../exam/time/time.ts";
import { Prisma } from "./generated/client.ts";
import type { Client } from "./store.ts";

export type ImportRows = ReturnType<typeof importRows>;

type Begun = {
  readonly id: string;
  readonly fileName: string;
  readonly version: string;
  readonly at: Instant;
  readonly by: string | null;
  readonly byName: string;
  readonly total: number;
  readonly refusal: object | null;
  readonly leftOut: readonly object[];
};

type Line = {
  readonly id: string;
  readonly number: number;
  readonly path: string;
  readonly kind: string;
  readonly outcome: string;
  readonly version: string;
  readonly identifier: string;
  readonly title: string;
  readonly interactions: readonly string[];
  readonly reasons: readonly object[];
  readonly assets: readonly string[];
  readonly content: object | null;
};

type Counts = {
  readonly done: number;
  readonly native: number;
  readonly opaque: number;
  readonly rejected: number;
};

/** Of a resource, the working copies that are neither published nor dropped. */
export const openDrafts = {
  where: { state: { in: ["draft", "review", "approved"] } },
  select: { id: true },
  orderBy: { madeAt: "asc" },
} satisfies Prisma.ImportedResource$draftsArgs;

export const importRows = (client: Client) => ({
  async begin({ at, by, byName, refusal, leftOut, ...report }: Begun) {
    await client.importReport.create({
      data: {
        ...report,
        startedAt: new Date(at),
        startedById: by,
        startedBy: byName,
        refusal: refusal ?? Prisma.DbNull,
        leftOut: [...leftOut],
      },
    });
  },

  async keepFiles(reportId: string, files: readonly { id: string; path: string; bytes: Uint8Array }[]) {
    await client.importedFile.createMany({
      data: files.map(({ id, path, bytes }) => ({ id, reportId, path, bytes: Uint8Array.from(bytes) })),
    });
  },

  /** Null when there is no such report; held until the end of the transaction. */
  async lock(id: string): Promise<{ readonly done: number; readonly total: number } | null> {
    const [row] = await client.$queryRaw<
      { done: number; total: number }[]
    >`SELECT done, total FROM import_reports WHERE id = ${id}::uuid FOR UPDATE`;
    return row ?? null;
  },

  /** One resource of an import, held until the end of the transaction, with the open draft that was made of it. */
  async lockResource(id: string) {
    await client.$queryRaw`SELECT id FROM imported_resources WHERE id = ${id}::uuid FOR UPDATE`;
    const row = await client.importedResource.findUnique({ where: { id }, include: { drafts: openDrafts } });
    if (row === null) return null;
    const { kind, outcome, path, content, drafts } = row;
    const [reason] = row.reasons as unknown as readonly { readonly message: string }[];
    const { reportId } = row;
    return { kind, outcome, path, content, reportId, draft: drafts[0]?.id ?? null, why: reason?.message ?? "" };
  },

  /** The bytes of a file that came with an import; null when there is none of that path. */
  async file(reportId: string, path: string): Promise<Uint8Array | null> {
    const row = await client.importedFile.findUnique({ where: { reportId_path: { reportId, path } } });
    return row?.bytes ?? null;
  },

  files: (reportId: string) =>
    client.importedFile.findMany({
      where: { reportId },
      orderBy: { path: "asc" },
      select: { path: true, bytes: true },
    }),

  async addLines(reportId: string, lines: readonly Line[]) {
    await client.importedResource.createMany({
      data: lines.map(({ interactions, reasons, assets, content, ...line }) => ({
        ...line,
        reportId,
        interactions: [...interactions],
        reasons: [...reasons],
        assets: [...assets],
        content: content ?? Prisma.DbNull,
      })),
    });
  },

  async advance(id: string, { done, native, opaque, rejected }: Counts) {
    await client.importReport.update({
      where: { id },
      data: {
        done,
        native: { increment: native },
        opaque: { increment: opaque },
        rejected: { increment: rejected },
      },
    });
  },
});
