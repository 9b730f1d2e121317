import { DataTable } from "../../components/data-table.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Link } from "../../components/link.tsx";
import { Status } from "../../components/status.tsx";
import type { AssemblyLine } from "../../store/views/form-start.ts";
import { inLondon } from "../london-time.ts";
import { formsInWords } from "./form-words.ts";

export function AssemblyTable({ assemblies }: { readonly assemblies: readonly AssemblyLine[] }) {
  return (
    <DataTable
      caption="Assemblies, the newest first"
      captionHidden
      layout="cards"
      rows={assemblies}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "asked",
          heading: "Asked for",
          cell: ({ id, count, unit }) => (
            <Link href={`/bank/assemblies/${id}`}>
              {formsInWords(count)} of {unit}
            </Link>
          ),
          rowHeading: true,
        },
        { key: "when", heading: "When", cell: ({ startedAt }) => inLondon(startedAt) },
        { key: "who", heading: "By", cell: ({ startedBy }) => startedBy },
        { key: "state", heading: "Answer", cell: (line) => <AssemblyState line={line} /> },
      ]}
      empty={<EmptyState title="Nothing was asked yet" />}
    />
  );
}

function AssemblyState({ line: { state, conflicts } }: { readonly line: AssemblyLine }) {
  if (state === "running") return <Status tone="info">Being solved</Status>;
  if (state === "failed") return <Status tone="bad">Stopped</Status>;
  return conflicts === 0 ? <Status tone="good">Every rule kept</Status> : <Status tone="warn">Not in full</Status>;
}
