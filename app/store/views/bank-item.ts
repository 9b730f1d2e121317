import { z } from "zod";
import { formName } from "../../exam/form/form-name.ts";
import { picturesOf } from "../../exam/item/content.ts";
import type { Item, Stimulus } from "../../exam/item/item.ts";
import { criteriaOf, knowledgeSpecification } from "../../exam/item/knowledge-specification.ts";
import { refused } from "../../exam/people/refusals.ts";
import { type Instant, instant } from "../../exam/time/time.ts";
import type { PrismaClient } from "../generated/client.ts";
import { bankReaders } from "./bank-list.ts";
import { view } from "./view.ts";

export type ItemPlace =
  | { readonly kind: "area"; readonly title: string }
  | { readonly kind: "criterion"; readonly unit: string; readonly title: string; readonly outcome: string };

export type BankItem = {
  readonly id: string;
  readonly version: number;
  readonly checksum: string;
  readonly loadedAt: Instant;
  /** Everything, keys and mark scheme included. */
  readonly item: Item;
  readonly stimulus: Stimulus | null;
  readonly pictures: Readonly<Record<string, string>>;
  /** The content area of a unit with forms, or the criterion of a unit without. */
  readonly place: ItemPlace;
  readonly forms: readonly {
    readonly id: string;
    readonly name: string;
    readonly number: number;
    readonly retired: boolean;
  }[];
  readonly versions: readonly { readonly id: string; readonly version: number; readonly loadedAt: Instant }[];
};

/** One version of an item, whole. */
export const bankItem = view<{ item: string }, { found: BankItem }>({
  who: bankReaders,
  input: z.object({ item: z.uuid() }),
  async read({ db }, { item: id }) {
    const row = await db.itemVersion.findUnique({
      where: { id },
      include: { forms: { include: { form: { include: { component: true } }, stimulus: true } } },
    });
    if (row === null) return refused("not-found");
    const item = row.content as unknown as Item;
    const stimulus = (row.forms.find((place) => place.stimulus)?.stimulus?.content ??
      null) as unknown as Stimulus | null;
    const [place] = row.forms;
    const wanted = new Set([...picturesOf(item.body), ...(stimulus ? picturesOf(stimulus.body) : [])]);
    const pictures = Object.entries((place?.form.pictures ?? {}) as Record<string, string>);
    return {
      ok: true,
      found: {
        id,
        version: row.version,
        checksum: row.checksum,
        loadedAt: instant(row.loadedAt.getTime()),
        item,
        stimulus,
        pictures: Object.fromEntries(pictures.filter(([name]) => wanted.has(name))),
        place: await placeOf(db, item),
        forms: row.forms
          .map(({ form, number }) => ({ id: form.id, name: formName(form), number, retired: form.retiredAt !== null }))
          .sort((a, b) => (a.name < b.name ? -1 : 1)),
        versions: await versionsOf(db, row.itemId),
      },
    };
  },
});

async function placeOf(db: PrismaClient, { id: itemId, classification: { area } }: Item): Promise<ItemPlace> {
  const known = await db.knowledgeItem.findFirst({ where: { itemId }, include: { unit: true } });
  if (known !== null) {
    const { ref, title, specification } = known.unit;
    const criterion = criteriaOf(knowledgeSpecification.parse(specification)).find((one) => one.criterion === area);
    return {
      kind: "criterion",
      unit: `${ref} ${title}`,
      title: criterion?.title ?? "",
      outcome: criterion === undefined ? "" : `${criterion.outcome} ${criterion.outcomeTitle}`,
    };
  }
  const component = await db.component.findFirst({ where: { items: { some: { itemId } } }, select: { areas: true } });
  return { kind: "area", title: (component?.areas as Record<string, string> | undefined)?.[area] ?? "" };
}

/** The newest first. */
async function versionsOf(db: PrismaClient, itemId: string) {
  const rows = await db.itemVersion.findMany({
    where: { itemId },
    select: { id: true, version: true, loadedAt: true },
    orderBy: { version: "desc" },
  });
  return rows.map(({ loadedAt, ...row }) => ({ ...row, loadedAt: instant(loadedAt.getTime()) }));
}
