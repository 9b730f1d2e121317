import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { Button } from "../../components/button.tsx";
import { DataTable } from "../../components/data-table.tsx";
import { Link } from "../../components/link.tsx";
import { Status } from "../../components/status.tsx";
import type { FormFigures } from "../../exam/form/assembly/compare.ts";
import { objectives } from "../../exam/item/item.ts";
import type { AssembledForm, AssemblyFound } from "../../store/views/form-assembly.ts";
import { interactionWords } from "../bank/item-words.ts";

type Row = {
  readonly name: string;
  readonly wanted: string;
  readonly of: (figures: FormFigures) => ReactNode;
  /** Where the blueprint names a number, so that what is off it can be said. */
  readonly aim?: number;
  readonly number?: (figures: FormFigures) => number;
};

/** Every figure of every form beside what the blueprint asks for. */
export function SideBySide({ found: { forms, blueprint } }: { readonly found: AssemblyFound }) {
  return (
    <DataTable
      caption="Forms side by side"
      captionHidden
      dense
      rows={[...rowsOf(blueprint), planRow, keepRow]}
      rowKey={({ name }) => name}
      columns={[
        { key: "name", heading: "Of each form", cell: ({ name }) => name, rowHeading: true },
        {
          key: "wanted",
          heading: "Blueprint",
          cell: ({ wanted }) => <span className="whitespace-nowrap">{wanted}</span>,
        },
        ...forms.map((form, at) => ({
          key: String(at),
          heading: form.name,
          cell: (row: Row) => <Cell row={row} form={form} at={at} />,
        })),
      ]}
    />
  );
}

const planRow: Row = { name: "Rules", wanted: "", of: () => null };
const keepRow: Row = { name: "Draft", wanted: "", of: () => null };

function Cell({ row, form, at }: { readonly row: Row; readonly form: AssembledForm; readonly at: number }) {
  if (row === planRow)
    return form.misses.length === 0 ? (
      <Status tone="good">Kept</Status>
    ) : (
      <span title={form.misses.join(" ")}>
        <Status tone="warn">{form.misses.length} missed</Status>
      </span>
    );
  if (row === keepRow) return <Keep form={form} at={at} />;
  const off = row.aim === undefined || row.number === undefined ? 0 : row.number(form.figures) - row.aim;
  return (
    <span className="tabular whitespace-nowrap">
      {row.of(form.figures)}
      {off !== 0 && <span className="ps-1 text-sm text-ink-soft">({off > 0 ? `+${off}` : `−${-off}`})</span>}
    </span>
  );
}

function Keep({ form: { draft, name }, at }: { readonly form: AssembledForm; readonly at: number }) {
  if (draft) return <Link href={`/bank/drafts/${draft.id}`}>{draft.code}</Link>;
  return (
    <Form method="post">
      <input type="hidden" name="forms" value={at} />
      <Button type="submit" size="small" variant="quiet" aria-label={`Keep ${name} as a draft`}>
        Keep
      </Button>
    </Form>
  );
}

const rowsOf = ({
  marks,
  minutes,
  areas,
  objectives: shares,
  autoMarks,
  interactionTypes,
}: AssemblyFound["blueprint"]) => {
  const shareRow = (
    name: string,
    share: { marks: number; tolerance: number },
    number: (f: FormFigures) => number,
  ): Row => ({
    name,
    wanted: share.tolerance === 0 ? `${share.marks}` : `${share.marks} ± ${share.tolerance}`,
    of: number,
    aim: share.marks,
    number,
  });
  return [
    { name: "Marks", wanted: `${marks}`, of: (figures: FormFigures) => figures.marks },
    ...Object.entries(areas).map(([letter, share]) =>
      shareRow(`Area ${letter}`, share, (figures) => figures.areas[letter] ?? 0),
    ),
    ...objectives.map((objective) =>
      shareRow(objective, shares[objective], (figures) => figures.objectives[objective]),
    ),
    {
      name: "Marks by rule",
      wanted: `${autoMarks.least} to ${autoMarks.most}`,
      of: (figures: FormFigures) => figures.autoMarks,
    },
    {
      name: "Kinds of interaction",
      wanted: `at least ${interactionTypes.least}`,
      of: ({ types }: FormFigures) => (
        <abbr title={types.map((type) => interactionWords[type]).join(", ")} className="no-underline">
          {types.length}
        </abbr>
      ),
    },
    { name: "Items", wanted: "", of: (figures: FormFigures) => figures.items },
    { name: "Scenarios", wanted: "", of: (figures: FormFigures) => figures.scenarios },
    { name: "Minutes to expect", wanted: `of ${minutes}`, of: (figures: FormFigures) => figures.minutes },
    { name: "Words to read", wanted: "", of: (figures: FormFigures) => figures.words.toLocaleString("en-GB") },
  ] satisfies readonly Row[];
};
