import { z } from "zod";
import { type FormFigures, figuresOf, overlapOf } from "../../exam/form/assembly/compare.ts";
import type { Conflict } from "../../exam/form/assembly/conflicts.ts";
import { type AssemblyOutcome, type AssemblyWish, asWished } from "../../exam/form/assembly/wish.ts";
import type { Blueprint } from "../../exam/form/blueprint.ts";
import { formMakers } from "../../exam/form/form-makers.ts";
import { refused } from "../../exam/people/refusals.ts";
import { type Instant, instant } from "../../exam/time/time.ts";
import { formParts, missedBy } from "./form-parts.ts";
import { type AssemblyLine, stateNow } from "./form-start.ts";
import { view } from "./view.ts";

export type AssembledForm = {
  readonly name: string;
  readonly figures: FormFigures;
  /** What the blueprint says against it, as sentences. */
  readonly misses: readonly string[];
  readonly draft: { readonly id: string; readonly code: string; readonly state: string } | null;
};

export type AssemblyFound = {
  readonly id: string;
  readonly unit: string;
  readonly wish: AssemblyWish;
  readonly state: AssemblyLine["state"];
  readonly done: number;
  readonly of: number;
  readonly startedAt: Instant;
  /** From the question to the answer. */
  readonly seconds: number | null;
  readonly blueprint: Blueprint;
  readonly forms: readonly AssembledForm[];
  /** The new forms, then those in use that they were kept apart from. */
  readonly overlap: { readonly names: readonly string[]; readonly percent: readonly (readonly number[])[] };
  readonly conflicts: readonly Conflict[];
};

/** One assembly: how far it is or, once it is done, its forms side by side. */
export const formAssembly = view<{ assembly: string }, { found: AssemblyFound }>({
  who: formMakers,
  input: z.object({ assembly: z.uuid() }),
  async read({ db, now }, { assembly: id }) {
    const row = await db.formAssembly.findUnique({ where: { id }, include: { component: true, drafts: true } });
    const parts = row && (await formParts(db, row.componentId));
    if (row === null || parts === null) return refused("not-found");
    const wish = row.wish as AssemblyWish;
    const { forms, conflicts } = (row.outcome as unknown as AssemblyOutcome | null) ?? { forms: [], conflicts: [] };
    const beside = wish.apart ? parts.content.formsInUse : [];
    return {
      ok: true,
      found: {
        id,
        unit: row.component.title,
        wish,
        state: stateNow(row, now),
        done: row.done,
        of: row.of,
        startedAt: instant(row.startedAt.getTime()),
        seconds: row.finishedAt && Math.round((row.finishedAt.getTime() - row.startedAt.getTime()) / 100) / 10,
        blueprint: asWished(parts.plan.blueprint, wish),
        forms: forms.map((ids, at): AssembledForm => {
          const draft = row.drafts.find(({ place, state }) => place === at && state !== "dropped");
          return {
            name: draft?.code ?? `Form ${at + 1}`,
            figures: figuresOf(parts.pool, ids),
            misses: missedBy(parts, ids),
            draft: draft ? { id: draft.id, code: draft.code, state: draft.state } : null,
          };
        }),
        overlap: {
          names: [...forms.map((_, at) => String(at + 1)), ...beside.map(({ name }) => name)],
          percent: overlapOf(parts.pool, [...forms, ...beside.map(({ items }) => items)]),
        },
        conflicts,
      },
    };
  },
});
