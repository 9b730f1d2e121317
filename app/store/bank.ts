import type { Form as FormContent } from "../exam/form/form.ts";
import type { Item, Stimulus } from "../exam/item/item.ts";
import type { Instant } from "../exam/time/time.ts";
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

export const bankRows = (client: Client) => ({
  async putComponent(component: {
    readonly id: string;
    readonly title: string;
    readonly qualification: string;
    readonly minutes: number;
    readonly maxMark: number;
    readonly attemptsMax: number;
    readonly areas?: Readonly<Record<string, string>>;
  }) {
    await client.component.upsert({ where: { id: component.id }, create: component, update: component });
  },

  component: (id: string) => client.component.findUnique({ where: { id } }),

  /** The version of an item with this very text; made when there is none. */
  async putItem({ id, content, xml, checksum, at }: Frozen<Item>): Promise<string> {
    const same = await client.itemVersion.findUnique({ where: { itemId_checksum: { itemId: content.id, checksum } } });
    if (same) return same.id;
    const version = 1 + (await client.itemVersion.count({ where: { itemId: content.id } }));
    await client.itemVersion.create({
      data: {
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
      },
    });
    return id;
  },

  async putStimulus({ id, content, xml, checksum, at }: Frozen<Stimulus>): Promise<string> {
    const same = await client.stimulusVersion.findUnique({
      where: { stimulusId_checksum: { stimulusId: content.id, checksum } },
    });
    if (same) return same.id;
    const version = 1 + (await client.stimulusVersion.count({ where: { stimulusId: content.id } }));
    await client.stimulusVersion.create({
      data: {
        id,
        stimulusId: content.id,
        version,
        checksum,
        title: content.title,
        content: content as object,
        xml,
        loadedAt: new Date(at),
      },
    });
    return id;
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

  /** Forms in use for a component, with how often each was started. */
  async formsInUse(componentId: string) {
    const forms = await client.form.findMany({
      where: { componentId, practice: false, retiredAt: null },
      include: { _count: { select: { attempts: { where: { startedAt: { not: null } } } } } },
      orderBy: { code: "asc" },
    });
    return forms.map(({ _count, ...form }) => ({ id: form.id, code: form.code, exposure: _count.attempts }));
  },

  /** A form's places in order, whole: for marking, never for a learner's browser. */
  async places(formId: string): Promise<readonly FormPlace[]> {
    const rows = await client.formItem.findMany({
      where: { formId },
      include: { item: true, stimulus: true },
      orderBy: { number: "asc" },
    });
    return rows.map(({ number, itemVersionId, item, stimulus }) => ({
      number,
      itemVersionId,
      item: item.content as unknown as Item,
      stimulus: stimulus && (stimulus.content as unknown as Stimulus),
    }));
  },
});
