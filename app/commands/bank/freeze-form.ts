import { z } from "zod";
import { arrange } from "../../exam/form/assembly/arrange.ts";
import { checkForm } from "../../exam/form/check-form.ts";
import { placesOf } from "../../exam/form/form.ts";
import { formMakers } from "../../exam/form/form-makers.ts";
import { picturesOf } from "../../exam/item/content.ts";
import { refused } from "../../exam/people/refusals.ts";
import { sha256 } from "../../platform/secrets.ts";
import { command } from "../door.ts";
import { openDraft } from "./change-form.ts";

/**
 * Makes a form of a draft: the newest version of each item, in their order, for ever. From now on it is given at booking.
 * A draft that misses the blueprint stays a draft.
 */
export const freezeForm = command<
  { draft: string; revision: number },
  { form: string; code: string; checksum: string }
>({
  name: "freeze form",
  who: formMakers,
  input: z.object({ draft: z.uuid(), revision: z.coerce.number().int() }),
  async run(work, input) {
    const { tx, ids, now } = work;
    const open = await openDraft(work, input);
    if (!open.ok) return open;
    const { draft } = open;
    const plan = await tx.forms.plan(draft.componentId);
    if (plan === null) return refused("not-found");

    const content = await tx.forms.unit(draft.componentId);
    const chosen = content.items.filter(({ itemId }) => draft.items.includes(itemId));
    const gone = draft.items.filter((id) => !chosen.some(({ itemId }) => itemId === id));
    const items = chosen.map(({ item }) => item);
    const stimuli = content.stimuli.map(({ stimulus }) => stimulus);
    const form = arrange({ id: draft.code, title: draft.title, minutes: plan.blueprint.minutes }, items, stimuli);
    const kept = await tx.forms.pictures(draft.componentId);
    const used = stimuli.filter(({ id }) => items.some(({ stimulus }) => stimulus === id));
    const shown = [...new Set([...items, ...used].flatMap(({ body }) => picturesOf(body)))].sort();
    const faults = [
      ...gone.map((id) => `${id} is no longer in the bank.`),
      ...shown.filter((name) => !Object.hasOwn(kept, name)).map((name) => `There is no picture ${name}.`),
      ...checkForm(form, items, { ...plan, stimuli }).map(({ cause }) => cause),
    ];
    if (faults.length > 0) return refused("form-unfit", faults.join(" "));

    const places = placesOf(form).map((place, index) => {
      const row = chosen.find(({ itemId }) => itemId === place.item);
      const stimulus = content.stimuli.find(({ stimulusId }) => stimulusId === row?.item.stimulus);
      return { number: index + 1, itemVersionId: row?.id ?? "", stimulusVersionId: stimulus?.id ?? null };
    });
    const pictures = Object.fromEntries(shown.map((name) => [name, kept[name] ?? ""]));
    const checksum = sha256(JSON.stringify([form, places, pictures]));
    const put = await tx.bank.putForm({
      id: ids.next(),
      componentId: draft.componentId,
      content: form,
      practice: false,
      checksum,
      pictures,
      places,
      at: now,
    });
    await tx.forms.changeDraft(draft.id, { state: "frozen", formId: put.id, at: now });
    return {
      ok: true,
      value: { form: put.id, code: draft.code, checksum },
      audit: [{ detail: { draft: draft.id, form: draft.code, formId: put.id, checksum, items: draft.items } }],
    };
  },
});
