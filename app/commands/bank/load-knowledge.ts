import { z } from "zod";
import type { KnowledgeBank } from "../../exam/form/bank.ts";
import { command } from "../door.ts";
import { freezing } from "./freezing.ts";

/** What was read and found without fault, with the text of every file by kind and identifier (`"item CS8-001"`). */
export type CheckedKnowledge = { readonly bank: KnowledgeBank; readonly texts: ReadonlyMap<string, string> };

/** Freezes the items of a unit that is answered criterion by criterion: every new text of an item is a new version. */
export const loadKnowledge = command<CheckedKnowledge, { readonly items: number }>({
  name: "load knowledge unit",
  who: ["system", "item-writer", "administrator"],
  input: z.custom<CheckedKnowledge>(
    (given) => typeof given === "object" && given !== null && "bank" in given && "texts" in given,
  ),
  async run(work, { bank, texts }) {
    const { tx } = work;
    const { unit, specification, items } = bank;
    const { unit: ref, title, qualification } = specification;
    const before = await tx.bank.itemVersions();
    await tx.bank.putKnowledgeUnit(
      { id: unit, ref, title, qualification, specification },
      items.map(({ id }) => id),
    );
    const frozen = freezing(work, texts);
    await tx.bank.putItems(items.map((item) => frozen("item", item)));
    const fresh = (await tx.bank.itemVersions()) - before;
    return {
      ok: true,
      value: { items: items.length },
      audit: fresh > 0 ? [{ detail: { unit, newVersions: fresh } }] : [],
    };
  },
});
