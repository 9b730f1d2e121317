import { DataTable } from "../../components/data-table.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Link } from "../../components/link.tsx";
import { Badge } from "../../components/status.tsx";
import type { ItemDraftLine, ItemDraftList } from "../../store/views/item-drafts.ts";
import { inLondon } from "../london-time.ts";
import { DraftStatus } from "./standing.tsx";

type Props = { readonly lines: readonly ItemDraftLine[]; readonly whose: ItemDraftList["asked"]["whose"] };

/** Drafts of items, and what each is on its way to. */
export function DraftTable({ lines, whose }: Props) {
  return (
    <DataTable
      caption="Drafts of items"
      captionHidden
      layout="cards"
      rows={lines}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "item",
          heading: "Item",
          cell: ({ id, itemId }) => (
            <Link href={`/bank/item-drafts/${id}`} className="whitespace-nowrap">
              {itemId}
            </Link>
          ),
          rowHeading: true,
        },
        { key: "title", heading: "Title", cell: ({ title }) => title || "No title yet" },
        { key: "unit", heading: "Unit", cell: ({ unit }) => unit },
        { key: "marks", heading: "Marks", cell: ({ marks }) => marks, numeric: true },
        { key: "becomes", heading: "Will be", cell: becoming },
        { key: "state", heading: "State", cell: ({ state }) => <DraftStatus state={state} /> },
        { key: "writers", heading: "Written by", cell: ({ writers }) => writers.join(", ") },
        {
          key: "changed",
          heading: "Last changed",
          cell: ({ changedAt, changedBy, writers }) =>
            writers.length > 1 ? `${inLondon(changedAt)} by ${changedBy}` : inLondon(changedAt),
        },
        {
          key: "comments",
          heading: "Open comments",
          cell: ({ comments }) => (comments === 0 ? "–" : <Badge tone="warn">{comments}</Badge>),
          numeric: true,
        },
      ]}
      empty={<Nothing whose={whose} />}
    />
  );
}

const becoming = ({ base, published }: ItemDraftLine) => {
  if (published !== null) return <Link href={`/bank/items/${published.versionId}`}>Version {published.version}</Link>;
  return base === null ? "A new item" : `A change of version ${base}`;
};

const nothing: Readonly<Record<Props["whose"], readonly [title: string, words: string]>> = {
  all: ["No draft like this", "Begin an item above, or open one in the bank and edit it."],
  mine: ["You have written no draft like this", "Begin an item above, or open one in the bank and edit it."],
  "to-review": ["Nothing waits for your review", "Drafts that somebody else sends to review are listed here."],
};

function Nothing({ whose }: Pick<Props, "whose">) {
  const [title, words] = nothing[whose];
  return <EmptyState title={title}>{words}</EmptyState>;
}
