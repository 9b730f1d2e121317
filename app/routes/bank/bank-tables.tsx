import { DataTable } from "../../components/data-table.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Link } from "../../components/link.tsx";
import { Badge, Status } from "../../components/status.tsx";
import { draftReaders } from "../../exam/authoring/writers.ts";
import type { BankFormLine, BankItemLine } from "../../store/views/bank-list.ts";
import { sortBy } from "../staff/address.ts";
import { useRoot } from "../staff-frame.tsx";
import { interactionWords, markedBy } from "./item-words.ts";
import { Standing } from "./standing.tsx";

export function FormTable({ forms }: { readonly forms: readonly BankFormLine[] }) {
  return (
    <DataTable
      caption="Forms"
      captionHidden
      layout="cards"
      rows={forms}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "name",
          heading: "Form",
          cell: ({ id, name }) => <Link href={`/bank/forms/${id}`}>{name}</Link>,
          rowHeading: true,
        },
        { key: "title", heading: "Title", cell: ({ title }) => title },
        { key: "items", heading: "Items", cell: ({ items }) => items, numeric: true },
        { key: "marks", heading: "Marks", cell: ({ marks }) => marks, numeric: true },
        { key: "minutes", heading: "Minutes", cell: ({ minutes }) => minutes, numeric: true },
        { key: "started", heading: "Times started", cell: ({ started }) => started, numeric: true },
        { key: "state", heading: "State", cell: (form) => <FormState form={form} /> },
      ]}
      empty={<EmptyState title="No form yet">Forms come with the question bank or are assembled from it.</EmptyState>}
    />
  );
}

function FormState({ form: { retired, practice } }: { readonly form: BankFormLine }) {
  if (retired) return <Status tone="neutral">Out of use</Status>;
  return practice ? <Status tone="info">For practice</Status> : <Status tone="good">In use</Status>;
}

type Props = { readonly items: readonly BankItemLine[]; readonly sorted: string; readonly search: URLSearchParams };

/** Items at their newest version. */
export function ItemTable({ items, sorted, search }: Props) {
  return (
    <DataTable
      caption="Items"
      captionHidden
      layout="cards"
      dense
      rows={items}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "item",
          heading: "Item",
          cell: ({ id, itemId, version }) => (
            <span className="whitespace-nowrap">
              <Link href={`/bank/items/${id}`}>{itemId}</Link> {version > 1 && <Badge>version {version}</Badge>}
            </span>
          ),
          rowHeading: true,
          sort: sortBy(search, sorted, "item"),
        },
        { key: "title", heading: "Title", cell: ({ title }) => title, sort: sortBy(search, sorted, "title") },
        { key: "area", heading: "Area or criterion", cell: ({ area }) => area, sort: sortBy(search, sorted, "area") },
        { key: "objectives", heading: "Objective", cell: ({ objectives }) => objectives.join(", ") || "–" },
        { key: "command", heading: "Command word", cell: ({ commandWord }) => commandWord },
        {
          key: "marks",
          heading: "Marks",
          cell: ({ marks }) => marks,
          numeric: true,
          sort: sortBy(search, sorted, "marks"),
        },
        {
          key: "interactions",
          heading: "Answered by",
          cell: ({ interactions }) => interactions.map((type) => interactionWords[type]).join(", "),
        },
        { key: "marking", heading: "Marked", cell: ({ marking, area }) => markedBy(marking, area) },
        { key: "standing", heading: "State", cell: (item) => <ItemState item={item} /> },
        { key: "forms", heading: "In forms", cell: ({ forms }) => (forms.length > 0 ? forms.join(", ") : "–") },
        {
          key: "started",
          heading: "Times started",
          cell: ({ started }) => started,
          numeric: true,
          sort: sortBy(search, sorted, "started"),
        },
      ]}
      empty={<EmptyState title="Nothing matches">Try fewer letters, or every unit and area.</EmptyState>}
    />
  );
}

function ItemState({ item: { standing, draft } }: { readonly item: BankItemLine }) {
  const { me } = useRoot();
  const mayLook = me?.roles.some((role) => draftReaders.includes(role)) ?? false;
  if (draft === null || !mayLook) return <Standing standing={standing} />;
  return (
    <Link href={`/bank/item-drafts/${draft}`} className="no-underline hover:underline">
      <Standing standing={standing} />
    </Link>
  );
}
