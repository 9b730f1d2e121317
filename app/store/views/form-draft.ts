import { z } from "zod";
import { arrange } from "../../exam/form/assembly/arrange.ts";
import type { Pool } from "../../exam/form/assembly/candidate.ts";
import type { Plan } from "../../exam/form/check-form.ts";
import type { Section } from "../../exam/form/form.ts";
import { formMakers } from "../../exam/form/form-makers.ts";
import { refused } from "../../exam/people/refusals.ts";
import { type Instant, instant } from "../../exam/time/time.ts";
import { formParts } from "./form-parts.ts";
import { view } from "./view.ts";

export type DraftFound = {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly unit: string;
  readonly revision: number;
  readonly state: "open" | "frozen" | "dropped";
  readonly formId: string | null;
  readonly changedAt: Instant;
  readonly items: readonly string[];
  readonly sections: readonly Section[];
  readonly plan: Plan;
  /** Everything it could be made of, so that a change can be weighed before it is made. */
  readonly pool: Pool;
  /** The newest version of each item. */
  readonly versions: Readonly<Record<string, string>>;
  /** Forms in use and other open drafts. */
  readonly others: readonly { readonly name: string; readonly items: readonly string[] }[];
};

export const formDraft = view<{ draft: string }, { found: DraftFound }>({
  who: formMakers,
  input: z.object({ draft: z.uuid() }),
  async read({ db }, { draft: id }) {
    const row = await db.formDraft.findUnique({ where: { id }, include: { component: true } });
    const parts = row && (await formParts(db, row.componentId));
    if (row === null || parts === null) return refused("not-found");
    const ids = row.items as string[];
    const open = await db.formDraft.findMany({
      where: { componentId: row.componentId, state: "open", id: { not: id } },
      orderBy: { code: "asc" },
    });
    const { code, title } = row;
    const named = { id: code, title, minutes: parts.plan.blueprint.minutes };
    const chosen = parts.items.filter((item) => ids.includes(item.id));
    return {
      ok: true,
      found: {
        id,
        code,
        title,
        unit: row.component.title,
        revision: row.revision,
        state: row.state as DraftFound["state"],
        formId: row.formId,
        changedAt: instant(row.changedAt.getTime()),
        items: ids,
        sections: arrange(named, chosen, parts.stimuli).sections,
        plan: parts.plan,
        pool: parts.pool,
        versions: Object.fromEntries(parts.content.items.map((item) => [item.itemId, item.id])),
        others: [
          ...parts.content.formsInUse
            .filter((form) => form.id !== row.formId)
            .map(({ name, items }) => ({ name, items })),
          ...open.map((other) => ({ name: `${other.code} (draft)`, items: other.items as string[] })),
        ],
      },
    };
  },
});
