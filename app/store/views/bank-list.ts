import { z } from "zod";
import { formName } from "../../exam/form/form-name.ts";
import type { InteractionType } from "../../exam/item/body.ts";
import { interactionsOf } from "../../exam/item/content.ts";
import { type Item, type Objective, objectives } from "../../exam/item/item.ts";
import { partsOf } from "../../exam/item/specification.ts";
import type { Who } from "../../exam/people/actor.ts";
import { view } from "./view.ts";

/** Who may see keys and mark schemes: nobody who is in a centre's exam room. */
export const bankReaders: readonly Who[] = ["item-writer", "senior-examiner", "awarder", "administrator"];

export const bankSorts = ["item", "-item", "title", "-title", "area", "-area", "marks", "-marks"] as const;

const input = z.object({
  /** Part of an identifier, a title or a command word. */
  q: z.string().trim().max(80).catch(""),
  area: z.string().max(4).catch(""),
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

export type BankList = {
  readonly items: readonly BankItemLine[];
  readonly forms: readonly BankFormLine[];
  readonly areas: readonly { readonly area: string; readonly title: string }[];
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
    const components = await db.component.findMany();
    const areas = Object.assign({}, ...components.map((component) => component.areas)) as Record<string, string>;
    const items = versions.map((row) => {
      const item = row.content as unknown as Item;
      const inUse = row.forms.filter(({ form }) => form.retiredAt === null).map(({ form }) => formName(form));
      return line(item, { id: row.id, version: row.version, forms: inUse.sort() });
    });
    return {
      ok: true,
      asked,
      areas: Object.entries(areas).map(([area, title]) => ({ area, title })),
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

const line = (item: Item, row: Pick<BankItemLine, "id" | "version" | "forms">): BankItemLine => ({
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
  ({ q, area, objective, marking }: Asked) =>
  (item: BankItemLine) => {
    const words = `${item.itemId} ${item.title} ${item.commandWord}`.toLowerCase();
    return (
      words.includes(q.toLowerCase()) &&
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
