import { z } from "zod";
import { formName } from "../../exam/form/form-name.ts";
import type { InteractionType } from "../../exam/item/body.ts";
import { interactionsOf } from "../../exam/item/content.ts";
import { type Item, type Objective, objectives } from "../../exam/item/item.ts";
import { criteriaOf, knowledgeSpecification } from "../../exam/item/knowledge-specification.ts";
import { partsOf } from "../../exam/item/specification.ts";
import type { Who } from "../../exam/people/actor.ts";
import type { PrismaClient } from "../generated/client.ts";
import { view } from "./view.ts";

/** Who may see keys and mark schemes: nobody who is in a centre's exam room. */
export const bankReaders: readonly Who[] = ["item-writer", "senior-examiner", "awarder", "administrator"];

export const bankSorts = ["item", "-item", "title", "-title", "area", "-area", "marks", "-marks"] as const;

const input = z.object({
  /** Part of an identifier, a title or a command word. */
  q: z.string().trim().max(80).catch(""),
  unit: z.string().max(80).catch(""),
  /** Alone (`C3`), or with the unit whose criterion it is (`understand-customers:1.1`). */
  area: z.string().max(90).catch(""),
  objective: z.enum(objectives).nullable().catch(null),
  marking: z.enum(["auto", "person"]).nullable().catch(null),
  sort: z.enum(bankSorts).catch("item"),
});
type Asked = z.infer<typeof input>;

export type BankItemLine = {
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

export type BankUnit = {
  readonly id: string;
  /** With its reference, where the awarding body gives it one: `CS8 Understand customers`. */
  readonly name: string;
  readonly areas: readonly { readonly value: string; readonly area: string; readonly title: string }[];
};

export type BankList = {
  readonly items: readonly BankItemLine[];
  readonly forms: readonly BankFormLine[];
  readonly units: readonly BankUnit[];
  readonly asked: Asked;
};

/** All items at their newest version, and all forms. */
export const bankList = view<Asked, BankList>({
  who: bankReaders,
  input,
  async read({ db }, asked) {
    const versions = await db.itemVersion.findMany({
      distinct: ["itemId"],
      orderBy: [{ itemId: "asc" }, { version: "desc" }],
      include: { forms: { include: { form: true } } },
    });
    const forms = await db.form.findMany({
      include: { _count: { select: { items: true, attempts: { where: { startedAt: { not: null } } } } } },
      orderBy: [{ retiredAt: "desc" }, { code: "asc" }, { version: "desc" }],
    });
    const { units, unitOf } = await unitsOf(db);
    const items = versions.map((row) => {
      const item = row.content as unknown as Item;
      const inUse = row.forms.filter(({ form }) => form.retiredAt === null).map(({ form }) => formName(form));
      const unit = unitOf.get(row.itemId) ?? "";
      return line(item, { id: row.id, version: row.version, unit, forms: inUse.sort() });
    });
    return {
      ok: true,
      asked,
      units,
      items: items.filter(isAskedFor(asked)).sort(orders[asked.sort]),
      forms: forms.map((form) => ({
        id: form.id,
        name: formName(form),
        title: form.title,
        items: form._count.items,
        marks: form.maxMark,
        minutes: form.minutes,
        practice: form.practice,
        retired: form.retiredAt !== null,
        started: form._count.attempts,
      })),
    };
  },
});

/** Units that are sat first, then those answered criterion by criterion, and which unit an item is of. */
async function unitsOf(db: PrismaClient) {
  const components = await db.component.findMany({ include: { items: true }, orderBy: { title: "asc" } });
  const knowledge = await db.knowledgeUnit.findMany({ include: { items: true }, orderBy: { ref: "asc" } });
  const units: readonly BankUnit[] = [
    ...components.map(({ id, title, areas }) => ({
      id,
      name: title,
      areas: Object.entries(areas as Record<string, string>).map(([area, title]) => ({ value: area, area, title })),
    })),
    ...knowledge.map(({ id, ref, title, specification }) => ({
      id,
      name: `${ref} ${title}`,
      areas: criteriaOf(knowledgeSpecification.parse(specification)).map(({ criterion, title }) => ({
        value: `${id}:${criterion}`,
        area: criterion,
        title,
      })),
    })),
  ];
  const unitOf = new Map(
    [...components, ...knowledge].flatMap(({ id, items }) => items.map((one) => [one.itemId, id])),
  );
  return { units, unitOf };
}

const line = (item: Item, row: Pick<BankItemLine, "id" | "version" | "unit" | "forms">): BankItemLine => ({
  ...row,
  itemId: item.id,
  title: item.title,
  area: item.classification.area,
  objectives: partsOf(item).map(([objective]) => objective),
  commandWord: item.classification.commandWord,
  marks: item.maxMark,
  marking: item.marking,
  interactions: [...new Set(interactionsOf(item.body).map(({ type }) => type))],
});

const isAskedFor =
  ({ q, unit, area: place, objective, marking }: Asked) =>
  (item: BankItemLine) => {
    const [area = "", of] = place.split(":").toReversed();
    const words = `${item.itemId} ${item.title} ${item.commandWord}`.toLowerCase();
    return (
      words.includes(q.toLowerCase()) &&
      (unit === "" || item.unit === unit) &&
      (of === undefined || item.unit === of) &&
      item.area.startsWith(area) &&
      (objective === null || item.objectives.includes(objective)) &&
      (marking === null || item.marking === marking)
    );
  };

type Order = (a: BankItemLine, b: BankItemLine) => number;
const byItem: Order = (a, b) => (a.itemId < b.itemId ? -1 : 1);
const by =
  (order: Order): Order =>
  (a, b) =>
    order(a, b) || byItem(a, b);
const title: Order = (a, b) => a.title.localeCompare(b.title, "en-GB");
const area: Order = (a, b) => a.area.localeCompare(b.area, "en-GB", { numeric: true });
const marks: Order = (a, b) => a.marks - b.marks;

const orders: Record<(typeof bankSorts)[number], Order> = {
  item: byItem,
  "-item": (a, b) => byItem(b, a),
  title: by(title),
  "-title": by((a, b) => title(b, a)),
  area: by(area),
  "-area": by((a, b) => area(b, a)),
  marks: by(marks),
  "-marks": by((a, b) => marks(b, a)),
};
