import { DataTable } from "../../components/data-table.tsx";
import { Link } from "../../components/link.tsx";
import type { InteractionType } from "../../exam/item/body.ts";
import type { BankPlace } from "../../store/views/bank-form.ts";
import { interactionWords, markingWords } from "./item-words.ts";

/** The questions of a form as the learner meets them. */
export function PlaceTable({ places }: { readonly places: readonly BankPlace[] }) {
  return (
    <DataTable
      caption="Items in order"
      captionHidden
      layout="cards"
      dense
      rows={places}
      rowKey={({ number }) => String(number)}
      columns={[
        { key: "number", heading: "No.", cell: ({ number }) => number, numeric: true },
        {
          key: "item",
          heading: "Item",
          cell: ({ item, itemId, title }) => (
            <Link href={`/bank/items/${item}`}>
              {itemId}: {title}
            </Link>
          ),
          rowHeading: true,
        },
        { key: "section", heading: "Section", cell: ({ section }) => section },
        { key: "area", heading: "Area", cell: ({ area }) => area },
        { key: "objectives", heading: "Objective", cell: ({ objectives }) => objectives.join(", ") },
        { key: "command", heading: "Command word", cell: ({ commandWord }) => commandWord },
        { key: "marks", heading: "Marks", cell: ({ marks }) => marks, numeric: true },
        {
          key: "interactions",
          heading: "Answered by",
          cell: ({ interactions }) => interactions.map((type) => interactionWords[type as InteractionType]).join(", "),
        },
        { key: "marking", heading: "Marked", cell: ({ marking }) => markingWords[marking] },
      ]}
    />
  );
}
