import { type UnitSpecification, unitSpecification } from "../exam/item/specification.ts";
import type { Client } from "./store.ts";

export type Unit = {
  readonly id: string;
  /** With its reference, where the awarding body gives it one. */
  readonly name: string;
  /** Sat as timed forms, or answered criterion by criterion. */
  readonly kind: "timed" | "knowledge";
  readonly specification: UnitSpecification;
  readonly itemIds: readonly string[];
};

/** A unit of either kind; null when there is none, or its bank was loaded before specifications were kept. */
export async function unitOf(
  client: Pick<Client, "component" | "knowledgeUnit">,
  unitId: string,
): Promise<Unit | null> {
  const itemIds = (items: readonly { readonly itemId: string }[]) => items.map(({ itemId }) => itemId);
  const timed = await client.component.findUnique({ where: { id: unitId }, include: { items: true } });
  if (timed !== null) {
    if (timed.specification === null) return null;
    const specification = unitSpecification.parse(timed.specification);
    return { id: unitId, name: timed.title, kind: "timed", specification, itemIds: itemIds(timed.items) };
  }
  const unit = await client.knowledgeUnit.findUnique({ where: { id: unitId }, include: { items: true } });
  if (unit === null) return null;
  const specification = unitSpecification.parse(unit.specification);
  return {
    id: unitId,
    name: `${unit.ref} ${unit.title}`,
    kind: "knowledge",
    specification,
    itemIds: itemIds(unit.items),
  };
}
