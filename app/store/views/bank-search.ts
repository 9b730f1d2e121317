import type { InteractionType } from "../../exam/item/body.ts";
import type { Objective } from "../../exam/item/item.ts";
import { Prisma, type PrismaClient } from "../generated/client.ts";
import type { BankAsked } from "./bank-list.ts";

/** How an item stands: in use as it is, with a draft on its way to the next version, or retired. */
export const itemStandings = ["live", "draft", "review", "approved", "retired"] as const;
export type ItemStanding = (typeof itemStandings)[number];

export type ListedItem = {
  /** The newest version of the item. */
  readonly id: string;
  readonly itemId: string;
  readonly version: number;
  readonly title: string;
  /** The unit it was written for; empty for an item that came from elsewhere. */
  readonly unit: string;
  /** A content area or, where the unit has criteria, a criterion. */
  readonly area: string;
  readonly objectives: readonly Objective[];
  readonly commandWord: string;
  readonly marks: number;
  readonly marking: "auto" | "person";
  readonly interactions: readonly InteractionType[];
  readonly standing: ItemStanding;
  /** The draft that somebody is working on. */
  readonly draft: string | null;
  /** How often a form that has any version of it was started. */
  readonly started: number;
  readonly changedAt: Date;
};

export type ListCounts = {
  /** Of what was asked, on all pages. */
  readonly found: number;
  readonly marks: number;
  /** By standing, of what was asked but for the standing. */
  readonly standings: Readonly<Record<ItemStanding, number>>;
};

/** Every item at its newest version, with its unit, how it stands and how often it was shown. */
const everyItem = Prisma.sql`
  SELECT i.*, coalesce(c."componentId", k."unitId", '') AS unit, d.id AS draft,
    CASE WHEN r."itemId" IS NOT NULL THEN 'retired' ELSE coalesce(d.state, 'live') END AS standing,
    coalesce(e.started, 0) AS started
  FROM item_index i
    LEFT JOIN component_items c ON c."itemId" = i."itemId"
    LEFT JOIN knowledge_items k ON k."itemId" = i."itemId"
    LEFT JOIN retired_items r ON r."itemId" = i."itemId"
    LEFT JOIN item_drafts d ON d."itemId" = i."itemId" AND d.state IN ('draft', 'review', 'approved')
    LEFT JOIN (
      SELECT v."itemId", sum(a.started)::int AS started
      FROM (SELECT "formId", count(*) AS started FROM attempts WHERE "startedAt" IS NOT NULL GROUP BY "formId") a
        JOIN form_items f ON f."formId" = a."formId" JOIN item_versions v ON v.id = f."itemVersionId"
      GROUP BY v."itemId"
    ) e ON e."itemId" = i."itemId"`;

/** One page of what was asked, and how much there is in all. */
export async function listItems(
  db: PrismaClient,
  asked: BankAsked,
  onPage: number,
): Promise<{ readonly items: readonly ListedItem[]; readonly counts: ListCounts }> {
  const where = conditions(asked);
  const counted = await db.$queryRaw<{ standing: ItemStanding; items: number; marks: number }[]>`
    SELECT standing, count(*)::int AS items, sum(marks)::int AS marks FROM (${everyItem}) l
    WHERE ${Prisma.join(where, " AND ")} GROUP BY standing`;
  const wanted = asked.standing === null ? where : [...where, Prisma.sql`standing = ${asked.standing}`];
  const items = await db.$queryRaw<ListedItem[]>`
    SELECT "versionId" AS id, "itemId", version, title, unit, area, objectives, "commandWord", marks, marking,
      interactions, standing, draft, started, "changedAt"
    FROM (${everyItem}) l WHERE ${Prisma.join(wanted, " AND ")}
    ORDER BY ${orders[asked.sort]}, "itemId" LIMIT ${onPage} OFFSET ${(asked.page - 1) * onPage}`;
  const isAsked = ({ standing }: { standing: ItemStanding }) => asked.standing === null || standing === asked.standing;
  const of = (standing: ItemStanding) => counted.find((row) => row.standing === standing)?.items ?? 0;
  return {
    items,
    counts: {
      found: sum(counted.filter(isAsked).map((row) => row.items)),
      marks: sum(counted.filter(isAsked).map((row) => row.marks)),
      standings: {
        live: of("live"),
        draft: of("draft"),
        review: of("review"),
        approved: of("approved"),
        retired: of("retired"),
      },
    },
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** All but the standing, which is counted apart. */
function conditions(asked: BankAsked): Prisma.Sql[] {
  const [area = "", unitOfArea] = asked.area.split(":").toReversed();
  const all = [Prisma.sql`TRUE`];
  const add = (isAsked: boolean, condition: Prisma.Sql) => isAsked && all.push(condition);
  const like = `%${asked.q.replace(/[\\%_]/g, "\\$&")}%`;
  add(
    asked.q !== "",
    Prisma.sql`("itemId" || ' ' || title || ' ' || "commandWord" ILIKE ${like} OR words ILIKE ${like})`,
  );
  add(asked.unit !== "", Prisma.sql`unit = ${asked.unit}`);
  add(unitOfArea !== undefined, Prisma.sql`unit = ${unitOfArea ?? ""} AND area = ${area}`);
  add(unitOfArea === undefined && area !== "", Prisma.sql`starts_with(area, ${area})`);
  add(asked.objective !== null, Prisma.sql`${asked.objective} = ANY(objectives)`);
  add(asked.interaction !== "", Prisma.sql`${asked.interaction} = ANY(interactions)`);
  add(asked.marks !== null, Prisma.sql`marks = ${asked.marks}`);
  add(asked.marking !== null, Prisma.sql`marking = ${asked.marking}`);
  add(asked.used === "yes", Prisma.sql`"itemId" IN (${inForms})`);
  add(asked.used === "no", Prisma.sql`"itemId" NOT IN (${inForms})`);
  add(
    asked.writer !== null,
    Prisma.sql`"itemId" IN (SELECT d."itemId" FROM item_drafts d JOIN item_draft_writers w ON w."draftId" = d.id
      WHERE w."staffId" = ${asked.writer}::uuid AND d.state <> 'dropped')`,
  );
  return all;
}

const inForms = Prisma.sql`SELECT v."itemId" FROM form_items f JOIN item_versions v ON v.id = f."itemVersionId"
  JOIN forms o ON o.id = f."formId" WHERE o."retiredAt" IS NULL`;

/** Areas and criteria in the order people count them: A2 before A10, 1.2 before 1.10. */
const areaOrder = (direction: Prisma.Sql) => Prisma.sql`unit, regexp_replace(area, '\\d+$', '') ${direction},
  coalesce(substring(area from '\\d+$'), '0')::int ${direction}`;
const [up, down] = [Prisma.sql`ASC`, Prisma.sql`DESC`];

const orders: Readonly<Record<BankAsked["sort"], Prisma.Sql>> = {
  item: Prisma.sql`"itemId"`,
  "-item": Prisma.sql`"itemId" DESC`,
  title: Prisma.sql`lower(title)`,
  "-title": Prisma.sql`lower(title) DESC`,
  area: areaOrder(up),
  "-area": areaOrder(down),
  marks: Prisma.sql`marks`,
  "-marks": Prisma.sql`marks DESC`,
  started: Prisma.sql`started`,
  "-started": Prisma.sql`started DESC`,
  changed: Prisma.sql`"changedAt"`,
  "-changed": Prisma.sql`"changedAt" DESC`,
};
