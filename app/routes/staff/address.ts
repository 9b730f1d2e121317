import type { Sort } from "../../components/data-table.tsx";

type Asked = Readonly<Record<string, string | number | null>>;

/** This page with some questions asked otherwise; what is empty is left out of the address. */
export function addressWith(search: URLSearchParams, change: Asked): string {
  const next = new URLSearchParams(search);
  for (const [name, value] of Object.entries(change))
    if (value === null || value === "") next.delete(name);
    else next.set(name, String(value));
  return `?${next}`;
}

/** A heading that sorts by this column, and the other way round when it does so already; always from the first page. */
export const sortBy = (search: URLSearchParams, sorted: string, column: string): Sort => ({
  direction: sorted === column ? "ascending" : sorted === `-${column}` ? "descending" : "none",
  href: addressWith(search, { sort: sorted === column ? `-${column}` : column, page: null }),
});
