import { z } from "zod";
import { formMakers } from "../../exam/form/form-makers.ts";
import { refused } from "../../exam/people/refusals.ts";
import { reason } from "../awarding/input.ts";
import { command } from "../door.ts";

/** Takes a form out of use: nobody is booked onto it any more. Learners who have it already keep it. */
export const retireForm = command<{ form: string; why: string }, object>({
  name: "retire form",
  who: formMakers,
  input: z.object({ form: z.uuid(), why: reason }),
  async run({ tx, now }, { form: id, why }) {
    const form = await tx.forms.lockForm(id);
    if (form === null) return refused("not-found");
    if (form.retiredAt !== null) return refused("form-retired");
    await tx.forms.retireForm(id, now);
    return { ok: true, value: {}, audit: [{ why, detail: { form: form.code, formId: id } }] };
  },
});
