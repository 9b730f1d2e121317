import { Panel } from "../../components/panel.tsx";
import type { LostLine } from "../../store/views/lost-time.ts";
import { LostTable } from "./lost-table.tsx";

/** The proof of lost time: what was lost, what shows it, and what was given back. */
export function LostTimePanel({ lines }: { readonly lines: readonly LostLine[] }) {
  if (lines.length === 0)
    return (
      <Panel title="Lost time" className="print:shadow-none print:border-0">
        <p className="text-ink-soft">Nobody lost time.</p>
      </Panel>
    );
  return (
    <Panel
      title="Lost time"
      lead="Time in which the clock ran and a learner could not work, from the sealed records of each test."
      flush
      className="print:shadow-none print:border-0 print:break-inside-auto"
    >
      <LostTable lines={lines} />
    </Panel>
  );
}
