import { z } from "zod";
import { type DraftState, draftStates } from "../../exam/authoring/life.ts";
import { draftReaders } from "../../exam/authoring/writers.ts";
import { type Instant, instant } from "../../exam/time/time.ts";
import type { Prisma } from "../generated/client.ts";
import { type BankUnit, bankUnits } from "./bank-units.ts";
import { view } from "./view.ts";

const onPage = 50;

const input = z.object({
  /** Part of an identifier or a title. */
  q: z.string().trim().max(80).catch(""),
  unit: z.string().max(80).catch(""),
  /** "open" is every draft that can still become a version. */
  state: z.enum(["open", ...draftStates]).catch("open"),
  whose: z.enum(["all", "mine", "to-review"]).catch("all"),
  page: z.coerce.number().int().min(1).max(1_000_000).catch(1),
});
type Asked = z.infer<typeof input>;

export type ItemDraftLine = {
  readonly id: string;
  readonly itemId: string;
  readonly title: string;
  readonly unit: string;
  readonly state: DraftState;
  readonly marks: number;
  /** The version it changes; null for a new item. */
  readonly base: number | null;
  readonly published: { readonly versionId: string; readonly version: number } | null;
  readonly writers: readonly string[];
  readonly mine: boolean;
  readonly changedAt: Instant;
  readonly changedBy: string;
  /** Comments that nobody has seen to yet. */
  readonly comments: number;
};

export type ItemDraftList = {
  readonly lines: readonly ItemDraftLine[];
  readonly found: number;
  readonly pages: number;
  /** In review, and not written by whoever looks. */
  readonly toReview: number;
  readonly units: readonly BankUnit[];
  readonly asked: Asked;
};

/** Working copies of items: one's own, those that wait for one's review, everybody's. The latest changed come first. */
export const itemDrafts = view<Asked, ItemDraftList>({
  who: draftReaders,
  input,
  async read({ db, actor }, asked) {
    const me = actor?.kind === "staff" ? actor.id : "";
    const where = matching(asked, me);
    const found = await db.itemDraft.count({ where });
    const rows = await db.itemDraft.findMany({
      where,
      omit: { content: true },
      include: {
        base: { select: { version: true } },
        published: { select: { id: true, version: true } },
        changedBy: { select: { name: true } },
        writers: { include: { staff: { select: { name: true } } }, orderBy: { firstAt: "asc" } },
      },
      orderBy: [{ changedAt: "desc" }, { id: "asc" }],
      skip: (asked.page - 1) * onPage,
      take: onPage,
    });
    const open = await db.itemComment.groupBy({
      by: ["itemId"],
      where: { itemId: { in: rows.map(({ itemId }) => itemId) }, resolution: null },
      _count: true,
    });
    const units = await bankUnits(db);
    return {
      ok: true,
      asked,
      found,
      pages: Math.ceil(found / onPage),
      toReview: await db.itemDraft.count({ where: waitingFor(me) }),
      units,
      lines: rows.map((row) => ({
        id: row.id,
        itemId: row.itemId,
        title: row.title,
        unit: units.find(({ id }) => id === row.unitId)?.name ?? row.unitId,
        state: row.state as DraftState,
        marks: row.maxMark,
        base: row.base?.version ?? null,
        published: row.published && { versionId: row.published.id, version: row.published.version },
        writers: row.writers.map(({ staff }) => staff.name),
        mine: row.writers.some(({ staffId }) => staffId === me),
        changedAt: instant(row.changedAt.getTime()),
        changedBy: row.changedBy.name,
        comments: open.find(({ itemId }) => itemId === row.itemId)?._count ?? 0,
      })),
    };
  },
});

/** What somebody can review: in review, and they wrote none of it. */
export const waitingFor = (staffId: string): Prisma.ItemDraftWhereInput => ({
  state: "review",
  writers: { none: { staffId } },
});

function matching({ q, unit, state, whose }: Asked, me: string): Prisma.ItemDraftWhereInput {
  const like = { contains: q, mode: "insensitive" as const };
  return {
    AND: [
      state === "open" ? { state: { in: ["draft", "review", "approved"] } } : { state },
      ...(unit === "" ? [] : [{ unitId: unit }]),
      ...(q === "" ? [] : [{ OR: [{ itemId: like }, { title: like }] }]),
      ...(whose === "mine" ? [{ writers: { some: { staffId: me } } }] : []),
      ...(whose === "to-review" ? [waitingFor(me)] : []),
    ],
  };
}
