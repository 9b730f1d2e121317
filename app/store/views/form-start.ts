import { z } from "zod";
import { usualOverlap } from "../../exam/form/assembly/assemble.ts";
import { marksOf } from "../../exam/form/assembly/candidate.ts";
import { figuresOf } from "../../exam/form/assembly/compare.ts";
import type { AssemblyOutcome, AssemblyWish } from "../../exam/form/assembly/wish.ts";
import { formMakers } from "../../exam/form/form-makers.ts";
import { type Instant, instant } from "../../exam/time/time.ts";
import type { PrismaClient } from "../generated/client.ts";
import { formParts, missedBy } from "./form-parts.ts";
import { view } from "./view.ts";

export type AssemblyUnit = {
  readonly id: string;
  readonly title: string;
  readonly marks: number;
  readonly minutes: number;
  readonly items: number;
  readonly bankMarks: number;
  readonly scenarios: number;
  readonly formsInUse: readonly string[];
  readonly overlap: number;
  readonly exposure: number | null;
};

export type DraftLine = {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly items: number;
  readonly marks: number;
  /** How many rules it misses. */
  readonly misses: number;
  readonly changedAt: Instant;
};

export type AssemblyLine = {
  readonly id: string;
  readonly unit: string;
  readonly count: number;
  readonly state: "running" | "done" | "failed";
  readonly conflicts: number;
  readonly startedAt: Instant;
  readonly startedBy: string;
};

/** An assembly that has not ended by then was on a machine that stopped. */
const longest = 10 * 60_000;

export const stateNow = ({ state, startedAt }: { state: string; startedAt: Date }, now: Instant) =>
  state === "running" && now - startedAt.getTime() > longest ? "failed" : (state as AssemblyLine["state"]);

/** What forms can be made of, what was asked before, and the drafts that are still open. */
export const formStart = view<
  object,
  {
    readonly units: readonly AssemblyUnit[];
    /** Units that no form is made for: they have no blueprint. */
    readonly withoutForms: readonly string[];
    readonly drafts: readonly DraftLine[];
    readonly assemblies: readonly AssemblyLine[];
  }
>({
  who: formMakers,
  input: z.object({}),
  async read({ db, now }) {
    const components = await db.component.findMany({ orderBy: { title: "asc" } });
    const found = await Promise.all(
      components.map(async (component) => ({ component, parts: await formParts(db, component.id) })),
    );
    const knowledge = await db.knowledgeUnit.findMany({ orderBy: { ref: "asc" } });
    const drafts = await db.formDraft.findMany({ where: { state: "open" }, orderBy: { code: "asc" } });
    return {
      ok: true,
      units: found.flatMap(({ component, parts }): AssemblyUnit[] =>
        parts === null
          ? []
          : [
              {
                id: component.id,
                title: component.title,
                marks: parts.plan.blueprint.marks,
                minutes: parts.plan.blueprint.minutes,
                items: parts.pool.candidates.length,
                bankMarks: marksOf(parts.pool.candidates),
                scenarios: parts.pool.scenarios.length,
                formsInUse: parts.content.formsInUse.map(({ name }) => name),
                overlap: parts.plan.blueprint.overlap ?? usualOverlap,
                exposure: parts.plan.blueprint.exposure ?? null,
              },
            ],
      ),
      withoutForms: knowledge.map(({ ref, title }) => `${ref} ${title}`),
      drafts: drafts.flatMap((draft): DraftLine[] => {
        const parts = found.find(({ component }) => component.id === draft.componentId)?.parts;
        if (!parts) return [];
        const ids = draft.items as string[];
        const { items, marks } = figuresOf(parts.pool, ids);
        const { id, code, title, changedAt } = draft;
        const misses = missedBy(parts, ids).length;
        return [{ id, code, title, items, marks, misses, changedAt: instant(changedAt.getTime()) }];
      }),
      assemblies: await recentAssemblies(db, now),
    };
  },
});

const howMany = 10;

async function recentAssemblies(db: PrismaClient, now: Instant): Promise<readonly AssemblyLine[]> {
  const rows = await db.formAssembly.findMany({
    orderBy: { startedAt: "desc" },
    take: howMany,
    include: { component: { select: { title: true } } },
  });
  const people = await db.staff.findMany({ where: { id: { in: rows.map(({ startedById }) => startedById) } } });
  return rows.map((row) => ({
    id: row.id,
    unit: row.component.title,
    count: (row.wish as AssemblyWish).count,
    state: stateNow(row, now),
    conflicts: (row.outcome as AssemblyOutcome | null)?.conflicts.length ?? 0,
    startedAt: instant(row.startedAt.getTime()),
    startedBy: people.find(({ id }) => id === row.startedById)?.name ?? "",
  }));
}
