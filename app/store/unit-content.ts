import { withoutPractice } from "../exam/form/assembly/candidate.ts";
import { type Form, placesOf } from "../exam/form/form.ts";
import { formName } from "../exam/form/form-name.ts";
import type { Item, Stimulus } from "../exam/item/item.ts";
import type { Client } from "./store.ts";

export type UnitContent = Awaited<ReturnType<typeof unitContent>>;

/** Fewer marks than these say little about how hard an item is. */
const enoughMarks = 20;

/**
 * All that forms of a unit can be made of: every item and stimulus at its newest version, but the retired, and the forms in
 * use.
 */
export async function unitContent(client: Client, componentId: string) {
  const known = await client.componentItem.findMany({ where: { componentId }, select: { itemId: true } });
  const retired = await client.retiredItem.findMany({ select: { itemId: true } });
  const gone = new Set(retired.map(({ itemId }) => itemId));
  const rows = await client.itemVersion.findMany({
    where: { itemId: { in: known.map(({ itemId }) => itemId).filter((id) => !gone.has(id)) } },
    distinct: ["itemId"],
    orderBy: [{ itemId: "asc" }, { version: "desc" }],
    select: { id: true, itemId: true, version: true, content: true },
  });
  const all = rows.map(({ content, ...row }) => ({ ...row, item: content as unknown as Item }));
  const practice = await client.form.findMany({ where: { componentId, practice: true }, select: { content: true } });
  const free = withoutPractice(
    all.map(({ item }) => item),
    practice.map(({ content }) => content as unknown as Form),
  );
  const items = all.filter(({ item }) => free.includes(item));
  const stimuli = await client.stimulusVersion.findMany({
    where: { stimulusId: { in: [...new Set(items.flatMap(({ item }) => item.stimulus ?? []))] } },
    distinct: ["stimulusId"],
    orderBy: [{ stimulusId: "asc" }, { version: "desc" }],
    select: { id: true, stimulusId: true, content: true },
  });
  const forms = await client.form.findMany({
    where: { componentId, practice: false, retiredAt: null },
    orderBy: [{ code: "asc" }, { version: "asc" }],
    select: { id: true, code: true, version: true, content: true },
  });
  return {
    items,
    stimuli: stimuli.map(({ content, ...row }) => ({ ...row, stimulus: content as unknown as Stimulus })),
    formsInUse: forms.map(({ content, ...form }) => ({
      id: form.id,
      code: form.code,
      name: formName(form),
      items: placesOf(content as unknown as Form).map(({ item }) => item),
    })),
    facilities: await facilitiesOf(
      client,
      items.map(({ itemId }) => itemId),
    ),
  };
}

/** Every stimulus that one of these items has ever referred to, at its newest version. */
export async function stimuliOf(client: Client, itemIds: readonly string[]): Promise<readonly Stimulus[]> {
  const rows = await client.$queryRaw<{ content: Stimulus }[]>`
    SELECT DISTINCT ON (s."stimulusId") s.content FROM stimulus_versions s
    WHERE s."stimulusId" IN
      (SELECT v.content->>'stimulus' FROM item_versions v WHERE v."itemId" = ANY(${[...itemIds]}))
    ORDER BY s."stimulusId", s.version DESC`;
  return rows.map(({ content }) => content);
}

export const picturesOfUnit = async (client: Client, componentId: string): Promise<Record<string, string>> => {
  const rows = await client.bankPicture.findMany({ where: { componentId } });
  return Object.fromEntries(rows.map(({ name, data }) => [name, data]));
};

/** Mean mark as a share of the marks there are, over every version of an item, by the marks that count. */
async function facilitiesOf(client: Client, itemIds: readonly string[]): Promise<Readonly<Record<string, number>>> {
  const rows = await client.$queryRaw<{ itemId: string; facility: number }[]>`
    SELECT v."itemId", avg(m.marks::float8 / m.max) AS facility
    FROM marks m JOIN responses r ON r.id = m."responseId" JOIN item_versions v ON v.id = r."itemVersionId"
    WHERE v."itemId" = ANY(${[...itemIds]}) AND r.counts
      AND NOT EXISTS (SELECT 1 FROM marks n WHERE n."supersedesId" = m.id)
    GROUP BY v."itemId" HAVING count(*) >= ${enoughMarks}`;
  return Object.fromEntries(rows.map(({ itemId, facility }) => [itemId, facility]));
}
