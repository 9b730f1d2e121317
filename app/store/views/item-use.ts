import { blueprint } from "../../exam/form/blueprint.ts";
import { formName } from "../../exam/form/form-name.ts";
import { type Instant, instant } from "../../exam/time/time.ts";
import type { PrismaClient } from "../generated/client.ts";

export type ItemUse = {
  /** Forms that hold any version of it. */
  readonly forms: readonly {
    readonly id: string;
    readonly name: string;
    readonly number: number;
    readonly version: number;
    readonly retired: boolean;
    /** How often the form was started. */
    readonly started: number;
  }[];
  readonly formDrafts: readonly { readonly id: string; readonly code: string }[];
  /** How often a learner was shown any version of it. */
  readonly started: number;
  readonly enemies: readonly Enemy[];
  readonly retired: { readonly by: string; readonly at: Instant; readonly why: string } | null;
};

export type Enemy = {
  readonly itemId: string;
  readonly title: string;
  /** The newest version, to link to; null for an item that is not in the bank. */
  readonly versionId: string | null;
  /** How it was declared; null when the plan of the unit says so. */
  readonly declared: { readonly id: string; readonly by: string; readonly at: Instant; readonly why: string } | null;
};

/** Where an item is used, how often it was shown, what it must not meet, and whether it is retired. */
export async function whereUsed(db: PrismaClient, itemId: string): Promise<ItemUse> {
  const forms = await formsWith(db, itemId);
  const drafts = await db.formDraft.findMany({
    where: { state: "open", items: { array_contains: [itemId] } },
    select: { id: true, code: true },
    orderBy: { code: "asc" },
  });
  const retired = await db.retiredItem.findUnique({ where: { itemId } });
  return {
    forms,
    formDrafts: drafts,
    started: forms.reduce((total, form) => total + form.started, 0),
    enemies: await enemiesOf(db, itemId),
    retired: retired && { by: retired.retiredBy, at: instant(retired.retiredAt.getTime()), why: retired.why },
  };
}

async function formsWith(db: PrismaClient, itemId: string): Promise<ItemUse["forms"]> {
  const places = await db.formItem.findMany({
    where: { item: { itemId } },
    select: {
      number: true,
      item: { select: { version: true } },
      form: {
        select: {
          id: true,
          code: true,
          version: true,
          retiredAt: true,
          _count: { select: { attempts: { where: { startedAt: { not: null } } } } },
        },
      },
    },
  });
  const forms = places.map(({ number, item, form }) => ({
    id: form.id,
    name: formName(form),
    number,
    version: item.version,
    retired: form.retiredAt !== null,
    started: form._count.attempts,
  }));
  return forms.sort((a, b) => Number(a.retired) - Number(b.retired) || (a.name < b.name ? -1 : 1));
}

async function enemiesOf(db: PrismaClient, itemId: string): Promise<readonly Enemy[]> {
  const rows = await db.itemEnemies.findMany({
    where: { endedAt: null, OR: [{ oneId: itemId }, { otherId: itemId }] },
    orderBy: { declaredAt: "asc" },
  });
  const declared = rows.map(({ id, oneId, otherId, reason, declaredBy, declaredAt }) => ({
    itemId: oneId === itemId ? otherId : oneId,
    declared: { id, by: declaredBy, at: instant(declaredAt.getTime()), why: reason },
  }));
  const planned = (await plannedEnemies(db, itemId)).filter((id) => !declared.some((one) => one.itemId === id));
  const all = [...declared, ...planned.map((id) => ({ itemId: id, declared: null }))];
  const titles = await db.itemIndex.findMany({ where: { itemId: { in: all.map((one) => one.itemId) } } });
  return all.map((enemy) => {
    const known = titles.find((one) => one.itemId === enemy.itemId);
    return { ...enemy, title: known?.title ?? "", versionId: known?.versionId ?? null };
  });
}

/** Those that the plan of the unit keeps apart from it. */
async function plannedEnemies(db: PrismaClient, itemId: string): Promise<readonly string[]> {
  const unit = await db.component.findFirst({ where: { items: { some: { itemId } } }, select: { blueprint: true } });
  if (!unit?.blueprint) return [];
  const groups = (blueprint.parse(unit.blueprint).enemies ?? []).filter((group) => group.includes(itemId));
  return [...new Set(groups.flat())].filter((id) => id !== itemId);
}
