import { z } from "zod";
import { formMakers } from "../../exam/form/form-makers.ts";
import { type Refused, refused } from "../../exam/people/refusals.ts";
import type { DraftRow } from "../../store/forms.ts";
import { command, type Work } from "../door.ts";

/** The draft, locked, unless it is no longer open or has changed since the page was shown. */
export async function openDraft(
  { tx }: Work,
  { draft: id, revision }: { readonly draft: string; readonly revision: number },
): Promise<{ readonly ok: true; readonly draft: DraftRow } | Refused> {
  const draft = await tx.forms.lockDraft(id);
  if (draft === null) return refused("not-found");
  if (draft.state !== "open") return refused("draft-closed");
  if (draft.revision !== revision) return refused("changed-since");
  return { ok: true, draft };
}

/** Another list of items for a draft, whether or not it keeps to the blueprint: only freezing asks that. */
export const changeForm = command<{ draft: string; revision: number; items: readonly string[] }, { revision: number }>({
  name: "change form draft",
  who: formMakers,
  input: z.object({ draft: z.uuid(), revision: z.coerce.number().int(), items: z.array(z.string()).min(1).max(200) }),
  async run(work, input) {
    const { tx, now } = work;
    const open = await openDraft(work, input);
    if (!open.ok) return open;
    const { draft } = open;
    const { items } = await tx.forms.unit(draft.componentId);
    const wanted = [...new Set(input.items)];
    if (!wanted.every((id) => items.some(({ itemId }) => itemId === id))) return refused("not-found");
    await tx.forms.changeDraft(draft.id, { items: wanted, at: now });
    const out = draft.items.filter((id) => !wanted.includes(id));
    const into = wanted.filter((id) => !draft.items.includes(id));
    return {
      ok: true,
      value: { revision: draft.revision + 1 },
      audit: [{ detail: { draft: draft.id, form: draft.code, out, into } }],
    };
  },
});

export const dropForm = command<{ draft: string; revision: number }, object>({
  name: "drop form draft",
  who: formMakers,
  input: z.object({ draft: z.uuid(), revision: z.coerce.number().int() }),
  async run(work, input) {
    const open = await openDraft(work, input);
    if (!open.ok) return open;
    await work.tx.forms.changeDraft(open.draft.id, { state: "dropped", at: work.now });
    return { ok: true, value: {}, audit: [{ detail: { draft: open.draft.id, form: open.draft.code } }] };
  },
});
