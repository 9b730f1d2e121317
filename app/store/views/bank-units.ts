import { criteriaOf, knowledgeSpecification } from "../../exam/item/knowledge-specification.ts";
import type { PrismaClient } from "../generated/client.ts";

export type BankUnit = {
  readonly id: string;
  /** With its reference, where the awarding body gives it one: `CS8 Understand customers`. */
  readonly name: string;
  /** Content areas or criteria; `items` says how many there are of each, but the retired. */
  readonly areas: readonly {
    readonly value: string;
    readonly area: string;
    readonly title: string;
    readonly items: number;
  }[];
};

/** Units that are sat first, then those answered criterion by criterion. */
export async function bankUnits(db: PrismaClient): Promise<readonly BankUnit[]> {
  const components = await db.component.findMany({
    select: { id: true, title: true, areas: true },
    orderBy: { title: "asc" },
  });
  const knowledge = await db.knowledgeUnit.findMany({ orderBy: { ref: "asc" } });
  const counts = await itemsByArea(db);
  const items = (unit: string, area: string) => counts.get(`${unit}:${area}`) ?? 0;
  return [
    ...components.map(({ id, title, areas }) => ({
      id,
      name: title,
      areas: Object.entries(areas as Record<string, string>).map(([area, title]) => ({
        value: area,
        area,
        title,
        items: items(id, area),
      })),
    })),
    ...knowledge.map(({ id, ref, title, specification }) => ({
      id,
      name: `${ref} ${title}`,
      areas: criteriaOf(knowledgeSpecification.parse(specification)).map(({ criterion, title }) => ({
        value: `${id}:${criterion}`,
        area: criterion,
        title,
        items: items(id, criterion),
      })),
    })),
  ];
}

async function itemsByArea(db: PrismaClient): Promise<ReadonlyMap<string, number>> {
  const rows = await db.$queryRaw<{ unit: string; area: string; items: number }[]>`
    SELECT coalesce(c."componentId", k."unitId") AS unit, i.area, count(*)::int AS items
    FROM item_index i
      LEFT JOIN component_items c ON c."itemId" = i."itemId"
      LEFT JOIN knowledge_items k ON k."itemId" = i."itemId"
    WHERE NOT EXISTS (SELECT 1 FROM retired_items r WHERE r."itemId" = i."itemId")
    GROUP BY 1, 2`;
  return new Map(rows.map(({ unit, area, items }) => [`${unit}:${area}`, items]));
}
