import { z } from "zod";
import { formName } from "../../exam/form/form-name.ts";
import { objectives } from "../../exam/item/item.ts";
import type { Who } from "../../exam/people/actor.ts";
import { type Instant, instant } from "../../exam/time/time.ts";
import type { PrismaClient } from "../generated/client.ts";
import { itemStandings, type ListCounts, type ListedItem, listItems } from "./bank-search.ts";
import { type BankUnit, bankUnits } from "./bank-units.ts";
import { view } from "./view.ts";

/** Who may see keys and mark schemes: nobody who is in a centre's exam room. */
export const bankReaders: readonly Who[] = ["item-writer", "senior-examiner", "awarder", "administrator"];

export const bankSorts = [
  "item",
  "-item",
  "title",
  "-title",
  "area",
  "-area",
  "marks",
  "-marks",
  "started",
  "-started",
  "changed",
  "-changed",
] as const;

const input = z.object({
  /** Part of an identifier, a title, a command word or the words of the question. */
  q: z.string().trim().max(80).catch(""),
  unit: z.string().max(80).catch(""),
  /** Alone (`C3`), or with the unit whose criterion it is (`understand-customers:1.1`). */
  area: z.string().max(90).catch(""),
  objective: z.enum(objectives).nullable().catch(null),
  interaction: z.string().max(30).catch(""),
  marks: z.coerce.number().int().min(1).max(100).nullable().catch(null),
  marking: z.enum(["auto", "person"]).nullable().catch(null),
  standing: z.enum(itemStandings).nullable().catch(null),
  /** Somebody who has written some of it, by their identifier. */
  writer: z.uuid().nullable().catch(null),
  /** Whether a form in use has it. */
  used: z.enum(["yes", "no"]).nullable().catch(null),
  sort: z.enum(bankSorts).catch("item"),
  page: z.coerce.number().int().min(1).max(1_000_000).catch(1),
});
export type BankAsked = z.infer<typeof input>;

export type BankItemLine = Omit<ListedItem, "changedAt"> & {
  readonly changedAt: Instant;
  /** Names of the forms in use that have it. */
  readonly forms: readonly string[];
};

export type BankFormLine = {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly items: number;
  readonly marks: number;
  readonly minutes: number;
  readonly practice: boolean;
  readonly retired: boolean;
  /** How often it has been started. */
  readonly started: number;
};

export type BankList = {
  readonly items: readonly BankItemLine[];
  readonly forms: readonly BankFormLine[];
  readonly units: readonly BankUnit[];
  readonly writers: readonly { readonly id: string; readonly name: string }[];
  readonly counts: ListCounts;
  readonly pages: number;
  readonly asked: BankAsked;
};

export const itemsOnPage = 50;

/** One page of the items at their newest version, and all forms. */
export const bankList = view<BankAsked, BankList>({
  who: bankReaders,
  input,
  async read({ db }, asked) {
    const { items, counts } = await listItems(db, asked, itemsOnPage);
    const names = await formsWith(
      db,
      items.map(({ itemId }) => itemId),
    );
    return {
      ok: true,
      asked,
      units: await bankUnits(db),
      writers: await writersIn(db),
      counts,
      pages: Math.ceil(counts.found / itemsOnPage),
      items: items.map((row) => lineOf(row, names.get(row.itemId) ?? [])),
      forms: await formLines(db),
    };
  },
});

const lineOf = (row: ListedItem, forms: readonly string[]): BankItemLine => ({
  ...row,
  changedAt: instant(row.changedAt.getTime()),
  forms: forms.toSorted(),
});

/** The names of the forms in use that have one of these items. */
async function formsWith(
  db: PrismaClient,
  itemIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const places = await db.formItem.findMany({
    where: { item: { itemId: { in: [...itemIds] } }, form: { retiredAt: null } },
    select: { item: { select: { itemId: true } }, form: { select: { code: true, version: true } } },
  });
  const names = new Map<string, string[]>();
  for (const { item, form } of places) names.set(item.itemId, [...(names.get(item.itemId) ?? []), formName(form)]);
  return names;
}

async function formLines(db: PrismaClient): Promise<readonly BankFormLine[]> {
  const forms = await db.form.findMany({
    include: { _count: { select: { items: true, attempts: { where: { startedAt: { not: null } } } } } },
    omit: { content: true, pictures: true },
    orderBy: [{ retiredAt: "desc" }, { code: "asc" }, { version: "desc" }],
  });
  return forms.map((form) => ({
    id: form.id,
    name: formName(form),
    title: form.title,
    items: form._count.items,
    marks: form.maxMark,
    minutes: form.minutes,
    practice: form.practice,
    retired: form.retiredAt !== null,
    started: form._count.attempts,
  }));
}

/** Everybody who has written some of a draft. */
async function writersIn(db: PrismaClient) {
  return db.staff.findMany({
    where: { draftsWritten: { some: {} } },
    select: { id: true, name: true },
    orderBy: { name: "asc" },
  });
}
