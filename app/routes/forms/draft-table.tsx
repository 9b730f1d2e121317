import { DataTable } from "../../components/data-table.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Link } from "../../components/link.tsx";
import { Status } from "../../components/status.tsx";
import type { DraftLine } from "../../store/views/form-start.ts";
import { inLondon } from "../london-time.ts";

export function DraftTable({ drafts }: { readonly drafts: readonly DraftLine[] }) {
  return (
    <DataTable
      caption="Drafts of forms"
      captionHidden
      layout="cards"
      rows={drafts}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "code",
          heading: "Form",
          cell: ({ id, code }) => <Link href={`/bank/drafts/${id}`}>{code}</Link>,
          rowHeading: true,
        },
        { key: "items", heading: "Items", cell: ({ items }) => items, numeric: true },
        { key: "marks", heading: "Marks", cell: ({ marks }) => marks, numeric: true },
        { key: "plan", heading: "Blueprint", cell: ({ misses }) => <PlanStatus misses={misses} /> },
        { key: "changed", heading: "Changed", cell: ({ changedAt }) => inLondon(changedAt) },
      ]}
      empty={
        <EmptyState title="No draft">Forms that you keep from an assembly are here until they are frozen.</EmptyState>
      }
    />
  );
}

export function PlanStatus({ misses }: { readonly misses: number }) {
  if (misses === 0) return <Status tone="good">Kept</Status>;
  return <Status tone="warn">{misses === 1 ? "1 rule missed" : `${misses} rules missed`}</Status>;
}
