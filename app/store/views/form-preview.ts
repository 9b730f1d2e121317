import { z } from "zod";
import { arrange } from "../../exam/form/assembly/arrange.ts";
import { learnerForm } from "../../exam/form/for-learner.ts";
import type { Form } from "../../exam/form/form.ts";
import { formMakers } from "../../exam/form/form-makers.ts";
import { formName } from "../../exam/form/form-name.ts";
import { picturesOf } from "../../exam/item/content.ts";
import type { Item, Stimulus } from "../../exam/item/item.ts";
import type { LearnerForm } from "../../exam/item/learner-item.ts";
import { refused } from "../../exam/people/refusals.ts";
import { bankRows } from "../bank.ts";
import type { PrismaClient } from "../generated/client.ts";
import { picturesOfUnit } from "../unit-content.ts";
import { formParts } from "./form-parts.ts";
import { view } from "./view.ts";

type Asked = { readonly of: "draft" | "form"; readonly id: string };
export type FormPreview = { readonly name: string; readonly form: LearnerForm; readonly back: string };

/** A form or a draft just as learners get it, without keys and mark schemes. */
export const formPreview = view<Asked, { found: FormPreview }>({
  who: formMakers,
  input: z.object({ of: z.enum(["draft", "form"]), id: z.uuid() }),
  async read({ db }, { of, id }) {
    const found = of === "draft" ? await ofDraft(db, id) : await ofForm(db, id);
    return found === null ? refused("not-found") : { ok: true, found };
  },
});

async function ofForm(db: PrismaClient, id: string): Promise<FormPreview | null> {
  const row = await db.form.findUnique({ where: { id } });
  if (row === null) return null;
  const places = await bankRows(db).places(id);
  const stimuli = new Map(places.flatMap(({ stimulus }) => (stimulus ? [[stimulus.id, stimulus] as const] : [])));
  const material = {
    items: places.map(({ item }) => item),
    stimuli: [...stimuli.values()],
    pictures: row.pictures as Record<string, string>,
  };
  const form = learnerForm(row.content as unknown as Form, material);
  return { name: formName(row), form, back: `/bank/forms/${id}` };
}

async function ofDraft(db: PrismaClient, id: string): Promise<FormPreview | null> {
  const row = await db.formDraft.findUnique({ where: { id } });
  const parts = row && (await formParts(db, row.componentId));
  if (row === null || parts === null) return null;
  const ids = row.items as string[];
  const items = parts.items.filter((item) => ids.includes(item.id));
  const named = { id: row.code, title: row.title, minutes: parts.plan.blueprint.minutes };
  const pictures = { ...blankPictures(items, parts.stimuli), ...(await picturesOfUnit(db, row.componentId)) };
  const form = learnerForm(arrange(named, items, parts.stimuli), { items, stimuli: parts.stimuli, pictures });
  return { name: `${row.code} (draft)`, form, back: `/bank/drafts/${id}` };
}

/** A picture that is missing leaves a gap in a draft; freezing refuses it. */
const blankPictures = (items: readonly Item[], stimuli: readonly Stimulus[]): Record<string, string> =>
  Object.fromEntries([...items, ...stimuli].flatMap(({ body }) => picturesOf(body)).map((name) => [name, "data:,"]));
