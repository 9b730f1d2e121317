import type { ReactNode } from "react";
import { LinkButton } from "../../components/button.tsx";
import { type Column, DataTable } from "../../components/data-table.tsx";
import { Badge } from "../../components/status.tsx";
import type { QueueLine } from "../../store/views/marking-queues.ts";
import { inMarks } from "./response-panel.tsx";

type Props = {
  readonly caption: string;
  readonly lines: readonly QueueLine[];
  readonly href: (line: QueueLine) => string;
  readonly empty: ReactNode;
};

/** One question a row, with what waits for this examiner. */
export function QueueTable({ caption, lines, href, empty }: Props) {
  const columns: readonly Column<QueueLine>[] = [
    { key: "question", heading: "Question", rowHeading: true, cell: (line) => <Question line={line} /> },
    { key: "marks", heading: "Worth", cell: (line) => inMarks(line.maxMark) },
    { key: "waiting", heading: "Waiting", numeric: true, cell: (line) => line.waiting + line.held },
    { key: "others", heading: "With others", numeric: true, narrow: "hide", cell: (line) => line.withOthers },
    { key: "today", heading: "Marked today", numeric: true, cell: (line) => line.markedToday },
    {
      key: "go",
      heading: <span className="sr-only">Mark</span>,
      numeric: true,
      cell: (line) =>
        line.waiting + line.held > 0 && (
          <LinkButton href={href(line)} size="small">
            {line.held > 0 ? "Go on" : "Mark"}
            <span className="sr-only">{line.title}</span>
          </LinkButton>
        ),
    },
  ];
  return (
    <DataTable
      caption={caption}
      captionHidden
      columns={columns}
      rows={lines}
      rowKey={(line) => line.item}
      layout="cards"
      empty={empty}
    />
  );
}

function Question({ line }: { readonly line: QueueLine }) {
  return (
    <span className="grid gap-0.5">
      {line.title}
      <span className="flex flex-wrap items-center gap-2 text-sm font-normal text-ink-soft">
        {line.itemId}
        {line.version > 1 && <span>version {line.version}</span>}
        <span>{line.commandWord}</span>
        {line.marking === "auto" && <Badge>answers the rules do not know</Badge>}
      </span>
    </span>
  );
}
