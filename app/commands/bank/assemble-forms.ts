import { z } from "zod";
import { type AssemblyWish, assemblyWish } from "../../exam/form/assembly/wish.ts";
import { formMakers } from "../../exam/form/form-makers.ts";
import { refused } from "../../exam/people/refusals.ts";
import { command } from "../door.ts";

type Input = AssemblyWish & { readonly component: string };

/** Writes down what is asked of the bank; the solver starts once that is kept. */
export const assembleForms = command<Input, { assembly: string }>({
  name: "assemble forms",
  who: formMakers,
  input: z.object({ component: z.string().min(1).max(100), ...assemblyWish.shape }),
  async run({ tx, ids, now, actor }, { component: componentId, ...wish }) {
    if (actor?.kind !== "staff") return refused("not-allowed");
    if ((await tx.forms.plan(componentId)) === null) return refused("not-found");
    const id = ids.next();
    await tx.forms.addAssembly({ id, componentId, wish, startedById: actor.id, at: now });
    return { ok: true, value: { assembly: id }, audit: [{ detail: { assembly: id, unit: componentId, ...wish } }] };
  },
});
