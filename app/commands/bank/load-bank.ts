import { z } from "zod";
import type { Bank } from "../../exam/form/bank.ts";
import { placesOf } from "../../exam/form/form.ts";
import { picturesOf } from "../../exam/item/content.ts";
import { sha256 } from "../../platform/secrets.ts";
import { command, type Work } from "../door.ts";
import { freezing } from "./freezing.ts";

/** What was read and found without fault, with the text of every file by kind and identifier (`"item CSE-001"`). */
export type CheckedBank = { readonly bank: Bank; readonly texts: ReadonlyMap<string, string> };
export type Loaded = {
  readonly items: number;
  readonly forms: readonly { readonly code: string; readonly fresh: boolean }[];
};

/** One resit (specification): two attempts. */
const attemptsMax = 2;

/** Freezes the content of a unit: every new text of an item is a new version, every new list of items a new form. */
export const loadBank = command<CheckedBank, Loaded>({
  name: "load bank",
  who: ["system", "item-writer", "administrator"],
  input: z.custom<CheckedBank>(
    (given) => typeof given === "object" && given !== null && "bank" in given && "texts" in given,
  ),
  async run(work, { bank, texts }) {
    const { tx } = work;
    const { unit, specification, blueprint } = bank;
    const areas = Object.fromEntries(Object.entries(specification.areas).map(([area, { title }]) => [area, title]));
    await tx.bank.putComponent({
      id: unit,
      title: specification.title,
      qualification: specification.qualification,
      minutes: blueprint.minutes,
      maxMark: blueprint.marks,
      attemptsMax,
      areas,
      specification,
      blueprint,
    });
    await tx.bank.putUnitContent(unit, { items: bank.items.map(({ id }) => id), pictures: bank.pictures });

    const frozen = freezing(work, texts);
    const items = await tx.bank.putItems(bank.items.map((item) => frozen("item", item)));
    const stimuli = await tx.bank.putStimuli(bank.stimuli.map((stimulus) => frozen("stimulus", stimulus)));
    const forms = await freezeForms(work, { bank, texts }, items, stimuli);
    const fresh = forms.filter((form) => form.fresh);
    return {
      ok: true,
      value: { items: bank.items.length, forms },
      audit: fresh.map(({ code }) => ({ detail: { unit, form: code } })),
    };
  },
});

async function freezeForms(
  { tx, ids, now }: Work,
  { bank, texts }: CheckedBank,
  items: ReadonlyMap<string, string>,
  stimuli: ReadonlyMap<string, string>,
) {
  const forms: { code: string; fresh: boolean }[] = [];
  for (const form of bank.forms) {
    const places = placesOf(form).map((place, index) => {
      const item = bank.items.find(({ id }) => id === place.item);
      return {
        number: index + 1,
        itemVersionId: items.get(place.item) ?? "",
        stimulusVersionId: (item?.stimulus && stimuli.get(item.stimulus)) || null,
      };
    });
    const pictures = picturesIn(
      bank,
      placesOf(form).map(({ item }) => item),
    );
    const checksum = sha256(JSON.stringify([texts.get(`form ${form.id}`), places, pictures]));
    const put = await tx.bank.putForm({
      id: ids.next(),
      componentId: bank.unit,
      content: form,
      practice: bank.blueprint.exempt.includes(form.id),
      checksum,
      pictures,
      places,
      at: now,
    });
    forms.push({ code: form.id, fresh: put.fresh });
  }
  return forms;
}

/** Only the pictures that these items and their stimuli show. */
function picturesIn(bank: Bank, itemIds: readonly string[]): Record<string, string> {
  const items = bank.items.filter(({ id }) => itemIds.includes(id));
  const stimuli = bank.stimuli.filter(({ id }) => items.some(({ stimulus }) => stimulus === id));
  const names = [...items, ...stimuli].flatMap(({ body }) => picturesOf(body));
  return Object.fromEntries([...new Set(names)].sort().map((name) => [name, bank.pictures[name] ?? ""]));
}
