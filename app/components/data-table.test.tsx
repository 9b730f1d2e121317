import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { type Column, DataTable } from "./data-table.tsx";

type Row = { readonly name: string; readonly left: string };
const columns: readonly Column<Row>[] = [
  {
    key: "name",
    heading: "Name",
    cell: (row) => row.name,
    rowHeading: true,
    sort: { direction: "ascending", href: "?sort=-name" },
  },
  { key: "left", heading: "Time left", cell: (row) => row.left, numeric: true },
];
const html = (rows: readonly Row[]) =>
  renderToStaticMarkup(
    <DataTable
      caption="Candidates"
      columns={columns}
      rows={rows}
      rowKey={(row) => row.name}
      empty="Nobody yet"
      layout="cards"
    />,
  );

test("each line of a list is named by its candidate, and its order is said", () => {
  const table = html([{ name: "Sam", left: "12:00" }]);
  expect(table).toMatch(/<th scope="row"[^>]*>Sam<\/th>/);
  expect(table).toMatch(/aria-sort="ascending"[^>]*><a href="\?sort=-name"/);
});

test("an empty list says why instead of showing headings", () => {
  expect(html([])).toBe("Nobody yet");
});
