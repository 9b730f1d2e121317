import type { ReactNode } from "react";
import { LinkButton } from "../../components/button.tsx";
import { DataTable } from "../../components/data-table.tsx";
import { Status } from "../../components/status.tsx";
import type { AsideTest } from "../../store/views/aside-list.ts";
import { inLondon } from "../london-time.ts";

type Props = { readonly caption: string; readonly tests: readonly AsideTest[]; readonly empty: ReactNode };

/** One ended test a row, known by its receipt and by nothing else. */
export function AsideTable({ caption, tests, empty }: Props) {
  return (
    <DataTable
      caption={caption}
      captionHidden
      layout="cards"
      rows={tests}
      rowKey={({ attempt }) => attempt}
      empty={empty}
      columns={[
        { key: "receipt", heading: "Receipt", rowHeading: true, cell: ({ receipt }) => receipt ?? "–" },
        { key: "paper", heading: "Test", cell: ({ paper, form }) => `${paper}, form ${form}` },
        { key: "sat", heading: "Sat", cell: ({ satAt }) => inLondon(satAt) },
        { key: "questions", heading: "Questions", cell: ({ questions }) => questions.join(", ") },
        { key: "state", heading: "How it stands", cell: (test) => <Standing test={test} /> },
        {
          key: "go",
          heading: <span className="sr-only">Look</span>,
          numeric: true,
          cell: ({ attempt, receipt, open, isReleased }) => (
            <LinkButton
              href={`/set-aside/${attempt}`}
              size="small"
              variant={open.length > 0 && !isReleased ? "primary" : "quiet"}
            >
              {open.length > 0 && !isReleased ? "Decide" : "Look"}
              <span className="sr-only"> {receipt}</span>
            </LinkButton>
          ),
        },
      ]}
    />
  );
}

function Standing({ test: { open, isReleased } }: { readonly test: AsideTest }) {
  if (open.length === 0) return <Status tone="good">Decided</Status>;
  if (isReleased) return <Status tone="neutral">Result released before</Status>;
  return <Status tone="warn">{open.length === 1 ? "1 to decide" : `${open.length} to decide`}</Status>;
}
