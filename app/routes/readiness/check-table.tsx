import { DataTable } from "../../components/data-table.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { RoomIcon } from "../../components/icons.tsx";
import { Link } from "../../components/link.tsx";
import { Status } from "../../components/status.tsx";
import { verdictTone } from "../../player/readiness/finding-list.tsx";
import type { CheckLine } from "../../store/views/last-checks.ts";
import { inLondon } from "../london-time.ts";
import { verdictWords } from "./check-words.ts";

type Props = { readonly checks: readonly CheckLine[]; readonly sitting: string };

/** Every check of a room, the newest first. */
export function CheckTable({ checks, sitting }: Props) {
  return (
    <DataTable
      caption="Checks of this room"
      captionHidden
      layout="cards"
      rows={checks}
      rowKey={({ id }) => id}
      empty={
        <EmptyState icon={<RoomIcon />} title="This room has not been checked yet">
          Each check stays here with what it found, when, and who made it.
        </EmptyState>
      }
      columns={[
        {
          key: "when",
          heading: "Started",
          rowHeading: true,
          cell: ({ id, startedAt }) => <Link href={`/sittings/${sitting}/readiness/${id}`}>{inLondon(startedAt)}</Link>,
        },
        { key: "by", heading: "By", cell: ({ startedBy }) => startedBy },
        {
          key: "verdict",
          heading: "Verdict",
          cell: ({ ended }) =>
            ended ? (
              <Status tone={verdictTone[ended.verdict]}>{verdictWords[ended.verdict]}</Status>
            ) : (
              <Status tone="info">Open now</Status>
            ),
        },
        { key: "words", heading: "Computers", cell: ({ ended }) => ended?.words ?? "–" },
      ]}
    />
  );
}
