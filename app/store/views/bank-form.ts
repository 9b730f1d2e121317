import { z } from "zod";
import type { Form } from "../../exam/form/form.ts";
import { formName } from "../../exam/form/form-name.ts";
import { type FormProfile, profileOf } from "../../exam/form/profile.ts";
import { interactionsOf } from "../../exam/item/content.ts";
import type { Item, Objective } from "../../exam/item/item.ts";
import { partsOf } from "../../exam/item/specification.ts";
import { refused } from "../../exam/people/refusals.ts";
import { type Instant, instant } from "../../exam/time/time.ts";
import { bankReaders } from "./bank-list.ts";
import { view } from "./view.ts";

export type BankPlace = {
  readonly number: number;
  readonly item: string;
  readonly itemId: string;
  readonly version: number;
  readonly title: string;
  readonly section: string;
  readonly area: string;
  readonly objectives: readonly Objective[];
  readonly commandWord: string;
  readonly marks: number;
  readonly marking: "auto" | "person";
  readonly interactions: readonly string[];
};

export type BankForm = {
  readonly name: string;
  readonly title: string;
  readonly component: string;
  readonly componentMarks: number;
  readonly componentMinutes: number;
  readonly minutes: number;
  readonly practice: boolean;
  readonly checksum: string;
  readonly frozenAt: Instant;
  readonly retiredAt: Instant | null;
  readonly started: number;
  readonly profile: FormProfile;
  readonly areas: Readonly<Record<string, string>>;
  readonly places: readonly BankPlace[];
  readonly boundaries: {
    readonly version: number;
    readonly pass: number;
    readonly merit: number;
    readonly distinction: number;
    readonly setAt: Instant;
  } | null;
};

/** A frozen form: its items in order, what they add up to, and its boundaries. */
export const bankForm = view<{ form: string }, { found: BankForm }>({
  who: bankReaders,
  input: z.object({ form: z.uuid() }),
  async read({ db }, { form: id }) {
    const row = await db.form.findUnique({
      where: { id },
      include: {
        component: true,
        items: { include: { item: true }, orderBy: { number: "asc" } },
        boundarySets: { orderBy: { version: "desc" }, take: 1 },
        _count: { select: { attempts: { where: { startedAt: { not: null } } } } },
      },
    });
    if (row === null) return refused("not-found");
    const content = row.content as unknown as Form;
    const items = row.items.map(({ item }) => item.content as unknown as Item);
    const sections = content.sections.flatMap(({ title, items }) => items.map(() => title));
    const [set] = row.boundarySets;
    return {
      ok: true,
      found: {
        name: formName(row),
        title: row.title,
        component: row.component.title,
        componentMarks: row.component.maxMark,
        componentMinutes: row.component.minutes,
        minutes: row.minutes,
        practice: row.practice,
        checksum: row.checksum,
        frozenAt: instant(row.frozenAt.getTime()),
        retiredAt: row.retiredAt && instant(row.retiredAt.getTime()),
        started: row._count.attempts,
        profile: profileOf(content, items),
        areas: row.component.areas as Record<string, string>,
        places: row.items.map((place, index) => ({
          ...placeOf(place.item.content as unknown as Item),
          number: place.number,
          item: place.itemVersionId,
          version: place.item.version,
          section: sections[index] ?? "",
        })),
        boundaries: set
          ? {
              version: set.version,
              pass: set.pass,
              merit: set.merit,
              distinction: set.distinction,
              setAt: instant(set.setAt.getTime()),
            }
          : null,
      },
    };
  },
});

const placeOf = (item: Item) => ({
  itemId: item.id,
  title: item.title,
  area: item.classification.area,
  objectives: partsOf(item).map(([objective]) => objective),
  commandWord: item.classification.commandWord,
  marks: item.maxMark,
  marking: item.marking,
  interactions: [...new Set(interactionsOf(item.body).map(({ type }) => type))],
});
