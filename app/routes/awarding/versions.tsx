import { DataTable } from "../../components/data-table.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Panel } from "../../components/panel.tsx";
import { Badge } from "../../components/status.tsx";
import type { AwardingForm, BoundaryVersion } from "../../store/views/awarding-form.ts";
import { inLondon } from "../london-time.ts";

/** Every set of boundaries the form ever had, with who decided it and why. */
export function Versions({ versions }: { readonly versions: readonly BoundaryVersion[] }) {
  return (
    <Panel title="Versions" lead="Each change is kept; the newest is in force." flush>
      <DataTable
        caption="Boundary versions"
        captionHidden
        rows={versions}
        rowKey={({ version }) => String(version)}
        empty={<EmptyState title="No boundaries yet" />}
        layout="cards"
        columns={[
          {
            key: "version",
            heading: "Version",
            cell: ({ version }) => (
              <>
                {version} {version === versions[0]?.version && <Badge tone="good">in force</Badge>}
              </>
            ),
            rowHeading: true,
          },
          { key: "boundaries", heading: "P · M · D", cell: ({ P, M, D }) => `${P} · ${M} · ${D}` },
          { key: "when", heading: "Set", cell: ({ setAt, by }) => `${inLondon(setAt)}, ${by}` },
          { key: "why", heading: "Reason", cell: ({ why }) => <span className="whitespace-pre-line">{why}</span> },
        ]}
      />
    </Panel>
  );
}

/** Boundaries of the component's other forms, to compare with. */
export function Neighbours({ neighbours }: Pick<AwardingForm, "neighbours">) {
  if (neighbours.length === 0) return null;
  return (
    <Panel title="Other forms of this test" lead="Forms differ in demand, so their boundaries need not be alike." flush>
      <DataTable
        caption="Boundaries of other forms"
        captionHidden
        dense
        rows={neighbours}
        rowKey={({ name }) => name}
        columns={[
          { key: "name", heading: "Form", cell: ({ name }) => name, rowHeading: true },
          { key: "P", heading: "Pass", cell: ({ P }) => P, numeric: true },
          { key: "M", heading: "Merit", cell: ({ M }) => M, numeric: true },
          { key: "D", heading: "Distinction", cell: ({ D }) => D, numeric: true },
          { key: "of", heading: "Of", cell: ({ maxMark }) => maxMark, numeric: true },
        ]}
      />
    </Panel>
  );
}
