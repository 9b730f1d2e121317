import { useMemo, useState } from "react";
import { Button } from "../../components/button.tsx";
import { DataTable } from "../../components/data-table.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Field } from "../../components/field.tsx";
import { Segmented } from "../../components/segmented.tsx";
import { Status } from "../../components/status.tsx";
import type { Candidate } from "../../exam/form/assembly/candidate.ts";
import type { Rule } from "../../exam/form/assembly/rule.ts";
import type { DraftFound } from "../../store/views/form-draft.ts";
import { interactionWords } from "../bank/item-words.ts";
import { type Alternative, alternativesFor, matching } from "./alternatives.ts";

type Props = {
  readonly found: DraftFound;
  readonly rules: readonly Rule[];
  readonly open: boolean;
  readonly instead: Candidate | null;
  readonly onClose: () => void;
  readonly onPick: (chosen: string, instead: Candidate | null) => void;
};

/** Items that could come in, the best first, each with what the blueprint would then say. */
export function ItemPicker({ open, instead, onClose, ...rest }: Props) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      width="wide"
      title={instead ? `Swap ${instead.id}: ${instead.title}` : "Add an item"}
    >
      {open && <Choices instead={instead} {...rest} />}
    </Dialog>
  );
}

const shown = 40;

function Choices({ found, rules, instead, onPick }: Omit<Props, "open" | "onClose">) {
  const [kind, setKind] = useState<"same" | "all">(instead ? "same" : "all");
  const [words, setWords] = useState("");
  const all = useMemo(() => alternativesFor(found, rules, instead), [found, rules, instead]);
  const fit = all.filter((one) => (kind === "all" || one.sameKind) && matching(one, words));
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-4">
        <Field
          label="Identifier, title, area or objective"
          type="search"
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        {instead && (
          <Segmented
            legend="Which items"
            legendHidden
            name="kind"
            value={kind}
            onChange={setKind}
            options={[
              { value: "same", label: "Of the same kind" },
              { value: "all", label: "All items" },
            ]}
          />
        )}
      </div>
      {kind === "same" && (
        <p className="text-sm text-ink-soft">As many marks, the same area and objective, and marked in the same way.</p>
      )}
      <div className="max-h-[60vh] overflow-y-auto">
        <DataTable
          caption="Items that could come in"
          captionHidden
          dense
          layout="cards"
          rows={fit.slice(0, shown)}
          rowKey={({ item }) => item.id}
          empty={<EmptyState title="No other item fits">Look among all items instead.</EmptyState>}
          columns={[
            { key: "item", heading: "Item", cell: ({ item }) => `${item.id}: ${item.title}`, rowHeading: true },
            { key: "scenario", heading: "Scenario", cell: ({ scenario }) => scenario ?? "Stands alone" },
            { key: "area", heading: "Area", cell: ({ item }) => item.area },
            { key: "objective", heading: "Objective", cell: ({ item }) => Object.keys(item.objectives).join(", ") },
            { key: "marks", heading: "Marks", cell: ({ item }) => item.marks, numeric: true },
            {
              key: "types",
              heading: "Answered by",
              cell: ({ item }) => item.types.map((type) => interactionWords[type]).join(", "),
            },
            { key: "uses", heading: "In forms", cell: ({ uses }) => (uses.length === 0 ? "–" : uses.join(", ")) },
            { key: "then", heading: "Then", cell: (one) => <Then one={one} /> },
            {
              key: "use",
              heading: "Choose",
              cell: ({ item }) => (
                <Button
                  size="small"
                  variant="quiet"
                  aria-label={`Use ${item.id}`}
                  onClick={() => onPick(item.id, instead)}
                >
                  Use
                </Button>
              ),
            },
          ]}
        />
      </div>
      {fit.length > shown && (
        <p className="text-sm text-ink-soft">
          The best {shown} of {fit.length} are shown.
        </p>
      )}
    </>
  );
}

function Then({ one: { misses, thin } }: { readonly one: Alternative }) {
  if (misses.length === 0)
    return (
      <div className="grid gap-1">
        <Status tone="good">Blueprint kept</Status>
        {thin && <span className="text-sm text-ink-soft">But a scenario would have few items</span>}
      </div>
    );
  return (
    <div className="grid gap-1">
      <Status tone="warn">{misses.length === 1 ? "1 rule missed" : `${misses.length} rules missed`}</Status>
      <span className="text-sm text-ink-soft">{misses[0]}</span>
    </div>
  );
}
