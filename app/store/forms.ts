import type { AssemblyOutcome, AssemblyWish } from "../exam/form/assembly/wish.ts";
import { blueprint } from "../exam/form/blueprint.ts";
import { specification } from "../exam/item/specification.ts";
import type { Instant } from "../exam/time/time.ts";
import type { Prisma } from "./generated/client.ts";
import { enemiesAmong } from "./items.ts";
import type { Client } from "./store.ts";
import { picturesOfUnit, unitContent } from "./unit-content.ts";

export type FormRows = ReturnType<typeof formRows>;

export type DraftRow = {
  readonly id: string;
  readonly componentId: string;
  readonly code: string;
  readonly title: string;
  readonly items: readonly string[];
  readonly revision: number;
  readonly state: "open" | "frozen" | "dropped";
  readonly assemblyId: string | null;
  readonly formId: string | null;
};

export type NewDraft = Pick<DraftRow, "id" | "componentId" | "code" | "title" | "items" | "assemblyId"> & {
  /** Which of the assembly's forms, from 0. */
  readonly place: number | null;
  readonly madeById: string;
  readonly at: Instant;
};

/** Assemblies and the drafts of forms that came of them. */
export const formRows = (client: Client) => ({
  unit: (componentId: string) => unitContent(client, componentId),
  pictures: (componentId: string) => picturesOfUnit(client, componentId),

  /** The plan of a unit, with the enemies that people have declared since it was written; null when there is no such unit or its bank was loaded before plans were kept. */
  async plan(componentId: string) {
    const row = await client.component.findUnique({ where: { id: componentId } });
    if (row === null || row.blueprint === null || row.specification === null) return null;
    const plan = { blueprint: blueprint.parse(row.blueprint), specification: specification.parse(row.specification) };
    const own = await client.componentItem.findMany({ where: { componentId }, select: { itemId: true } });
    const declared = await enemiesAmong(
      client,
      own.map(({ itemId }) => itemId),
    );
    return { ...plan, blueprint: { ...plan.blueprint, enemies: [...(plan.blueprint.enemies ?? []), ...declared] } };
  },

  async addAssembly(assembly: {
    readonly id: string;
    readonly componentId: string;
    readonly wish: AssemblyWish;
    readonly startedById: string;
    readonly at: Instant;
  }) {
    const { at, wish, ...row } = assembly;
    const data = { ...row, wish: wish as object, state: "running", done: 0, of: wish.count, startedAt: new Date(at) };
    await client.formAssembly.create({ data });
  },

  async assembly(id: string) {
    const row = await client.formAssembly.findUnique({ where: { id } });
    return (
      row && {
        id: row.id,
        componentId: row.componentId,
        wish: row.wish as AssemblyWish,
        state: row.state as "running" | "done" | "failed",
        outcome: row.outcome as unknown as AssemblyOutcome | null,
      }
    );
  },

  /** Says how far it is; nothing once it has ended. */
  async noteAssembly(id: string, { done, of }: { readonly done: number; readonly of: number }) {
    await client.formAssembly.updateMany({ where: { id, state: "running" }, data: { done, of } });
  },

  /** Without an outcome it has failed. */
  async endAssembly(id: string, outcome: AssemblyOutcome | null, at: Instant) {
    const ended = { state: outcome === null ? "failed" : "done", finishedAt: new Date(at) };
    const data = outcome === null ? ended : { ...ended, outcome: outcome as unknown as Prisma.InputJsonValue };
    await client.formAssembly.updateMany({ where: { id, state: "running" }, data });
  },

  /** Every code that a form or an open draft of the unit has. */
  async codes(componentId: string): Promise<readonly string[]> {
    const forms = await client.form.findMany({ where: { componentId }, select: { code: true } });
    const drafts = await client.formDraft.findMany({ where: { componentId, state: "open" }, select: { code: true } });
    return [...forms, ...drafts].map(({ code }) => code);
  },

  async addDraft({ at, items, ...draft }: NewDraft) {
    const when = new Date(at);
    const data = { ...draft, items: [...items], revision: 1, state: "open", madeAt: when, changedAt: when };
    await client.formDraft.create({ data });
  },

  async lockDraft(id: string): Promise<DraftRow | null> {
    const [locked] = await client.$queryRaw<{ id: string }[]>`
      SELECT id FROM form_drafts WHERE id = ${id}::uuid FOR UPDATE`;
    if (!locked) return null;
    const row = await client.formDraft.findUniqueOrThrow({ where: { id } });
    return { ...row, items: row.items as string[], state: row.state as DraftRow["state"] };
  },

  async changeDraft(
    id: string,
    change: {
      readonly items?: readonly string[];
      readonly state?: DraftRow["state"];
      readonly formId?: string;
      readonly at: Instant;
    },
  ) {
    const { at, items, ...rest } = change;
    await client.formDraft.update({
      where: { id },
      data: {
        ...rest,
        ...(items === undefined ? {} : { items: [...items] }),
        revision: { increment: 1 },
        changedAt: new Date(at),
      },
    });
  },

  async lockForm(id: string) {
    const [row] = await client.$queryRaw<{ id: string; code: string; practice: boolean; retiredAt: Date | null }[]>`
      SELECT id, code, practice, "retiredAt" FROM forms WHERE id = ${id}::uuid FOR UPDATE`;
    return row ?? null;
  },

  async retireForm(id: string, at: Instant) {
    await client.form.update({ where: { id }, data: { retiredAt: new Date(at) } });
  },
});
