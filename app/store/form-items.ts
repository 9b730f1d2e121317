import type pg from "pg";

export type FormItems = ReturnType<typeof formItems>;

/** Which items each form holds. A form is frozen, so what was read once is true for as long as this process lives. */
export function formItems() {
  const known = new Map<string, ReadonlySet<string>>();
  return {
    /** Reads the forms of these attempts that are not known yet. */
    async know(client: pg.PoolClient, attempts: readonly { readonly formId: string }[]) {
      const unknown = [...new Set(attempts.map(({ formId }) => formId))].filter((form) => !known.has(form));
      if (unknown.length === 0) return;
      const rows = await client.query<{ formId: string; items: string[] }>(
        `SELECT f."formId", array_agg(v."itemId") AS items FROM form_items f JOIN item_versions v ON v.id = f."itemVersionId"
         WHERE f."formId" = ANY($1::uuid[]) GROUP BY 1`,
        [unknown],
      );
      for (const { formId, items } of rows.rows) known.set(formId, new Set(items));
    },
    of: (formId: string): ReadonlySet<string> => known.get(formId) ?? new Set(),
  };
}
