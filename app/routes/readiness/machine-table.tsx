import { DataTable } from "../../components/data-table.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { RoomIcon } from "../../components/icons.tsx";
import { Panel } from "../../components/panel.tsx";
import { Status } from "../../components/status.tsx";
import { reasonsIn } from "../../exam/invigilation/readiness/machine-findings.ts";
import { tookWords } from "../../exam/invigilation/readiness/took.ts";
import { FoundList, verdictTone } from "../../player/readiness/finding-list.tsx";
import type { CheckShown } from "../../store/views/readiness-views.ts";
import { clockInLondon } from "../london-time.ts";
import { verdictWords } from "./check-words.ts";

type Machine = CheckShown["machines"][number];
type Props = { readonly machines: readonly Machine[]; readonly isOpen: boolean };

/** Every computer that came in, as it arrives and finishes. */
export function MachineTable({ machines, isOpen }: Props) {
  return (
    <Panel title={machines.length === 0 ? "Computers" : `Computers (${machines.length})`} flush={machines.length > 0}>
      <DataTable
        caption="Computers"
        captionHidden
        layout="cards"
        rows={machines}
        rowKey={({ id }) => id}
        empty={
          <EmptyState icon={<RoomIcon />} title={isOpen ? "No computer has come in yet" : "No computer came in"}>
            {isOpen && "Each one appears here as soon as the code was typed at it."}
          </EmptyState>
        }
        columns={[
          { key: "name", heading: "Computer", rowHeading: true, width: "9rem", cell: ({ name }) => name },
          { key: "state", heading: "Verdict", cell: (machine) => <Standing machine={machine} /> },
          { key: "why", heading: "Why", cell: (machine) => <Why machine={machine} /> },
          {
            key: "slowest",
            heading: "Slowest save",
            numeric: true,
            cell: ({ result }) => (result ? tookWords(result.measured.saves.slowest) : "–"),
          },
          { key: "at", heading: "At", numeric: true, cell: (machine) => <At machine={machine} /> },
        ]}
      />
    </Panel>
  );
}

function Standing({ machine: { state, result, step } }: { readonly machine: Machine }) {
  switch (state) {
    case "checked":
      return result && <Status tone={verdictTone[result.verdict]}>{verdictWords[result.verdict]}</Status>;
    case "checking":
      return <Status tone="info">{step}</Status>;
    case "gone":
      return <Status tone="warn">Not finished</Status>;
  }
}

function Why({ machine: { name, state, step, result } }: { readonly machine: Machine }) {
  if (state === "gone") return <>It was closed, or lost its network, at this step: {step}. Open the address again.</>;
  const reasons = result ? reasonsIn(result.findings) : [];
  return reasons.length === 0 ? (
    <span className="text-ink-soft">{result ? "Everything is as it should be" : "–"}</span>
  ) : (
    <FoundList found={reasons} label={`What to put right at ${name}`} />
  );
}

function At({ machine: { result, arrivedAt, times } }: { readonly machine: Machine }) {
  return (
    <>
      {clockInLondon(result?.at ?? arrivedAt)}
      {times > 1 && <span className="block text-sm text-ink-soft">{times} times</span>}
    </>
  );
}
