import type { AvailableForm } from "../exam/entry/choose-form.ts";
import type { Form as FormContent } from "../exam/form/form.ts";
import type { Item, Stimulus } from "../exam/item/item.ts";
import type { Instant } from "../exam/time/time.ts";
import type { Prisma } from "./generated/client.ts";
import type { Client } from "./store.ts";

export type BankRows = ReturnType<typeof bankRows>;

type Frozen<Content> = {
  readonly id: string;
  readonly content: Content;
  readonly xml: string;
  readonly checksum: string;
  readonly at: Instant;
};

export type FormPlace = {
  readonly number: number;
  readonly itemVersionId: string;
  readonly item: Item;
  readonly stimulus: Stimulus | null;
};

/** A form never changes once it is frozen, so a room that ends at one moment reads its form once and not for every learner. */
const frozenPlaces = new Map<string, readonly FormPlace[]>();

/** A booking shows its form to somebody, or will: started whatever became of it, or still to come. */
const exposing = {
  OR: [{ attempt: { startedAt: { not: null } } }, { cancelledAt: null, sitting: { phase: { not: "ended" } } }],
} satisfies Prisma.BookingWhereInput;

export const bankRows = (client: Client) => ({
  async putComponent(component: {
    readonly id: string;
    readonly title: string;
    readonly qualification: string;
    readonly minutes: number;
    readonly maxMark: number;
    readonly attemptsMax: number;
    readonly areas?: Readonly<Record<string, string>>;
    readonly specification?: object;
    readonly blueprint?: object;
  }) {
    await client.component.upsert({ where: { id: component.id }, create: component, update: component });
  },

  /** Says which items are the unit's, and keeps its pictures as they are now. */
  async putUnitContent(
    componentId: string,
    { items, pictures }: { readonly items: readonly string[]; readonly pictures: Readonly<Record<string, string>> },
  ) {
    await client.componentItem.createMany({
      data: items.map((itemId) => ({ componentId, itemId })),
      skipDuplicates: true,
    });
    await client.bankPicture.deleteMany({ where: { componentId, name: { in: Object.keys(pictures) } } });
    await client.bankPicture.createMany({
      data: Object.entries(pictures).map(([name, data]) => ({ componentId, name, data })),
    });
  },

  /** A unit without timed forms, and which items are its. */
  async putKnowledgeUnit(
    unit: {
      readonly id: string;
      readonly ref: string;
      readonly title: string;
      readonly qualification: string;
      readonly specification: object;
    },
    items: readonly string[],
  ) {
    await client.knowledgeUnit.upsert({ where: { id: unit.id }, create: unit, update: unit });
    await client.knowledgeItem.createMany({
      data: items.map((itemId) => ({ unitId: unit.id, itemId })),
      skipDuplicates: true,
    });
  },

  /** How many versions of items there are in all. */
  itemVersions: () => client.itemVersion.count(),

  component: (id: string) => client.component.findUnique({ where: { id } }),

  /** The versions of these items with these very texts, by item; those that are not there yet are made. */
  async putItems(items: readonly Frozen<Item>[]): Promise<ReadonlyMap<string, string>> {
    const rows = await client.itemVersion.findMany({
      where: { itemId: { in: items.map(({ content }) => content.id) } },
      select: { id: true, itemId: true, checksum: true },
    });
    const kept = rows.map(({ itemId, ...row }) => ({ ...row, of: itemId }));
    const fresh = newVersions(items, kept);
    await client.itemVersion.createMany({
      data: fresh.map(({ id, version, checksum, content, xml, at }) => ({
        id,
        itemId: content.id,
        version,
        checksum,
        title: content.title,
        maxMark: content.maxMark,
        marking: content.marking,
        content: content as object,
        xml,
        loadedAt: new Date(at),
      })),
    });
    return idsOf(items, [...kept, ...fresh.map(({ id, checksum, content }) => ({ id, checksum, of: content.id }))]);
  },

  /** As `putItems`, for stimuli. */
  async putStimuli(stimuli: readonly Frozen<Stimulus>[]): Promise<ReadonlyMap<string, string>> {
    const rows = await client.stimulusVersion.findMany({
      where: { stimulusId: { in: stimuli.map(({ content }) => content.id) } },
      select: { id: true, stimulusId: true, checksum: true },
    });
    const kept = rows.map(({ stimulusId, ...row }) => ({ ...row, of: stimulusId }));
    const fresh = newVersions(stimuli, kept);
    await client.stimulusVersion.createMany({
      data: fresh.map(({ id, version, checksum, content, xml, at }) => ({
        id,
        stimulusId: content.id,
        version,
        checksum,
        title: content.title,
        content: content as object,
        xml,
        loadedAt: new Date(at),
      })),
    });
    return idsOf(stimuli, [...kept, ...fresh.map(({ id, checksum, content }) => ({ id, checksum, of: content.id }))]);
  },

  /** Freezes a form: its list of item versions never changes again. The same list again is the same form. */
  async putForm(form: {
    readonly id: string;
    readonly componentId: string;
    readonly content: FormContent;
    readonly practice: boolean;
    readonly checksum: string;
    readonly pictures: Readonly<Record<string, string>>;
    readonly places: readonly {
      readonly number: number;
      readonly itemVersionId: string;
      readonly stimulusVersionId: string | null;
    }[];
    readonly at: Instant;
  }): Promise<{ readonly id: string; readonly fresh: boolean }> {
    const { id, content, checksum } = form;
    const same = await client.form.findUnique({ where: { code_checksum: { code: content.id, checksum } } });
    if (same) return { id: same.id, fresh: false };
    const earlier = await client.form.count({ where: { code: content.id } });
    await client.form.updateMany({
      where: { code: content.id, retiredAt: null },
      data: { retiredAt: new Date(form.at) },
    });
    await client.form.create({
      data: {
        id,
        code: content.id,
        version: earlier + 1,
        componentId: form.componentId,
        title: content.title,
        minutes: content.minutes,
        maxMark: content.marks,
        practice: form.practice,
        checksum,
        content: content as object,
        pictures: form.pictures as object,
        frozenAt: new Date(form.at),
        items: { create: form.places.map((place) => ({ ...place })) },
      },
    });
    return { id, fresh: true };
  },

  /** Forms in use for a component, with how many learners have started them or hold a booking for them. */
  async formsInUse(componentId: string): Promise<readonly AvailableForm[]> {
    const forms = await client.form.findMany({
      where: { componentId, practice: false, retiredAt: null },
      include: { _count: { select: { bookings: { where: exposing } } } },
      orderBy: { code: "asc" },
    });
    return forms.map(({ _count, id, code }) => ({ id, code, exposure: _count.bookings }));
  },

  /** A form's places in order, whole: for marking, never for a learner's browser. */
  async places(formId: string): Promise<readonly FormPlace[]> {
    const read = frozenPlaces.get(formId);
    if (read !== undefined) return read;
    const rows = await client.formItem.findMany({
      where: { formId },
      include: { item: true, stimulus: true },
      orderBy: { number: "asc" },
    });
    const places = rows.map(({ number, itemVersionId, item, stimulus }) => ({
      number,
      itemVersionId,
      item: item.content as unknown as Item,
      stimulus: stimulus && (stimulus.content as unknown as Stimulus),
    }));
    if (places.length > 0) frozenPlaces.set(formId, places);
    return places;
  },
});

type Kept = { readonly id: string; readonly of: string; readonly checksum: string };

/** Those with a text that is not kept yet, numbered after the versions there are. */
function newVersions<Content extends { readonly id: string }>(
  given: readonly Frozen<Content>[],
  kept: readonly Kept[],
) {
  return given
    .filter(({ content, checksum }) => !kept.some((one) => one.of === content.id && one.checksum === checksum))
    .map((one) => ({ ...one, version: 1 + kept.filter(({ of }) => of === one.content.id).length }));
}

const idsOf = <Content extends { readonly id: string }>(given: readonly Frozen<Content>[], kept: readonly Kept[]) =>
  new Map(
    given.flatMap(({ content, checksum }) =>
      kept
        .filter((one) => one.of === content.id && one.checksum === checksum)
        .map(({ id }) => [content.id, id] as const),
    ),
  );
