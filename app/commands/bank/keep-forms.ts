import { z } from "zod";
import { newCodes, prefixOf } from "../../exam/form/assembly/arrange.ts";
import { formMakers } from "../../exam/form/form-makers.ts";
import { refused } from "../../exam/people/refusals.ts";
import { command } from "../door.ts";

/** Makes drafts of forms that the solver chose; `forms` are their places in its answer, from 0. */
export const keepForms = command<
  { assembly: string; forms: readonly number[] },
  { drafts: readonly { readonly id: string; readonly code: string }[] }
>({
  name: "keep forms as drafts",
  who: formMakers,
  input: z.object({ assembly: z.uuid(), forms: z.array(z.coerce.number().int().min(0)).min(1).max(50) }),
  async run({ tx, ids, now, actor }, { assembly: id, forms }) {
    const assembly = await tx.forms.assembly(id);
    const plan = assembly && (await tx.forms.plan(assembly.componentId));
    const chosen = [...new Set(forms)].flatMap((place) => {
      const items = assembly?.outcome?.forms[place];
      return items ? [{ place, items }] : [];
    });
    if (assembly === null || plan === null || chosen.length === 0 || actor?.kind !== "staff")
      return refused("not-found");
    const { componentId } = assembly;
    const known = chosen.flatMap(({ items }) => items.map((item) => ({ id: item })));
    const codes = newCodes(await tx.forms.codes(componentId), prefixOf(known), chosen.length);
    const drafts = chosen.map((form, at) => ({ ...form, id: ids.next(), code: codes[at] ?? "" }));
    for (const draft of drafts) {
      const title = `${plan.specification.title}: form ${draft.code.split("-").at(-1)}`;
      await tx.forms.addDraft({ ...draft, title, componentId, assemblyId: id, madeById: actor.id, at: now });
    }
    return {
      ok: true,
      value: { drafts: drafts.map(({ id, code }) => ({ id, code })) },
      audit: drafts.map(({ id: draft, code, items }) => ({ detail: { draft, form: code, items, assembly: id } })),
    };
  },
});
