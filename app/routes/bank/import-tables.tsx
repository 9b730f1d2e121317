import { Button } from "../../components/button.tsx";
import { DataTable } from "../../components/data-table.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Link } from "../../components/link.tsx";
import { Status } from "../../components/status.tsx";
import type { ImportLine, ImportSummary } from "../../store/views/import-report.ts";
import { inLondon } from "../london-time.ts";
import { outcomeWords } from "./import-words.ts";

/** @param form the form that a press of "Make a draft" sends, with the resource; without one nothing can be made. */
export function ResourceTable({ lines, form }: { readonly lines: readonly ImportLine[]; readonly form?: string }) {
  return (
    <DataTable
      caption="What became of each resource"
      captionHidden
      layout="cards"
      dense
      rows={lines}
      rowKey={({ number }) => String(number)}
      columns={[
        {
          key: "path",
          heading: "File",
          cell: ({ path, title }) => (
            <>
              <span className="block break-all">{path}</span>
              {title !== "" && <span className="block font-normal text-ink-soft text-sm">{title}</span>}
            </>
          ),
          rowHeading: true,
        },
        { key: "kind", heading: "Kind", cell: ({ kind }) => kind },
        { key: "version", heading: "QTI", cell: ({ version }) => version },
        {
          key: "outcome",
          heading: "Outcome",
          cell: ({ outcome }) => <Status tone={outcomeWords[outcome].tone}>{outcomeWords[outcome].title}</Status>,
        },
        { key: "reasons", heading: "Why", cell: (line) => <Reasons line={line} /> },
        ...(form === undefined
          ? []
          : [{ key: "draft", heading: "Draft", cell: (line: ImportLine) => <DraftOf line={line} form={form} /> }]),
      ]}
      empty={<EmptyState title="Nothing fits this search" />}
    />
  );
}

function DraftOf({ line, form }: { readonly line: ImportLine; readonly form: string }) {
  const { id, draft, kind, outcome, title, path } = line;
  if (draft !== null) return <Link href={`/bank/item-drafts/${draft}`}>Open the draft</Link>;
  if (kind !== "item" || outcome !== "native") return "–";
  return (
    <Button
      type="submit"
      size="small"
      variant="quiet"
      form={form}
      name="resource"
      value={id}
      aria-label={`Make a draft: ${title || path}`}
    >
      Make a draft
    </Button>
  );
}

function Reasons({ line: { reasons } }: { readonly line: ImportLine }) {
  if (reasons.length === 0) return "–";
  return (
    <ul className="grid gap-1">
      {reasons.slice(0, 5).map(({ code, line, message }) => (
        <li key={`${code} ${line} ${message}`}>{`Line ${line}: ${message}`}</li>
      ))}
      {reasons.length > 5 && <li>{`And ${reasons.length - 5} more in the report.`}</li>}
    </ul>
  );
}

export function ImportTable({ imports }: { readonly imports: readonly ImportSummary[] }) {
  return (
    <DataTable
      caption="Earlier imports"
      captionHidden
      layout="cards"
      rows={imports}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "file",
          heading: "File",
          cell: ({ id, fileName }) => <Link href={`/bank/import?report=${id}`}>{fileName}</Link>,
          rowHeading: true,
        },
        { key: "when", heading: "When", cell: ({ startedAt }) => inLondon(startedAt) },
        { key: "who", heading: "By", cell: ({ startedBy }) => startedBy },
        { key: "native", heading: "Can be used", cell: ({ native }) => native, numeric: true },
        { key: "opaque", heading: "Kept", cell: ({ opaque }) => opaque, numeric: true },
        { key: "rejected", heading: "Not taken", cell: ({ rejected }) => rejected, numeric: true },
        { key: "state", heading: "State", cell: (one) => <ImportState one={one} /> },
      ]}
      empty={<EmptyState title="Nothing has been imported yet" />}
    />
  );
}

function ImportState({ one: { refused, done, total } }: { readonly one: ImportSummary }) {
  if (refused !== null) return <Status tone="bad">Refused</Status>;
  return done < total ? <Status tone="info">{`${done} of ${total} read`}</Status> : <Status tone="good">Read</Status>;
}
